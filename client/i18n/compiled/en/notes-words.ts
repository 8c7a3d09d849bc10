// Made from catalogs/en/notes.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { NotesWords } from '../types/notes-words.ts';

/** The words of `notes` in the language `en`. */
export const notesWords: NotesWords = {
  edit: 'Edit notes',
  done: 'Show formatted',
  hint: 'Esc leaves the field. In a list, Tab and Shift Tab move the item.',
  changedElsewhere: 'Changed on another device meanwhile.',
  bothKept: 'Both are kept: what you type is merged with it.',
  see: 'See',
  hide: 'Hide',
  toSubtasks: 'Turn into subtasks',
  madeSubtasks: (of) => `${number(of.count)} line${(form(of.count) === 'one' ? '' : 's')} turned into subtasks`,
};
