// Made from catalogs/*/statistics.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { statisticsWords } from './en/statistics-words.ts';
import type { StatisticsWords } from './types/statistics-words.ts';

/** The words of `statistics` in the person's language. */
export function useStatisticsWords(): StatisticsWords {
  return useArea('statistics', statisticsWords);
}
