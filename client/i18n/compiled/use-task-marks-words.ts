// Made from catalogs/*/task-marks.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { taskMarksWords } from './en/task-marks-words.ts';
import type { TaskMarksWords } from './types/task-marks-words.ts';

/** The words of `task-marks` in the person's language. */
export function useTaskMarksWords(): TaskMarksWords {
  return useArea('task-marks', taskMarksWords);
}
