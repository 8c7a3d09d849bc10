// Made from catalogs/*/empty.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { emptyWords } from './en/empty-words.ts';
import type { EmptyWords } from './types/empty-words.ts';

/** The words of `empty` in the person's language. */
export function useEmptyWords(): EmptyWords {
  return useArea('empty', emptyWords);
}
