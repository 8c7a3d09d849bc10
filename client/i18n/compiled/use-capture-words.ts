// Made from catalogs/*/capture.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { captureWords } from './en/capture-words.ts';
import type { CaptureWords } from './types/capture-words.ts';

/** The words of `capture` in the person's language. */
export function useCaptureWords(): CaptureWords {
  return useArea('capture', captureWords);
}
