// Made from catalogs/*/reminders.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { remindersWords } from './en/reminders-words.ts';
import type { RemindersWords } from './types/reminders-words.ts';

/** The words of `reminders` in the person's language. */
export function useRemindersWords(): RemindersWords {
  return useArea('reminders', remindersWords);
}
