// Made from catalogs/*/organise.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { organiseWords } from './en/organise-words.ts';
import type { OrganiseWords } from './types/organise-words.ts';

/** The words of `organise` in the person's language. */
export function useOrganiseWords(): OrganiseWords {
  return useArea('organise', organiseWords);
}
