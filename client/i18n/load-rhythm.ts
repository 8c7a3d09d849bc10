import { rhythmWords } from './compiled/en/rhythm-words.ts';
import { describeRhythm } from './describe-rhythm.ts';
import type { Language } from './language.ts';
import { readArea } from './read-area.ts';
import type { Rhythm } from './use-rhythm.ts';

/** Puts rhythms in words of a language. */
export async function loadRhythm(language: Language): Promise<Rhythm> {
  const words = await readArea(language, 'rhythm', rhythmWords);
  return (recurrence) => describeRhythm(recurrence, { words, formats: language.formats });
}
