// Made from catalogs/*/storage.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { storageWords } from './en/storage-words.ts';
import type { StorageWords } from './types/storage-words.ts';

/** The words of `storage` in the person's language. */
export function useStorageWords(): StorageWords {
  return useArea('storage', storageWords);
}
