// Made from catalogs/*/conflicts.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { conflictsWords } from './en/conflicts-words.ts';
import type { ConflictsWords } from './types/conflicts-words.ts';

/** The words of `conflicts` in the person's language. */
export function useConflictsWords(): ConflictsWords {
  return useArea('conflicts', conflictsWords);
}
