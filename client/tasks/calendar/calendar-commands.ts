import type { AppStore } from '#client/store/app-store.ts';
import type { Task } from '#shared/task';
import { changeNow, type CommandResult, commitChanges, readTask } from '../task-change.ts';
import { pinRecurrence } from './project-occurrences.ts';

/**
 * Moves one task to a day; `dueTime` sets its time too (null takes it away), undefined leaves it. Of a recurring task this
 * occurrence moves and the rule stays, so those after it come on the days they would have come on.
 */
export async function moveOnCalendar(
  store: AppStore,
  { taskId, dueDate, dueTime }: { taskId: string; dueDate: string; dueTime?: string | null },
): CommandResult {
  const task = readTask(store, taskId);
  if (task === undefined) return undefined;
  const isSame = task.dueDate === dueDate && (dueTime === undefined || dueTime === task.dueTime);
  if (isSame) return undefined;
  const pinned = pinRecurrence(task.recurrence, task.dueDate);
  const recurrence =
    pinned === task.recurrence || task.dueDate === dueDate ? {} : { recurrence: pinned };
  const value = { dueDate, ...timeFields(task, dueTime), ...recurrence };
  const changes = [changeNow(store, { taskId, group: 'schedule', value })];
  return commitChanges(store, { label: 'task.schedule', changes });
}

/** A time hangs on the wall of a zone: the task's own, else that of this device. */
function timeFields(task: Task, dueTime: string | null | undefined): object {
  if (dueTime === undefined) return {};
  if (dueTime === null) return { dueTime, timeZone: null };
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { dueTime, timeZone: task.timeZone ?? timeZone };
}
