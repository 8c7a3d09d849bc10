// Made from catalogs/en/task-marks.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { TaskMarksWords } from '../types/task-marks-words.ts';

/** The words of `task-marks` in the language `en`. */
export const taskMarksWords: TaskMarksWords = {
  hasReminder: 'Has a reminder',
  comments: (of) => `${number(of.count)} comment${(form(of.count) === 'one' ? '' : 's')}`,
};
