// Made from catalogs/*/recurrence.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { recurrenceWords } from './en/recurrence-words.ts';
import type { RecurrenceWords } from './types/recurrence-words.ts';

/** The words of `recurrence` in the person's language. */
export function useRecurrenceWords(): RecurrenceWords {
  return useArea('recurrence', recurrenceWords);
}
