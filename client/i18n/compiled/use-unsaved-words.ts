// Made from catalogs/*/unsaved.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { unsavedWords } from './en/unsaved-words.ts';
import type { UnsavedWords } from './types/unsaved-words.ts';

/** The words of `unsaved` in the person's language. */
export function useUnsavedWords(): UnsavedWords {
  return useArea('unsaved', unsavedWords);
}
