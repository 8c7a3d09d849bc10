import type { AppStore } from '#client/store/app-store.ts';
import { compareOrder } from '#shared/compare-order';
import type { Task } from '#shared/task';

/** Every task below the given one, parents before children; each at most once, also in a cycle. */
export async function readDescendants(store: AppStore, taskId: string): Promise<Task[]> {
  await store.untilReady();
  const childrenById = new Map<string, Task[]>();
  for (const task of store.documents<Task>('task')) {
    if (task.parentId === null) continue;
    const children = childrenById.get(task.parentId);
    if (children === undefined) childrenById.set(task.parentId, [task]);
    else children.push(task);
  }
  const found = new Map<string, Task>();
  let parentIds = [taskId];
  while (parentIds.length > 0) {
    const children = parentIds.flatMap((id) => childrenById.get(id) ?? []);
    const fresh = children.filter((child) => child.id !== taskId && !found.has(child.id));
    for (const child of fresh.sort(compareOrder)) found.set(child.id, child);
    parentIds = fresh.map((child) => child.id);
  }
  return [...found.values()];
}
