// Made from catalogs/en/board.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { BoardWords } from '../types/board-words.ts';

/** The words of `board` in the language `en`. */
export const boardWords: BoardWords = {
  groupBy: 'Group by',
  groupedBy: (of) => `Group by: ${text(of.name)}`,
  groupings: {
    status: 'Status',
    section: 'Section',
    priority: 'Priority',
  },
  columns: 'Columns',
  states: {
    todo: 'To do',
    in_progress: 'In progress',
    done: 'Done',
  },
  noSection: 'No section',
  doneNote: 'Done in the last 30 days',
  doneTodayNote: 'Done today',
  column: (of) => `${text(of.name)}, ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')}`,
  card: (of) => `${text(of.title)}, ${number(of.position)} of ${number(of.count)}`,
  addTo: (of) => `Add task to ${text(of.name)}`,
  empty: 'No tasks',
  emptyDone: 'Nothing done yet',
  skip: (of) => `Skip to ${text(of.name)}`,
  skipLast: 'Skip past the columns',
  moveTo: 'Move to column',
  moveToColumn: (of) => `Move to ‘${text(of.name)}’`,
  subtasks: (of) => `${number(of.done)} of ${number(of.total)} subtask${(form(of.total) === 'one' ? '' : 's')} done`,
  hasNotes: 'Has notes',
  lifted: (of) => `Lifted ‘${text(of.title)}’ from ${text(of.column)}. Let go over a column, or press Escape.`,
  over: (of) => `Over ${text(of.name)}`,
  cancelled: (of) => `Cancelled. ‘${text(of.title)}’ is where it was.`,
  moved: (of) => `Moved ‘${text(of.title)}’ to ${text(of.column)}, ${number(of.position)} of ${number(of.count)}`,
};
