import { useMemo } from 'react';
import { actionWord, useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { useToasts } from '#client/ui/toast.tsx';

/** Takes back, and does again, the person's last action on this device, and says what it was. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const store = useStore();
  const toasts = useToasts();
  const messages = useMessages();
  return useMemo(() => {
    const { undo: words, common } = messages;
    const tellLeft = (why: 'changed-since' | 'gone', action: string) => {
      const text = why === 'gone' ? words.gone({ action }) : words.changedSince({ action });
      return toasts.show({ id: 'undo', text });
    };
    const redo = async () => {
      const outcome = await store.redo();
      if (outcome.name === 'nothing') return toasts.show({ id: 'undo', text: words.nothingToRedo });
      const action = actionWord(messages, outcome.label);
      if (outcome.name !== 'undone') return tellLeft(outcome.name, action);
      return toasts.show({ id: 'undo', text: words.redone({ action }) });
    };
    const undo = async () => {
      const outcome = await store.undo();
      if (outcome.name === 'nothing') return toasts.show({ id: 'undo', text: words.nothing });
      const action = actionWord(messages, outcome.label);
      if (outcome.name !== 'undone') return tellLeft(outcome.name, action);
      const text = words.undone({ action });
      return toasts.show({
        id: 'undo',
        text,
        action: { label: common.redo, run: () => void redo() },
      });
    };
    return { undo: () => void undo(), redo: () => void redo() };
  }, [store, toasts, messages]);
}
