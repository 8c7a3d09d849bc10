// Made from catalogs/*/session.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { sessionWords } from './en/session-words.ts';
import type { SessionWords } from './types/session-words.ts';

/** The words of `session` in the person's language. */
export function useSessionWords(): SessionWords {
  return useArea('session', sessionWords);
}
