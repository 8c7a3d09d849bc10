// Made from catalogs/*/find.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { findWords } from './en/find-words.ts';
import type { FindWords } from './types/find-words.ts';

/** The words of `find` in the person's language. */
export function useFindWords(): FindWords {
  return useArea('find', findWords);
}
