import type { Task } from './task.ts';

/** Tells where a task is: the project of the topmost of the given tasks that it stands under, or null (A5). */
export function createProjectIdFinder(tasks: readonly Task[]): (task: Task) => string | null {
  const tasksById = new Map(tasks.map((task) => [task.id, task]));
  return (task) => {
    const seen = new Set<string>();
    let top = task;
    while (top.parentId !== null && !seen.has(top.id)) {
      seen.add(top.id);
      const parent = tasksById.get(top.parentId);
      if (parent === undefined) break;
      top = parent;
    }
    return top.projectId;
  };
}
