// Made from catalogs/*/estimate.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { estimateWords } from './en/estimate-words.ts';
import type { EstimateWords } from './types/estimate-words.ts';

/** The words of `estimate` in the person's language. */
export function useEstimateWords(): EstimateWords {
  return useArea('estimate', estimateWords);
}
