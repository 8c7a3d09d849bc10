// Made from catalogs/*/activity.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { activityWords } from './en/activity-words.ts';
import type { ActivityWords } from './types/activity-words.ts';

/** The words of `activity` in the person's language. */
export function useActivityWords(): ActivityWords {
  return useArea('activity', activityWords);
}
