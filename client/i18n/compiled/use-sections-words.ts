// Made from catalogs/*/sections.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { sectionsWords } from './en/sections-words.ts';
import type { SectionsWords } from './types/sections-words.ts';

/** The words of `sections` in the person's language. */
export function useSectionsWords(): SectionsWords {
  return useArea('sections', sectionsWords);
}
