// Made from catalogs/*/plan.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { planWords } from './en/plan-words.ts';
import type { PlanWords } from './types/plan-words.ts';

/** The words of `plan` in the person's language. */
export function usePlanWords(): PlanWords {
  return useArea('plan', planWords);
}
