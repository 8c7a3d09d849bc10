// Made from catalogs/en/nav.json by `npm run words`; edit that instead.
import type { NavWords } from '../types/nav-words.ts';

/** The words of `nav` in the language `en`. */
export const navWords: NavWords = {
  label: 'Views',
  inbox: 'Inbox',
  today: 'Today',
  upcoming: 'Upcoming',
  all: 'All tasks',
  trash: 'Trash',
  conflicts: 'Conflicts',
  settings: 'Settings',
  import: 'Import',
  search: 'Search',
  skipToList: 'Skip to the tasks',
  keyboard: 'Keyboard shortcuts',
  calendar: 'Calendar',
  statistics: 'Statistics',
};
