// Made from catalogs/en/find.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { FindWords } from '../types/find-words.ts';

/** The words of `find` in the language `en`. */
export const findWords: FindWords = {
  title: 'Search',
  label: 'Search tasks, notes and comments',
  groups: {
    open: 'Tasks',
    done: 'Done',
    notes: 'In notes',
    comments: 'Comments',
    trash: 'In the trash',
    server: 'On the server',
  },
  all: (of) => `Show all results for ‘${text(of.query)}’`,
  save: 'Save as filter',
  count: (of) => `${number(of.count)} result${(form(of.count) === 'one' ? '' : 's')}`,
  startTitle: 'Search everything',
  startText: 'Titles, notes and comments, also of tasks done long ago. It works offline.',
  noneTitle: (of) => `No match for ‘${text(of.query)}’`,
  noneText: 'Other words, or a part of a word, may find it.',
  createTask: (of) => `Create ‘${text(of.title)}’`,
  created: (of) => `Added ‘${text(of.title)}’ to the inbox`,
  includeTrash: 'Also the trash',
  building: 'Getting ready to search …',
  serverCount: (of) => (of.count === 0 ? 'The server found nothing more' : form(of.count) === 'one' ? `${number(of.count)} result on the server` : `${number(of.count)} results on the server`),
  serverFailed: 'The server could not be asked: these are the results of this device.',
  serverOnly: 'This task is on the server and not on this device yet. It will be here when the first sync is done.',
};
