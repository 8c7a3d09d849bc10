import { planWords } from '#client/i18n/en-plan.ts';

/** The words of planning day by day; see there. */
export function usePlanWords(): (typeof planWords)['plan'] {
  return planWords.plan;
}
