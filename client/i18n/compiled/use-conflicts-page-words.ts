// Made from catalogs/*/conflicts-page.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { conflictsPageWords } from './en/conflicts-page-words.ts';
import type { ConflictsPageWords } from './types/conflicts-page-words.ts';

/** The words of `conflicts-page` in the person's language. */
export function useConflictsPageWords(): ConflictsPageWords {
  return useArea('conflicts-page', conflictsPageWords);
}
