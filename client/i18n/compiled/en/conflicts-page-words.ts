// Made from catalogs/en/conflicts-page.json by `npm run words`; edit that instead.
import type { ConflictsPageWords } from '../types/conflicts-page-words.ts';

/** The words of `conflicts-page` in the language `en`. */
export const conflictsPageWords: ConflictsPageWords = {
  title: 'Conflicts',
  emptyTitle: 'No conflicts',
  emptyText: 'Changes by two people to one field appear here.',
  keepTheirs: 'Keep theirs',
  yours: 'Yours',
  kept: 'Kept',
  goneText: 'Your change cannot be put back, so it is kept here.',
  putAway: 'Put away',
};
