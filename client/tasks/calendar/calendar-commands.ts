import type { AppStore } from '#client/store/app-store.ts';
import type { Task } from '#shared/task';
import { changeNow, type CommandResult, commitChanges, readTask } from '../task-change.ts';
import { pinRecurrence } from './project-occurrences.ts';

/**
 * Moves one task to a day: its deadline, or the start of one that has a start only. `dueTime` sets its time too, which
 * makes a deadline of it (null takes the time away), undefined leaves it. Of a recurring task this
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
  if (task.dueDate === null && task.startDate !== null && typeof dueTime !== 'string') {
    return task.startDate === dueDate ? undefined : commitStart(store, taskId, dueDate);
  }
  const pinned = pinRecurrence(task.recurrence, task.dueDate);
  const recurrence =
    pinned === task.recurrence || task.dueDate === dueDate ? {} : { recurrence: pinned };
  // A deadline before the start it grew out of would hide the task until it is late.
  const isBeforeStart = task.dueDate === null && (task.startDate ?? dueDate) > dueDate;
  const start = isBeforeStart ? { startDate: dueDate } : {};
  const value = { dueDate, ...start, ...timeFields(task, dueTime), ...recurrence };
  const changes = [changeNow(store, { taskId, group: 'schedule', value })];
  return commitChanges(store, { label: 'task.schedule', changes });
}

function commitStart(store: AppStore, taskId: string, startDate: string): CommandResult {
  const changes = [changeNow(store, { taskId, group: 'schedule', value: { startDate } })];
  return commitChanges(store, { label: 'task.schedule', changes });
}

/** A time hangs on the wall of a zone: the task's own, else that of this device. */
function timeFields(task: Task, dueTime: string | null | undefined): object {
  if (dueTime === undefined) return {};
  if (dueTime === null) return { dueTime, timeZone: null };
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { dueTime, timeZone: task.timeZone ?? timeZone };
}
