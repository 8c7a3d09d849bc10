import { useEffect, useState } from 'react';
import { useLanguage } from './language.ts';

/** A recurrence as a phrase; undefined for one that there are no words for. */
export type Rhythm = (recurrence: unknown) => string | undefined;

const unknown: Rhythm = () => undefined;

/**
 * Puts rhythms in words where they come up while a person types: the words are loaded beside the view, which shows what
 * was typed until they are there. Views that begin with a rhythm take `describeRhythm`.
 */
export function useRhythm(): Rhythm {
  const language = useLanguage();
  const [rhythm, setRhythm] = useState<Rhythm>(() => unknown);
  useEffect(() => {
    let isWanted = true;
    void import('./load-rhythm.ts')
      .then(({ loadRhythm }) => loadRhythm(language))
      .then(
        (loaded) => {
          if (isWanted) setRhythm(() => loaded);
        },
        // What was typed says the same.
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return rhythm;
}
