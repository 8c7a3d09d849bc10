import { organiseWords } from './en-organise.ts';

/** The words of organising; see there. */
export function useOrganiseWords(): typeof organiseWords {
  return organiseWords;
}
