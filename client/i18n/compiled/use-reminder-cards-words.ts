// Made from catalogs/*/reminder-cards.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { reminderCardsWords } from './en/reminder-cards-words.ts';
import type { ReminderCardsWords } from './types/reminder-cards-words.ts';

/** The words of `reminder-cards` in the person's language. */
export function useReminderCardsWords(): ReminderCardsWords {
  return useArea('reminder-cards', reminderCardsWords);
}
