// Made from catalogs/en/empty.json by `npm run words`; edit that instead.
import type { EmptyWords } from '../types/empty-words.ts';

/** The words of `empty` in the language `en`. */
export const emptyWords: EmptyWords = {
  inboxTitle: 'All sorted',
  inboxText: 'Write down what is on your mind. It is saved on this device at once, network or not.',
  todayTitle: 'Nothing due today',
  todayText: 'Tasks with a date of today or earlier appear here.',
  todayAction: 'Plan from the inbox',
  upcomingTitle: 'Nothing planned',
  upcomingText: 'Tasks with a date appear here, day by day.',
  projectTitle: 'Nothing left to do here',
  projectText: 'Add the next step of this project.',
  allTitle: 'No open tasks',
  allText: 'Enjoy it, or write down the next thing.',
  trashTitle: 'The trash is empty',
  trashText: 'What you move here can be brought back, also from another device.',
};
