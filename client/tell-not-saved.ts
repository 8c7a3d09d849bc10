import { exportData } from '#client/export-data.ts';
import { storageWords } from '#client/i18n/compiled/en/storage-words.ts';
import type { Language } from '#client/i18n/language.ts';
import { readArea } from '#client/i18n/read-area.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { notAllowed, type NotSavedError } from '#client/store/not-saved-error.ts';
import type { Toasts } from '#client/ui/toast.tsx';

/** Who says it, and of what store an export is made meanwhile. */
export interface NotSavedTeller {
  store: AppStore;
  toasts: Toasts;
  language: Language;
}

/**
 * Says that something is on no disk, and what can be done: what waits for room stays told until it has come to the disk, or
 * the person lets go of it. What a role does not allow, or could never be saved, is only said.
 */
export async function tellNotSaved(
  { unsaved, cause }: Pick<NotSavedError, 'unsaved' | 'cause'>,
  { store, toasts, language }: NotSavedTeller,
): Promise<void> {
  if (cause === notAllowed) {
    return toasts.show({ id: 'refused', text: language.messages.errors.viewOnly });
  }
  const { unsaved: words } = await readArea(language, 'storage', storageWords);
  if (unsaved === undefined) return toasts.show({ id: 'never-saved', text: words.neverSaved });
  // Saved while the words were on their way.
  if (unsaved.count === 0) return undefined;
  unsaved.onSaved = () => toasts.dismiss('not-saved');
  // A button of a message closes it: it comes back for as long as it is true.
  const again = () => void tellNotSaved({ unsaved, cause }, { store, toasts, language });
  return toasts.show({
    id: 'not-saved',
    testId: 'not-saved',
    text: words.notSaved({ count: unsaved.count }),
    // What fails again comes back here.
    action: {
      label: words.tryAgain,
      testId: 'not-saved-retry',
      run: () => void unsaved.retry(),
    },
    second: {
      label: words.export,
      testId: 'not-saved-export',
      run: () => void exportData(store).then(again, again),
    },
    third: { label: words.discard, run: () => unsaved.discard() },
    stays: true,
  });
}
