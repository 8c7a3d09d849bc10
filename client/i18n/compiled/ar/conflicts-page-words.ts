// Made from catalogs/ar/conflicts-page.json by `npm run words`; edit that instead.
import type { ConflictsPageWords } from '../types/conflicts-page-words.ts';

/** The words of `conflicts-page` in the language `ar`. */
export const conflictsPageWords: ConflictsPageWords = {
  title: 'التعارضات',
  emptyTitle: 'لا تعارضات',
  emptyText: 'تظهر هنا التغييرات التي أجراها شخصان على الحقل نفسه.',
  keepTheirs: 'الإبقاء على قيمتهم',
  yours: 'قيمتك',
  kept: 'القيمة المحفوظة',
  goneText: 'لا يمكن إعادة تغييرك إلى مكانه، لذا حُفظ هنا.',
  putAway: 'تنحية',
};
