import { useEffect, useRef, useState } from 'react';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { useTiming } from '#client/ui/timing.ts';
import type { TaskActions } from './use-task-actions.ts';

/** An edit of the notes: what it began from, and the text as typed so far. */
interface Edit {
  base: string | null;
  before: string;
  text: string;
}

const saveAfterPauseMs = 1_000;

/**
 * The notes of a task. Saved a second after the last key, on leaving the field and when the page is hidden. While
 * it is edited, others' changes do not replace the text; they are merged by the rules, from `before` (R5).
 */
export function NotesEditor({ task, actions }: { task: Task; actions: TaskActions }) {
  const { tasks: words } = useMessages();
  const timing = useTiming();
  const [edit, setEdit] = useState<Edit>();
  const latest = useRef<Edit>(undefined);
  latest.current = edit;

  const save = useRef(async () => {});
  save.current = async () => {
    const saved = latest.current;
    if (saved === undefined || saved.text === saved.before) return;
    const { text: notes, before, base } = saved;
    const batch = await actions.quietly(
      actions.commands.setNotes({ taskId: task.id, notes, before, base }),
    );
    if (batch === undefined) return;
    setEdit((now) => now && { ...now, before: notes, base: batch.stamp });
  };
  const text = edit?.text;
  useEffect(() => {
    if (text === undefined) return undefined;
    return timing.after(saveAfterPauseMs, () => void save.current());
  }, [text, timing]);
  useEffect(() => {
    const saveNow = () => void save.current();
    document.addEventListener('visibilitychange', saveNow);
    return () => {
      document.removeEventListener('visibilitychange', saveNow);
      saveNow();
    };
  }, []);

  return (
    <textarea
      aria-label={words.notes}
      data-testid="task-notes-input"
      placeholder={words.notesPlaceholder}
      value={text ?? task.notes}
      maxLength={limits.notesMaxLength}
      onFocus={() => {
        const base = actions.commands.beginEdit(task.id, 'notes');
        setEdit({ base, before: task.notes, text: task.notes });
      }}
      onChange={({ target }) => setEdit((now) => now && { ...now, text: target.value })}
      onBlur={() => void save.current().then(() => setEdit(undefined))}
      className="field-sizing-content min-h-28 w-full resize-none rounded-control border border-transparent bg-transparent px-2 py-1.5 leading-6 hover:bg-raised/60 focus:bg-transparent focus-visible:border-accent focus-visible:outline-none"
    />
  );
}
