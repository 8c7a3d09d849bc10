// Made from catalogs/ar/dates.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { DatesWords } from '../types/dates-words.ts';

/** The words of `dates` in the language `ar`. */
export const datesWords: DatesWords = {
  start: 'البدء',
  deadline: 'الموعد النهائي',
  which: 'أي تاريخ',
  starts: (of) => `تبدأ: ${text(of.when)}`,
  started: (of) => `بدأت: ${text(of.when)}`,
  startsHint: 'مخفية من «اليوم» حتى ذلك الحين.',
  startAfterDeadline: 'البدء بعد الموعد النهائي.',
  setStart: 'تاريخ البدء',
  setDeadline: 'الموعد النهائي',
};
