// Made from catalogs/en/update.json by `npm run words`; edit that instead.
import type { UpdateWords } from '../types/update-words.ts';

/** The words of `update` in the language `en`. */
export const updateWords: UpdateWords = {
  ready: 'Update ready',
  apply: 'Update now',
  later: 'Later',
};
