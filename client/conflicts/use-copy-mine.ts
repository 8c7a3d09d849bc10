import { useMemo } from 'react';
import { useConflictsWords } from '#client/i18n/compiled/use-conflicts-words.ts';
import { useToasts } from '#client/ui/toast.tsx';

/** Copies what a person wrote and tells whether it worked. */
export function useCopyMine(): (text: string) => Promise<void> {
  const toasts = useToasts();
  const words = useConflictsWords();
  return useMemo(() => {
    const tell = (text: string) => toasts.show({ id: 'conflict-copy', text });
    return async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        tell(words.copied);
      } catch {
        // Not allowed, or a page without HTTPS, which has no clipboard.
        tell(words.copyFailed);
      }
    };
  }, [toasts, words]);
}
