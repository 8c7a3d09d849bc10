import { useEffect } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { NotSavedError } from '#client/store/not-saved-error.ts';
import { useToasts } from '#client/ui/toast.tsx';

/**
 * Tells the person when something could not be written to this device: nobody may believe it was. What they did is kept until
 * it was tried again, so that room on the disk is all it needs; a page that still holds some of it asks before it closes.
 */
export function useSaveFailures(): void {
  const toasts = useToasts();
  const { errors } = useMessages();
  useEffect(() => {
    const failed: NotSavedError[] = [];
    const tryAgain = () => {
      // In their order: the store writes one after another. What fails again comes back here.
      for (const { retry } of failed.splice(0)) void retry();
    };
    const collect = ({ reason }: PromiseRejectionEvent) => {
      if (!(reason instanceof NotSavedError)) return;
      failed.push(reason);
      toasts.show({
        id: 'not-saved',
        testId: 'not-saved',
        text: errors.notSaved(failed.length),
        action: { label: errors.tryAgain, testId: 'not-saved-retry', run: tryAgain },
        stays: true,
      });
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (failed.length > 0) event.preventDefault();
    };
    window.addEventListener('unhandledrejection', collect);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('unhandledrejection', collect);
      window.removeEventListener('beforeunload', ask);
    };
  }, [toasts, errors]);
}
