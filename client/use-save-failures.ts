import { useEffect } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useToasts } from '#client/ui/toast.tsx';

const storageErrors = /QuotaExceeded|DatabaseClosed|OpenFailed|AbortError|TransactionInactive/;

/** Tells the person when something could not be written to this device: nobody may believe it was. */
export function useSaveFailures(): void {
  const toasts = useToasts();
  const { errors } = useMessages();
  useEffect(() => {
    const handle = ({ reason }: PromiseRejectionEvent) => {
      const name = reason instanceof Error ? `${reason.name} ${reason.message}` : '';
      if (storageErrors.test(name)) toasts.show({ id: 'not-saved', text: errors.notSaved });
    };
    window.addEventListener('unhandledrejection', handle);
    return () => window.removeEventListener('unhandledrejection', handle);
  }, [toasts, errors]);
}
