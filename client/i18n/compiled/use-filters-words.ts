// Made from catalogs/*/filters.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { filtersWords } from './en/filters-words.ts';
import type { FiltersWords } from './types/filters-words.ts';

/** The words of `filters` in the person's language. */
export function useFiltersWords(): FiltersWords {
  return useArea('filters', filtersWords);
}
