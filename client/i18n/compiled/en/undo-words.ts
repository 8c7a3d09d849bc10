// Made from catalogs/en/undo.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { UndoWords } from '../types/undo-words.ts';

/** The words of `undo` in the language `en`. */
export const undoWords: UndoWords = {
  undone: (of) => `Undone: ${text(of.action)}`,
  redone: (of) => `Redone: ${text(of.action)}`,
  changedSince: (of) => `Changed since, so left as it is: ${text(of.action)}`,
  gone: (of) => `Deleted for good, so nothing was changed: ${text(of.action)}`,
  nothing: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
};
