import { useEffect } from 'react';
import { useLanguage } from '#client/i18n/language.ts';
import { NotSavedError } from '#client/store/not-saved-error.ts';
import { useStore } from '#client/store/store-context.ts';
import type { UnsavedWrites } from '#client/store/unsaved-writes.ts';
import { useTiming } from '#client/ui/timing.ts';
import { useToasts } from '#client/ui/toast.tsx';

/** How long after a failure all that waits is tried again, for as long as the page is open. */
const retryAfterMs = 10_000;

/**
 * Tells the person when something could not be written to this device: nobody may believe it was. What they did is kept, and
 * goes through by itself once the disk has room; a page that still holds some of it asks before it closes. And when a role
 * does not allow what was asked for.
 */
export function useSaveFailures(): void {
  const store = useStore();
  const toasts = useToasts();
  const language = useLanguage();
  const timing = useTiming();
  useEffect(() => {
    let held: UnsavedWrites | undefined;
    let cancelRetry = () => {};
    const collect = ({ reason }: PromiseRejectionEvent) => {
      if (!(reason instanceof NotSavedError)) return;
      const { unsaved } = reason;
      if (unsaved !== undefined) {
        held = unsaved;
        cancelRetry();
        // What fails again comes back here.
        cancelRetry = timing.after(retryAfterMs, () => void unsaved.retry());
      }
      void import('#client/tell-not-saved.ts').then(({ tellNotSaved }) =>
        tellNotSaved(reason, { store, toasts, language }),
      );
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
  }, [store, toasts, language, timing]);
}
