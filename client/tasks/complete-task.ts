import type { AppStore } from '#client/store/app-store.ts';
import { limits } from '#shared/limits';
import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';
import { readDescendants } from './task-queries.ts';

/**
 * The changes that complete a task: itself, its open subtasks, and for a recurring one the next occurrence with its
 * subtasks open again.
 */
export async function completeTask(store: AppStore, task: Task, today: string): Promise<Change[]> {
  const subtasks = (await readDescendants(store, task.id)).filter(
    (child) => child.trashedAt === null,
  );
  const open = subtasks.filter(
    (child) => child.status === 'todo' || child.status === 'in_progress',
  );
  const changes = [task, ...open].map((done) => closeChange(store, done.id));
  if (task.recurrence !== null) {
    // Few tasks recur: what makes the next one is loaded after the list.
    const { nextOccurrenceChanges } = await import('./next-occurrence.ts');
    changes.push(...(await nextOccurrenceChanges(store, { task, subtasks, today })));
  }
  return changes.slice(0, limits.batchMaxChanges);
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
