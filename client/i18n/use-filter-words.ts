import { filterWords } from './en-filters.ts';

/** The words of saved filters; see there. */
export function useFilterWords(): (typeof filterWords)['filters'] {
  return filterWords.filters;
}
