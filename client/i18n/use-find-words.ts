import { findWords } from './en-find.ts';

/** The words of search and filters; see there. */
export function useFindWords(): typeof findWords {
  return findWords;
}
