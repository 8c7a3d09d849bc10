import { useMemo } from 'react';
import { useLanguage } from '#client/i18n/language.ts';
import { useStore } from '#client/store/store-context.ts';
import { useToasts } from '#client/ui/toast.tsx';

/** Takes back, and does again, the person's last action on this device, and says what it was. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const store = useStore();
  const toasts = useToasts();
  const language = useLanguage();
  return useMemo(() => {
    const run = async (way: 'undo' | 'redo') => {
      const { tellUndo } = await import('#client/tell-undo.ts');
      return tellUndo(way, { store, toasts, language });
    };
    return { undo: () => void run('undo'), redo: () => void run('redo') };
  }, [store, toasts, language]);
}
