// Made from catalogs/*/install.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { installWords } from './en/install-words.ts';
import type { InstallWords } from './types/install-words.ts';

/** The words of `install` in the person's language. */
export function useInstallWords(): InstallWords {
  return useArea('install', installWords);
}
