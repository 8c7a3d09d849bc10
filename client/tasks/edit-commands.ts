import type { AppStore } from '#client/store/app-store.ts';
import { loadOnce } from '#client/store/load-once.ts';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import {
  changeNow,
  type CommandResult,
  commitChanges,
  fieldChange,
  readTask,
  splitTitle,
  toStorable,
} from './task-change.ts';

/** The dates of a task as a person sets them; without `startDate` that one stays. */
export type TaskSchedule = Pick<Task, 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'> &
  Partial<Pick<Task, 'startDate'>>;

const loadCompleting = loadOnce(() => import('./complete-task.ts'));

/** Commands on the text of one task. */
export function createTextCommands(store: AppStore) {
  return {
    /** Sets the title. Line breaks become spaces; an empty title changes nothing. */
    rename: async (edit: { taskId: string; title: string; base: string | null }): CommandResult => {
      const { taskId, base } = edit;
      const { title } = splitTitle(edit.title);
      if (title === '' || title === readTask(store, taskId)?.title) return undefined;
      const changes = [fieldChange({ taskId, group: 'title', value: { title }, base })];
      return commitChanges(store, { label: 'task.rename', changes });
    },

    /** Sets the notes; `before` is the text the edit began from, against which others' edits are merged. */
    setNotes: async (edit: {
      taskId: string;
      notes: string;
      before: string;
      base: string | null;
    }): CommandResult => {
      const { taskId, base, before } = edit;
      const notes = toStorable(edit.notes).slice(0, limits.notesMaxLength);
      if (notes === before) return undefined;
      const change = fieldChange({ taskId, group: 'notes', value: { notes }, base });
      return commitChanges(store, { label: 'task.notes', changes: [{ ...change, before }] });
    },
  };
}

/** Commands on state, priority and date of one task. */
export function createStateCommands(store: AppStore) {
  return {
    /** Completes a task with its open subtasks; a recurring one comes back. `today` is the person's date. */
    complete: async (taskId: string, today: string): CommandResult => {
      const task = readTask(store, taskId);
      if (task === undefined || task.status === 'done') return undefined;
      const { completeOne } = await loadCompleting();
      const changes = await completeOne(store, { task, today });
      return commitChanges(store, { label: 'task.complete', changes });
    },

    /** Sets a state other than done. */
    setStatus: async (taskId: string, status: Exclude<Task['status'], 'done'>): CommandResult => {
      const completedAt = status === 'cancelled' ? store.now() : null;
      const value = { status, completedAt };
      const changes = [changeNow(store, { taskId, group: 'status', value })];
      const label = status === 'todo' ? 'task.reopen' : 'task.status';
      return commitChanges(store, { label, changes });
    },

    setPriority: async (taskId: string, priority: Task['priority']): CommandResult => {
      if (readTask(store, taskId)?.priority === priority) return undefined;
      const changes = [changeNow(store, { taskId, group: 'priority', value: { priority } })];
      return commitChanges(store, { label: 'task.priority', changes });
    },

    setSchedule: async (edit: {
      taskId: string;
      schedule: TaskSchedule;
      base: string | null;
    }): CommandResult => {
      const { taskId, schedule, base } = edit;
      const changes = [fieldChange({ taskId, group: 'schedule', value: schedule, base })];
      return commitChanges(store, { label: 'task.schedule', changes });
    },
  };
}
