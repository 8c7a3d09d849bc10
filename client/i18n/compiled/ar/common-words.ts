// Made from catalogs/ar/common.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { CommonWords } from '../types/common-words.ts';

/** The words of `common` in the language `ar`. */
export const commonWords: CommonWords = {
  cancel: 'إلغاء',
  save: 'حفظ',
  close: 'إغلاق',
  undo: 'تراجع',
  redo: 'إعادة',
  back: 'رجوع',
  more: 'المزيد',
  notification: 'إشعار',
  notifications: (of) => `الإشعارات (${text(of.key)})`,
};
