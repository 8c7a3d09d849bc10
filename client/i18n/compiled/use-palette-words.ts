// Made from catalogs/*/palette.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { paletteWords } from './en/palette-words.ts';
import type { PaletteWords } from './types/palette-words.ts';

/** The words of `palette` in the person's language. */
export function usePaletteWords(): PaletteWords {
  return useArea('palette', paletteWords);
}
