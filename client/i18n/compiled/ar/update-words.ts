// Made from catalogs/ar/update.json by `npm run words`; edit that instead.
import type { UpdateWords } from '../types/update-words.ts';

/** The words of `update` in the language `ar`. */
export const updateWords: UpdateWords = {
  ready: 'التحديث جاهز',
  apply: 'تحديث الآن',
  later: 'لاحقًا',
  tooNewTitle: 'استُخدم هنا إصدار أحدث من TaskFlow',
  tooNewText: 'على هذا الجهاز مهام كتبها إصدار أحدث. لم يُغيَّر شيء ولم يُحذف. حدّث التطبيق فتعود كلها.',
  tooNewAction: 'تحديث الآن',
  tooNewYet: 'الإصدار الأحدث غير متوفر على الخادم بعد. حاول مجددًا بعد قليل، ومهامك باقية كما هي.',
};
