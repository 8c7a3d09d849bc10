import { useEffect } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { NotSavedError } from '#client/store/not-saved-error.ts';
import { useToasts } from '#client/ui/toast.tsx';

/** Tells the person when something could not be written to this device: nobody may believe it was. */
export function useSaveFailures(): void {
  const toasts = useToasts();
  const { errors } = useMessages();
  useEffect(() => {
    const handle = ({ reason }: PromiseRejectionEvent) => {
      if (reason instanceof NotSavedError) toasts.show({ id: 'not-saved', text: errors.notSaved });
    };
    window.addEventListener('unhandledrejection', handle);
    return () => window.removeEventListener('unhandledrejection', handle);
  }, [toasts, errors]);
}
