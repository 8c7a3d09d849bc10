// Made from catalogs/*/schedule.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { scheduleWords } from './en/schedule-words.ts';
import type { ScheduleWords } from './types/schedule-words.ts';

/** The words of `schedule` in the person's language. */
export function useScheduleWords(): ScheduleWords {
  return useArea('schedule', scheduleWords);
}
