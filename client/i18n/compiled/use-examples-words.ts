// Made from catalogs/*/examples.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { examplesWords } from './en/examples-words.ts';
import type { ExamplesWords } from './types/examples-words.ts';

/** The words of `examples` in the person's language. */
export function useExamplesWords(): ExamplesWords {
  return useArea('examples', examplesWords);
}
