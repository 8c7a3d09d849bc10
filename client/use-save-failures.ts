import { useEffect } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { NotSavedError } from '#client/store/not-saved-error.ts';
import { useStore } from '#client/store/store-context.ts';
import type { UnsavedWrites } from '#client/store/unsaved-writes.ts';
import { useTiming } from '#client/ui/timing.ts';
import { useToasts } from '#client/ui/toast.tsx';

/** How long after a failure all that waits is tried again, for as long as the page is open. */
const retryAfterMs = 15_000;

/**
 * Tells the person when something could not be written to this device: nobody may believe it was. What they did is kept, and
 * goes through by itself once the disk has room; a page that still holds some of it asks before it closes.
 */
export function useSaveFailures(): void {
  const store = useStore();
  const toasts = useToasts();
  const timing = useTiming();
  const { errors } = useMessages();
  useEffect(() => {
    let held: UnsavedWrites | undefined;
    let cancelRetry = () => {};
    const tell = (unsaved: UnsavedWrites) => {
      held = unsaved;
      cancelRetry();
      cancelRetry = timing.after(retryAfterMs, () => void unsaved.retry());
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
      if (reason.unsaved !== undefined) tell(reason.unsaved);
      else toasts.show({ id: 'never-saved', text: errors.neverSaved });
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (store.hasWaiting() || (held !== undefined && held.count > 0)) event.preventDefault();
    };
    window.addEventListener('unhandledrejection', collect);
    window.addEventListener('beforeunload', ask);
    return () => {
      cancelRetry();
      window.removeEventListener('unhandledrejection', collect);
      window.removeEventListener('beforeunload', ask);
    };
  }, [store, toasts, errors, timing]);
}
