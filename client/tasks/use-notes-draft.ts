import { useCallback, useEffect, useRef, useState } from 'react';
import type { Task } from '#shared/task';
import { useTiming } from '#client/ui/timing.ts';
import type { TaskActions } from './use-task-actions.ts';

/** An edit of the notes: what it began from, and the text as typed so far. */
interface Edit {
  base: string | null;
  before: string;
  text: string;
}

/** The notes while they are written; `text` is undefined while they are not. */
export interface NotesDraft {
  text: string | undefined;
  /** Others have changed the notes since the edit began, or since it was last saved. */
  isChangedElsewhere: boolean;
  begin: () => void;
  type: (text: string) => void;
  end: () => Promise<void>;
}

const saveAfterPauseMs = 1_000;

/**
 * The edit of the notes of a task. Saved a second after the last key, on leaving the field and when the page is
 * hidden. While it is edited, others' changes do not replace the text; they are merged by the rules, from `before` (R5).
 */
export function useNotesDraft(task: Task, actions: TaskActions): NotesDraft {
  const timing = useTiming();
  // What is typed now, also for handlers that run when no render has come in between.
  const edit = useRef<Edit>(undefined);
  const [text, setText] = useState<string>();
  // The texts that are this edit's own: what it began from and what it saved.
  const [own, setOwn] = useState<readonly string[]>([]);
  const taskId = task.id;

  const save = useCallback(async () => {
    const saved = edit.current;
    if (saved === undefined || saved.text === saved.before) return;
    const { text: notes, before, base } = saved;
    setOwn((texts) => [...texts.slice(-9), notes]);
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
    if (edit.current !== undefined) return;
    const base = actions.commands.beginEdit(taskId, 'notes');
    edit.current = { base, before: task.notes, text: task.notes };
    setOwn([task.notes]);
    setText(task.notes);
  };
  const type = (typed: string) => {
    begin();
    if (edit.current !== undefined) edit.current.text = typed;
    setText(typed);
  };
  const end = async () => {
    await save();
    edit.current = undefined;
    setText(undefined);
  };
  const isChangedElsewhere = text !== undefined && text !== task.notes && !own.includes(task.notes);
  return { text, isChangedElsewhere, begin, type, end };
}
