import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { useFormats } from '#client/i18n/language.ts';
import { useConflictsWords } from '#client/i18n/compiled/use-conflicts-words.ts';
import { useRhythmWords } from '#client/i18n/compiled/use-rhythm-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useToasts } from '#client/ui/toast.tsx';
import { createConflictCommands } from './conflict-commands.ts';
import { useConflicts } from './conflict-queries.ts';
import { describeConflict } from './describe-conflict.ts';
import { useCopyMine } from './use-copy-mine.ts';

const toastId = 'conflict';

/**
 * Tells the person when a value they wrote lost, by task and field, with one tap to bring it back, or to copy
 * it where there is nothing left to bring it back to. Those of before
 * this page was opened are told once, as a number; rows keep their mark until each was looked at.
 */
export function ConflictToasts() {
  const store = useStore();
  const toasts = useToasts();
  const words = useConflictsWords();
  const rhythmWords = useRhythmWords();
  const formats = useFormats();
  const [, navigate] = useLocation();
  const conflicts = useConflicts();
  const copyMine = useCopyMine();
  const commands = useMemo(() => createConflictCommands(store), [store]);
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = conflicts.filter(({ id }) => !told.current.has(id));
    for (const { id } of fresh) told.current.add(id);
    if (conflicts.length === 0) toasts.dismiss(toastId);
    const [conflict] = fresh;
    if (conflict === undefined) return;
    const details = { label: words.details, run: () => navigate('/conflicts') };
    if (fresh.length > 1) {
      toasts.show({ id: toastId, text: words.several({ count: fresh.length }), action: details });
      return;
    }
    const shared = { id: toastId, testId: 'conflict-toast', second: details };
    const document = store.current(conflict.documentId);
    const described = describeConflict(conflict, { document, words, rhythmWords, formats });
    const copy = { label: words.copyMine, run: () => void copyMine(described.mine) };
    const gone = { ...shared, text: words.goneToast(described), action: copy };
    if (document === undefined) {
      toasts.show(gone);
      return;
    }
    const takeMine = async () => {
      const batch = await commands.takeMine(conflict);
      if (batch === undefined) toasts.show(gone);
    };
    const isTrashed = conflict.reason === 'trashed';
    toasts.show({
      ...shared,
      text: isTrashed ? words.trashed(described) : words.toast(described),
      action: {
        label: isTrashed ? words.restore : words.useMine,
        run: () => void takeMine(),
      },
    });
  }, [conflicts, store, toasts, words, rhythmWords, formats, navigate, commands, copyMine]);
  return null;
}
