import type { Task } from '#shared/task';

/** An open task outside all projects, made at the beginning of 2026; `fields` say the rest. */
export function openTask(id: string, fields: Partial<Task> = {}): Task {
  const plain = {
    kind: 'task',
    id,
    title: id,
    status: 'todo',
    completedAt: null,
    priority: 'none',
  };
  const dates = { startDate: null, dueDate: null, dueTime: null, timeZone: null, recurrence: null };
  const place = { projectId: null, parentId: null, sectionId: null, orderKey: id };
  const more = {
    estimateMinutes: null,
    trashedAt: null,
    labels: {},
    createdAt: '2026-01-01T09:00:00.000Z',
  };
  return { ...plain, ...dates, ...place, ...more, ...fields } as Task;
}

/** The same, done at an instant. */
export function doneAt(
  completedAt: string,
  id: string = completedAt,
  fields: Partial<Task> = {},
): Task {
  return openTask(id, { status: 'done', completedAt, ...fields });
}
