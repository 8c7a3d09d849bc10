import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { useToasts } from '#client/ui/toast.tsx';
import { createConflictCommands } from './conflict-commands.ts';
import { useConflicts } from './conflict-queries.ts';
import { describeConflict } from './describe-conflict.ts';

const toastId = 'conflict';

/**
 * Tells the person when a value they wrote lost, by task and field, with one tap to bring it back. Those of before
 * this page was opened are told once, as a number; rows keep their mark until each was looked at.
 */
export function useConflictToasts(): void {
  const store = useStore();
  const toasts = useToasts();
  const messages = useMessages();
  const [, navigate] = useLocation();
  const conflicts = useConflicts();
  const commands = useMemo(() => createConflictCommands(store), [store]);
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = conflicts.filter(({ id }) => !told.current.has(id));
    for (const { id } of fresh) told.current.add(id);
    if (conflicts.length === 0) toasts.dismiss(toastId);
    const [conflict] = fresh;
    if (conflict === undefined) return;
    const { conflicts: words } = messages;
    const details = { label: words.details, run: () => navigate('/conflicts') };
    if (fresh.length > 1) {
      toasts.show({ id: toastId, text: words.several(fresh.length), action: details });
      return;
    }
    const document = store.current(conflict.documentId);
    const described = describeConflict(conflict, { document, messages });
    const isTrashed = conflict.reason === 'trashed';
    toasts.show({
      id: toastId,
      testId: 'conflict-toast',
      text: isTrashed ? words.trashed(described) : words.toast(described),
      action: {
        label: isTrashed ? words.restore : words.useMine,
        run: () => void commands.takeMine(conflict),
      },
      second: details,
    });
  }, [conflicts, store, toasts, messages, navigate, commands]);
}
