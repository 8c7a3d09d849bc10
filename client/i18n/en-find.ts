import { plural } from './plural.ts';

/** Words of the search. They come with it, since the lists have no use for them. */
export const findWords = {
  search: {
    title: 'Search',
    label: 'Search tasks, notes and comments',
    groups: {
      open: 'Tasks',
      done: 'Done',
      notes: 'In notes',
      comments: 'Comments',
      trash: 'In the trash',
    },
    all: (query: string) => `Show all results for ‘${query}’`,
    save: 'Save as filter',
    count: (count: number) => plural(count, { one: 'result', other: 'results' }),
    startTitle: 'Search everything',
    startText: 'Titles, notes and comments, also of tasks done long ago. It works offline.',
    noneTitle: (query: string) => `No match for ‘${query}’`,
    noneText: 'Other words, or a part of a word, may find it.',
    createTask: (title: string) => `Create ‘${title}’`,
    created: (title: string) => `Added ‘${title}’ to the inbox`,
    includeTrash: 'Also the trash',
    building: 'Getting ready to search …',
  },
} as const;
