import type { Project } from '#shared/project';
import type { Task } from '#shared/task';

/**
 * How many open tasks are due today or overdue. As in the lists, those of trashed and archived projects do not count (R7), and
 * a subtask is where its topmost task is (R8). `tasks`: all open ones.
 */
export function countDue(of: {
  tasks: readonly Task[];
  projects: readonly Project[];
  today: string;
}): number {
  const due = of.tasks.filter(({ dueDate }) => dueDate !== null && dueDate <= of.today);
  if (due.length === 0) return 0;
  const hidden = of.projects.filter((project) => project.trashedAt ?? project.archivedAt);
  if (hidden.length === 0) return due.length;
  const hiddenIds = new Set<string | null>(hidden.map(({ id }) => id));
  const byId = new Map(of.tasks.map((task) => [task.id, task]));
  return due.filter((task) => !hiddenIds.has(projectOf(task, byId))).length;
}

function projectOf(task: Task, byId: ReadonlyMap<string, Task>): string | null {
  let top = task;
  // Parents that two devices made of each other end somewhere too.
  for (const seen = new Set([task.id]); top.parentId !== null; seen.add(top.id)) {
    const parent = byId.get(top.parentId);
    if (parent === undefined || seen.has(parent.id)) break;
    top = parent;
  }
  return top.projectId;
}
