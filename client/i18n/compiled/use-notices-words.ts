// Made from catalogs/*/notices.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { noticesWords } from './en/notices-words.ts';
import type { NoticesWords } from './types/notices-words.ts';

/** The words of `notices` in the person's language. */
export function useNoticesWords(): NoticesWords {
  return useArea('notices', noticesWords);
}
