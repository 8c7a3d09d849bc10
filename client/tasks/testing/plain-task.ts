import type { Task } from '#shared/task';

/** An open task with nothing but what lists and sections look at. */
export function plainTask(id: string, fields: Partial<Task> = {}): Task {
  const plain = { kind: 'task', id, title: id, status: 'todo', priority: 'none', orderKey: id };
  const nothing = {
    projectId: null,
    parentId: null,
    dueDate: null,
    dueTime: null,
    startDate: null,
  };
  return { ...plain, ...nothing, trashedAt: null, ...fields } as Task;
}
