import type { SearchedTask } from './search-messages.ts';

/** What tasks count in a search whatever is asked, by their numbers; 0 for those that are not to be found. */
export interface TaskWeights {
  withTrash: Float32Array;
  withoutTrash: Float32Array;
}

const closedFactor = 0.6;
const recentFactor = 1.15;
/** Of two titles with the words the shorter one says less else. */
const perLetter = 0.003;

/** Open tasks, short titles, and what was added or closed in the month of the newest count more: recency without a clock. */
export function weighTasks(tasks: readonly (SearchedTask | undefined)[]): TaskWeights {
  const month = tasks.reduce((at, task) => laterOf(at, task), '').slice(0, 7);
  const withTrash = new Float32Array(tasks.length);
  const withoutTrash = new Float32Array(tasks.length);
  for (const [number, task] of tasks.entries()) {
    if (task === undefined) continue;
    const weight = weightOf(task, month);
    withTrash[number] = weight;
    withoutTrash[number] = task.isTrashed ? 0 : weight;
  }
  return { withTrash, withoutTrash };
}

function laterOf(at: string, task: SearchedTask | undefined): string {
  return task !== undefined && task.at > at ? task.at : at;
}

function weightOf({ title, isOpen, at }: SearchedTask, newestMonth: string): number {
  const ofTitle = 1 + perLetter * title.length;
  return ((isOpen ? 1 : closedFactor) * (at >= newestMonth ? recentFactor : 1)) / ofTitle;
}
