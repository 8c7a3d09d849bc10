// Made from catalogs/ar/undo.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { UndoWords } from '../types/undo-words.ts';

/** The words of `undo` in the language `ar`. */
export const undoWords: UndoWords = {
  undone: (of) => `تم التراجع عن: ${text(of.action)}`,
  redone: (of) => `أُعيد: ${text(of.action)}`,
  changedSince: (of) => `تغيّر منذ ذلك الحين، فتُرك كما هو: ${text(of.action)}`,
  gone: (of) => `حُذف نهائيًا، فلم يتغيّر شيء: ${text(of.action)}`,
  nothing: 'لا شيء للتراجع عنه',
  nothingToRedo: 'لا شيء لإعادته',
};
