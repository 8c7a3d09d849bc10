// Made from catalogs/ar/estimate.json by `npm run words`; edit that instead.
import type { EstimateWords } from '../types/estimate-words.ts';

/** The words of `estimate` in the language `ar`. */
export const estimateWords: EstimateWords = {
  add: 'إضافة مدة مقدّرة',
  other: 'مدة أخرى، مثل 1h30',
  none: 'بلا مدة مقدّرة',
};
