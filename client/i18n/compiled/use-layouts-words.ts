// Made from catalogs/*/layouts.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { layoutsWords } from './en/layouts-words.ts';
import type { LayoutsWords } from './types/layouts-words.ts';

/** The words of `layouts` in the person's language. */
export function useLayoutsWords(): LayoutsWords {
  return useArea('layouts', layoutsWords);
}
