// Made from catalogs/ar/update.json by `npm run words`; edit that instead.
import type { UpdateWords } from '../types/update-words.ts';

/** The words of `update` in the language `ar`. */
export const updateWords: UpdateWords = {
  ready: 'التحديث جاهز',
  apply: 'تحديث الآن',
  later: 'لاحقًا',
};
