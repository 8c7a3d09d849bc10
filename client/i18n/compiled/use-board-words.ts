// Made from catalogs/*/board.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { boardWords } from './en/board-words.ts';
import type { BoardWords } from './types/board-words.ts';

/** The words of `board` in the person's language. */
export function useBoardWords(): BoardWords {
  return useArea('board', boardWords);
}
