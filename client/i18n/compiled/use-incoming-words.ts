// Made from catalogs/*/incoming.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { incomingWords } from './en/incoming-words.ts';
import type { IncomingWords } from './types/incoming-words.ts';

/** The words of `incoming` in the person's language. */
export function useIncomingWords(): IncomingWords {
  return useArea('incoming', incomingWords);
}
