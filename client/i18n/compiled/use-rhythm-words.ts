// Made from catalogs/*/rhythm.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { rhythmWords } from './en/rhythm-words.ts';
import type { RhythmWords } from './types/rhythm-words.ts';

/** The words of `rhythm` in the person's language. */
export function useRhythmWords(): RhythmWords {
  return useArea('rhythm', rhythmWords);
}
