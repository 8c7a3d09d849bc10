// Made from catalogs/ar/schedule.json by `npm run words`; edit that instead.
import type { ScheduleWords } from '../types/schedule-words.ts';

/** The words of `schedule` in the language `ar`. */
export const scheduleWords: ScheduleWords = {
  time: 'الوقت',
  nextWeek: 'الأسبوع القادم',
  repeat: {
    none: 'لا تتكرر',
    daily: 'كل يوم',
    weekdays: 'من الاثنين إلى الجمعة',
    weekly: 'كل أسبوع',
    monthly: 'كل شهر',
    yearly: 'كل سنة',
    custom: 'مخصص …',
  },
  previousMonth: 'الشهر السابق',
  nextMonth: 'الشهر التالي',
};
