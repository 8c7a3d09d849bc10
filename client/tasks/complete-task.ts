import type { AppStore } from '#client/store/app-store.ts';
import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';
import { readDescendants } from './read-descendants.ts';

/** The changes that complete one task with what is under it; see `completeTask`. */
export async function completeOne(
  store: AppStore,
  { task, today }: { task: Task; today: string },
): Promise<Change[]> {
  const descendants = await readDescendants(store, task.id);
  return completeTask(store, { task, descendants, today });
}

/**
 * The changes that complete a task: itself, its open subtasks, and for a recurring one the next occurrence with its
 * subtasks (`descendants`, those in the trash left out) open again.
 */
export async function completeTask(
  store: AppStore,
  { task, descendants, today }: { task: Task; descendants: readonly Task[]; today: string },
): Promise<Change[]> {
  const subtasks = descendants.filter((child) => child.trashedAt === null);
  const open = subtasks.filter(
    (child) => child.status === 'todo' || child.status === 'in_progress',
  );
  const changes = [task, ...open].map((done) => closeChange(store, done.id));
  if (task.recurrence !== null) {
    // Few tasks recur: what makes the next one is loaded after the list.
    const { nextOccurrenceChanges } = await import('./next-occurrence.ts');
    changes.push(...(await nextOccurrenceChanges(store, { task, subtasks, today })));
  }
  return changes;
}

function closeChange(store: AppStore, taskId: string): Change {
  return {
    kind: 'task',
    id: taskId,
    group: 'status',
    value: { status: 'done', completedAt: store.now() },
    base: store.baseOf(taskId, 'status'),
  };
}
