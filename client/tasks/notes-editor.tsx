import { useCallback, useEffect, useRef, useState } from 'react';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { useTiming } from '#client/ui/timing.ts';
import type { TaskActions } from './use-task-actions.ts';
import { textDirection } from '#client/ui/text-direction.ts';

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
  // What is typed now, also for handlers that run when no render has come in between.
  const edit = useRef<Edit>(undefined);
  const [text, setText] = useState<string>();
  const taskId = task.id;

  const save = useCallback(async () => {
    const saved = edit.current;
    if (saved === undefined || saved.text === saved.before) return;
    const { text: notes, before, base } = saved;
    const setting = actions.commands.setNotes({ taskId, notes, before, base });
    const batch = await actions.quietly(setting);
    if (batch === undefined || edit.current === undefined) return;
    edit.current = { ...edit.current, before: notes, base: batch.stamp };
  }, [actions, taskId]);
  useEffect(() => {
    if (text === undefined) return undefined;
    return timing.after(saveAfterPauseMs, () => void save());
  }, [text, timing, save]);
  useEffect(() => {
    const saveNow = () => void save();
    document.addEventListener('visibilitychange', saveNow);
    return () => {
      document.removeEventListener('visibilitychange', saveNow);
      saveNow();
    };
  }, [save]);
  const begin = () => {
    const base = actions.commands.beginEdit(taskId, 'notes');
    edit.current = { base, before: task.notes, text: task.notes };
    setText(task.notes);
  };
  const type = (typed: string) => {
    if (edit.current === undefined) begin();
    if (edit.current !== undefined) edit.current.text = typed;
    setText(typed);
  };
  const end = async () => {
    await save();
    edit.current = undefined;
    setText(undefined);
  };

  return (
    <textarea
      dir={textDirection(text ?? task.notes)}
      aria-label={words.notes}
      data-testid="task-notes-input"
      placeholder={words.notesPlaceholder}
      value={text ?? task.notes}
      maxLength={limits.notesMaxLength}
      onFocus={begin}
      onChange={({ target }) => type(target.value)}
      onBlur={() => void end()}
      className="field-sizing-content min-h-28 text-start w-full resize-none rounded-control border border-transparent bg-transparent px-2 py-1.5 leading-6 hover:bg-raised/60 focus:bg-transparent focus-visible:border-accent focus-visible:outline-none"
    />
  );
}
