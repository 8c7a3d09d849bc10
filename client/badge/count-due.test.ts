import { expect, test } from 'vitest';
import { plainTask } from '#client/tasks/testing/plain-task.ts';
import type { Project } from '#shared/project';
import { countDue } from './count-due.ts';

const today = '2026-11-28';
const none: readonly Project[] = [];
const archived = [
  { id: 'old', trashedAt: null, archivedAt: '2026-11-01T00:00:00.000Z' },
  { id: 'here', trashedAt: null, archivedAt: null },
] as Project[];

test('what is due today or overdue counts, what is due later or only starts today does not', () => {
  const tasks = [
    plainTask('a', { dueDate: '2026-11-20' }),
    plainTask('b', { dueDate: today }),
    plainTask('c', { dueDate: '2026-11-29' }),
    plainTask('d', { startDate: today }),
    plainTask('e'),
  ];
  expect(countDue({ tasks, projects: none, today })).toBe(2);
});

test('tasks of archived projects do not count, their subtasks neither, whatever project these still name', () => {
  const tasks = [
    plainTask('a', { projectId: 'old', dueDate: today }),
    plainTask('b', { projectId: 'here', parentId: 'a', dueDate: today }),
    plainTask('c', { projectId: 'here', dueDate: today }),
    plainTask('d', { projectId: 'gone', dueDate: today }),
  ];
  expect(countDue({ tasks, projects: archived, today })).toBe(2);
});

test('tasks that two devices put under each other still end the count', () => {
  const tasks = [
    plainTask('a', { parentId: 'b', dueDate: today }),
    plainTask('b', { parentId: 'a', dueDate: today }),
  ];
  expect(countDue({ tasks, projects: archived, today })).toBe(2);
});
