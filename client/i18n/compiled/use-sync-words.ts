// Made from catalogs/*/sync.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { syncWords } from './en/sync-words.ts';
import type { SyncWords } from './types/sync-words.ts';

/** The words of `sync` in the person's language. */
export function useSyncWords(): SyncWords {
  return useArea('sync', syncWords);
}
