// Made from catalogs/en/dates.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { DatesWords } from '../types/dates-words.ts';

/** The words of `dates` in the language `en`. */
export const datesWords: DatesWords = {
  start: 'Start',
  deadline: 'Deadline',
  which: 'Which date',
  starts: (of) => `Starts ${text(of.when)}`,
  started: (of) => `Started ${text(of.when)}`,
  startsHint: 'Hidden from Today until then.',
  startAfterDeadline: 'The start is after the deadline.',
  setStart: 'Start date',
  setDeadline: 'Deadline',
};
