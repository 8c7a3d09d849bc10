// Made from catalogs/en/layouts.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { LayoutsWords } from '../types/layouts-words.ts';

/** The words of `layouts` in the language `en`. */
export const layoutsWords: LayoutsWords = {
  label: 'View as',
  current: (of) => `View as: ${text(of.name)}`,
  list: 'List',
  board: 'Board',
  calendar: 'Calendar',
  showAs: {
    list: 'Show as list',
    board: 'Show as board',
    calendar: 'Show as calendar',
  },
};
