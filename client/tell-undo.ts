import { actionWord, readActionsWords } from '#client/i18n/action-word.ts';
import type { Language } from '#client/i18n/language.ts';
import type { AppStore } from '#client/store/app-store.ts';
import type { Toasts } from '#client/ui/toast.tsx';

/** Whose last action it is, and who says what became of it. */
export interface UndoTeller {
  store: AppStore;
  toasts: Toasts;
  language: Language;
}

/** Takes back the person's last action on this device, or does it again, and says what it was. */
export async function tellUndo(way: 'undo' | 'redo', of: UndoTeller): Promise<void> {
  const { store, toasts, language } = of;
  const outcome = await store[way]();
  const { undo: words } = await readActionsWords(language);
  const tell = (text: string) => toasts.show({ id: 'undo', text });
  if (outcome.name === 'nothing') return tell(way === 'undo' ? words.nothing : words.nothingToRedo);
  const action = await actionWord(language, outcome.label);
  if (outcome.name === 'gone') return tell(words.gone({ action }));
  if (outcome.name === 'changed-since') return tell(words.changedSince({ action }));
  if (way === 'redo') return tell(words.redone({ action }));
  const { redo: label } = language.messages.common;
  const again = { label, run: () => void tellUndo('redo', of) };
  return toasts.show({ id: 'undo', text: words.undone({ action }), action: again });
}
