// Made from catalogs/*/import.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { importWords } from './en/import-words.ts';
import type { ImportWords } from './types/import-words.ts';

/** The words of `import` in the person's language. */
export function useImportWords(): ImportWords {
  return useArea('import', importWords);
}
