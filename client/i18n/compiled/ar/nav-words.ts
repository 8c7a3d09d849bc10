// Made from catalogs/ar/nav.json by `npm run words`; edit that instead.
import type { NavWords } from '../types/nav-words.ts';

/** The words of `nav` in the language `ar`. */
export const navWords: NavWords = {
  label: 'طرق العرض',
  inbox: 'الوارد',
  today: 'اليوم',
  upcoming: 'القادم',
  all: 'كل المهام',
  trash: 'سلة المهملات',
  conflicts: 'التعارضات',
  settings: 'الإعدادات',
  import: 'استيراد',
  search: 'بحث',
  skipToList: 'التخطي إلى المهام',
  keyboard: 'اختصارات لوحة المفاتيح',
  calendar: 'التقويم',
  statistics: 'الإحصاءات',
};
