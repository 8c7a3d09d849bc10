// Made from catalogs/*/dates.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { datesWords } from './en/dates-words.ts';
import type { DatesWords } from './types/dates-words.ts';

/** The words of `dates` in the person's language. */
export function useDatesWords(): DatesWords {
  return useArea('dates', datesWords);
}
