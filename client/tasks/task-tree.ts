import type { AppStore } from '#client/store/app-store.ts';
import { compareOrder } from '#shared/compare-order';
import type { Task } from '#shared/task';

/** All tasks outside the trash by who stands under whom, read once for an action on many of them. */
export interface TaskTree {
  get: (taskId: string) => Task | undefined;
  /** In their order; `null`: tasks at the top of a project or of the inbox. */
  children: (parentId: string | null) => readonly Task[];
  /** Everything below a task, parents before children; each once, also in a cycle. */
  descendants: (taskId: string) => readonly Task[];
  /** Those of the given tasks that stand under none of the others, in the given order. */
  roots: (taskIds: readonly string[]) => readonly Task[];
  /** How many tasks a task stands under. */
  level: (taskId: string) => number;
  /** How many levels stand under a task. */
  height: (taskId: string) => number;
}

/** See `TaskTree`; as shown now. */
export async function readTaskTree(store: AppStore): Promise<TaskTree> {
  await store.untilReady();
  return createTaskTree(
    store.documents<Task>('task').filter(({ trashedAt }) => trashedAt === null),
  );
}

/** See `TaskTree`; a parent that is not among the tasks counts as none. */
export function createTaskTree(tasks: readonly Task[]): TaskTree {
  const tasksById = new Map(tasks.map((task) => [task.id, task]));
  const childrenById = new Map<string | null, Task[]>();
  for (const task of [...tasks].sort(compareOrder)) {
    const parentId = task.parentId !== null && tasksById.has(task.parentId) ? task.parentId : null;
    const siblings = childrenById.get(parentId);
    if (siblings === undefined) childrenById.set(parentId, [task]);
    else siblings.push(task);
  }
  const children = (parentId: string | null) => childrenById.get(parentId) ?? [];
  const ancestors = (taskId: string) => ancestorsOf(tasksById, taskId);
  const descendants = (taskId: string): Task[] => {
    const found = new Map<string, Task>();
    const visit = (parentId: string) => {
      for (const child of children(parentId)) {
        if (child.id === taskId || found.has(child.id)) continue;
        found.set(child.id, child);
        visit(child.id);
      }
    };
    visit(taskId);
    return [...found.values()];
  };
  const level = (taskId: string) => ancestors(taskId).length;
  return {
    get: (taskId) => tasksById.get(taskId),
    children,
    descendants,
    roots: (taskIds) => {
      const wanted = new Set(taskIds);
      return [...wanted].flatMap((taskId) => {
        const task = tasksById.get(taskId);
        const isUnder = ancestors(taskId).some(({ id }) => wanted.has(id));
        return task === undefined || isUnder ? [] : [task];
      });
    },
    level,
    height: (taskId) =>
      Math.max(0, ...descendants(taskId).map(({ id }) => level(id) - level(taskId))),
  };
}

function ancestorsOf(tasksById: ReadonlyMap<string, Task>, taskId: string): readonly Task[] {
  const found: Task[] = [];
  let parentId = tasksById.get(taskId)?.parentId ?? null;
  while (parentId !== null) {
    const parent = tasksById.get(parentId);
    if (parent === undefined || parent.id === taskId || found.includes(parent)) break;
    found.push(parent);
    parentId = parent.parentId;
  }
  return found;
}
