// Made from catalogs/*/update.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { updateWords } from './en/update-words.ts';
import type { UpdateWords } from './types/update-words.ts';

/** The words of `update` in the person's language. */
export function useUpdateWords(): UpdateWords {
  return useArea('update', updateWords);
}
