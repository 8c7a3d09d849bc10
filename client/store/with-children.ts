import type { Task } from '#shared/task';

/** Those of the wanted tasks that stand under none of the others, in the wanted order. */
export function topsOf(tasks: readonly Task[], wantedIds: readonly string[]): Task[] {
  const tasksById = new Map(tasks.map((task) => [task.id, task]));
  const wanted = new Set(wantedIds);
  const isUnder = (task: Task) => {
    const seen = new Set([task.id]);
    let parent = tasksById.get(task.parentId ?? '');
    while (parent !== undefined && !seen.has(parent.id)) {
      if (wanted.has(parent.id)) return true;
      seen.add(parent.id);
      parent = tasksById.get(parent.parentId ?? '');
    }
    return false;
  };
  return [...wanted].flatMap((id) => {
    const task = tasksById.get(id);
    return task === undefined || isUnder(task) ? [] : [task];
  });
}

/** Tasks with all that stands under them, parents before children; each once, also in a cycle. */
export function withChildren(tasks: readonly Task[], tops: readonly Task[]): Task[] {
  const childrenById = new Map<string, Task[]>();
  for (const task of tasks) {
    if (task.parentId === null) continue;
    childrenById.set(task.parentId, [...(childrenById.get(task.parentId) ?? []), task]);
  }
  const found = new Map(tops.map((task) => [task.id, task]));
  for (const { id } of found.values()) {
    for (const child of childrenById.get(id) ?? []) {
      if (!found.has(child.id)) found.set(child.id, child);
    }
  }
  return [...found.values()];
}
