import { findWords } from './en-find.ts';

/** The words of the search; see there. */
export function useFindWords(): (typeof findWords)['search'] {
  return findWords.search;
}
