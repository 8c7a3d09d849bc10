import type { AppStore } from '#client/store/app-store.ts';
import { commitParts } from '#client/store/commit-parts.ts';
import type { Change } from '#shared/push-message';
import { readDescendants } from './read-descendants.ts';
import { changeNow, type CommandResult, readTask } from './task-change.ts';

/** Moves a task with everything under it to the trash. */
export async function trashTask(store: AppStore, taskId: string): CommandResult {
  const subtasks = await readDescendants(store, taskId);
  const present = subtasks.filter(({ trashedAt }) => trashedAt === null);
  const taskIds = [taskId, ...present.map(({ id }) => id)];
  const changes = setTrashed(store, { taskIds, trashedAt: store.now() });
  return commitParts(store, { label: 'task.trash', changes });
}

/** Brings a task back, with what was put in the trash together with it. */
export async function restoreTask(store: AppStore, taskId: string): CommandResult {
  const trashedAt = readTask(store, taskId)?.trashedAt ?? null;
  if (trashedAt === null) return undefined;
  const subtasks = await readDescendants(store, taskId);
  const together = subtasks.filter((child) => child.trashedAt === trashedAt);
  const taskIds = [taskId, ...together.map(({ id }) => id)];
  const changes = setTrashed(store, { taskIds, trashedAt: null });
  return commitParts(store, { label: 'task.restore', changes });
}

function setTrashed(
  store: AppStore,
  { taskIds, trashedAt }: { taskIds: readonly string[]; trashedAt: string | null },
): Change[] {
  // What is here again, or goes for another reason, did not move.
  const value = { trashedAt, movedTo: null };
  return taskIds.map((taskId) => changeNow(store, { taskId, group: 'trash', value }));
}
