// Made from catalogs/*/keys.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { keysWords } from './en/keys-words.ts';
import type { KeysWords } from './types/keys-words.ts';

/** The words of `keys` in the person's language. */
export function useKeysWords(): KeysWords {
  return useArea('keys', keysWords);
}
