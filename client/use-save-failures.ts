import { useEffect } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { notAllowed, NotSavedError } from '#client/store/not-saved-error.ts';
import { useStore } from '#client/store/store-context.ts';
import type { UnsavedWrites } from '#client/store/unsaved-writes.ts';
import { useToasts } from '#client/ui/toast.tsx';

/**
 * Tells the person when something could not be written to this device: nobody may believe it was. What they did is kept, and
 * room on the disk is all it needs; a page that still holds some of it asks before it closes. And when a role does not allow
 * what was asked for.
 */
export function useSaveFailures(): void {
  const store = useStore();
  const toasts = useToasts();
  const { errors } = useMessages();
  useEffect(() => {
    let held: UnsavedWrites | undefined;
    const tell = (unsaved: UnsavedWrites) => {
      held = unsaved;
      unsaved.onSaved = () => toasts.dismiss('not-saved');
      toasts.show({
        id: 'not-saved',
        testId: 'not-saved',
        text: errors.notSaved({ count: unsaved.count }),
        // What fails again comes back here.
        action: {
          label: errors.tryAgain,
          testId: 'not-saved-retry',
          run: () => void unsaved.retry(),
        },
        second: { label: errors.discard, run: () => unsaved.discard() },
        stays: true,
      });
    };
    const collect = ({ reason }: PromiseRejectionEvent) => {
      if (!(reason instanceof NotSavedError)) return;
      if (reason.unsaved !== undefined) return tell(reason.unsaved);
      const { viewOnly, neverSaved } = errors;
      toasts.show({ id: 'refused', text: reason.cause === notAllowed ? viewOnly : neverSaved });
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (store.hasWaiting() || (held !== undefined && held.count > 0)) event.preventDefault();
    };
    window.addEventListener('unhandledrejection', collect);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('unhandledrejection', collect);
      window.removeEventListener('beforeunload', ask);
    };
  }, [store, toasts, errors]);
}
