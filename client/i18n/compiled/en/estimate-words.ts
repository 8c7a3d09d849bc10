// Made from catalogs/en/estimate.json by `npm run words`; edit that instead.
import type { EstimateWords } from '../types/estimate-words.ts';

/** The words of `estimate` in the language `en`. */
export const estimateWords: EstimateWords = {
  add: 'Add estimate',
  other: 'Another length, such as 1h30',
  none: 'No estimate',
};
