// Made from catalogs/*/calendar.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { calendarWords } from './en/calendar-words.ts';
import type { CalendarWords } from './types/calendar-words.ts';

/** The words of `calendar` in the person's language. */
export function useCalendarWords(): CalendarWords {
  return useArea('calendar', calendarWords);
}
