// Made from catalogs/ar/task-marks.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { TaskMarksWords } from '../types/task-marks-words.ts';

/** The words of `task-marks` in the language `ar`. */
export const taskMarksWords: TaskMarksWords = {
  hasReminder: 'لها تذكير',
  comments: (of) => (form(of.count) === 'zero' ? 'لا تعليقات' : form(of.count) === 'one' ? 'تعليق واحد' : form(of.count) === 'two' ? 'تعليقان' : form(of.count) === 'few' ? `${number(of.count)} تعليقات` : form(of.count) === 'many' ? `${number(of.count)} تعليقًا` : `${number(of.count)} تعليق`),
};
