// Made from catalogs/*/labels.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { labelsWords } from './en/labels-words.ts';
import type { LabelsWords } from './types/labels-words.ts';

/** The words of `labels` in the person's language. */
export function useLabelsWords(): LabelsWords {
  return useArea('labels', labelsWords);
}
