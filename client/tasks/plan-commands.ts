import type { AppStore } from '#client/store/app-store.ts';
import { commitParts } from '#client/store/commit-parts.ts';
import { limits } from '#shared/limits';
import { changeNow, type CommandResult, readTask } from './task-change.ts';

/**
 * Moves tasks to a day, as one action: the deadline, or the start of those that have a start only. Nothing else
 * changes: time, zone and repetition are set by nobody here, so an edit of them on another device stands.
 */
export function moveToDay(
  store: AppStore,
  { taskIds, date }: { taskIds: readonly string[]; date: string },
): CommandResult {
  const changes = taskIds.map((taskId) => {
    const task = readTask(store, taskId);
    const hasStartOnly = task !== undefined && task.dueDate === null && task.startDate !== null;
    const value = hasStartOnly ? { startDate: date } : { dueDate: date };
    return changeNow(store, { taskId, group: 'schedule', value });
  });
  return commitParts(store, { label: 'task.schedule', changes });
}

/**
 * Moves overdue tasks to a day, as one action: Undo takes all of it back, also when it needs several batches. Tasks
 * that have gone meanwhile, or stand on that day, are left out; answers how many were moved.
 */
export async function replan(
  store: AppStore,
  { taskIds, dueDate }: { taskIds: readonly string[]; dueDate: string },
): Promise<number> {
  const movable = taskIds.filter((taskId) => {
    const task = readTask(store, taskId);
    return task !== undefined && task.dueDate !== dueDate;
  });
  const action = store.newActionId();
  const parts: Promise<unknown>[] = [];
  for (let start = 0; start < movable.length; start += limits.batchMaxChanges) {
    const part = movable.slice(start, start + limits.batchMaxChanges);
    const changes = part.map((taskId) =>
      changeNow(store, { taskId, group: 'schedule', value: { dueDate } }),
    );
    parts.push(store.commit({ label: 'task.replan', changes, action }));
  }
  // All are asked for before the first is done: one that finds no room is kept, and so must be those behind it.
  await Promise.all(parts);
  return movable.length;
}
