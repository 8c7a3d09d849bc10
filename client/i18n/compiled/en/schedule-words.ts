// Made from catalogs/en/schedule.json by `npm run words`; edit that instead.
import type { ScheduleWords } from '../types/schedule-words.ts';

/** The words of `schedule` in the language `en`. */
export const scheduleWords: ScheduleWords = {
  time: 'Time',
  nextWeek: 'Next week',
  repeat: {
    none: 'Does not repeat',
    daily: 'Every day',
    weekdays: 'Every weekday',
    weekly: 'Every week',
    monthly: 'Every month',
    yearly: 'Every year',
    custom: 'Custom …',
  },
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
};
