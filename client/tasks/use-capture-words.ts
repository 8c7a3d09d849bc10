import { captureWords } from '#client/i18n/en-capture.ts';

/** The words of writing tasks down; see there. */
export function useCaptureWords(): (typeof captureWords)['capture'] {
  return captureWords.capture;
}
