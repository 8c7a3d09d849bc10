// Made from catalogs/*/icons.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { iconsWords } from './en/icons-words.ts';
import type { IconsWords } from './types/icons-words.ts';

/** The words of `icons` in the person's language. */
export function useIconsWords(): IconsWords {
  return useArea('icons', iconsWords);
}
