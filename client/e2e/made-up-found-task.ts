import type { FoundTask } from '#shared/found-task-message';

const id = (last: number) => `3d1f6c1e-0000-4000-8000-00000000000${last}`;

/** What the server says of a task that no device of a test holds. */
export const madeUpFoundTask: FoundTask = {
  task: {
    id: id(1),
    workspaceId: id(2),
    title: 'Call Ana',
    notes: 'Ask for the *keys*\n\n- [ ] front door',
    status: 'done',
    priority: 'urgent',
    startDate: '2020-01-01',
    dueDate: '2020-01-02',
    dueTime: '09:00',
    recurrence: { rule: 'FREQ=WEEKLY', basis: 'due' },
    createdAt: '2020-01-01T09:00:00.000Z',
    completedAt: '2020-01-02T09:00:00.000Z',
    trashedAt: null,
  },
  project: { id: id(3), name: 'Trip', color: 'teal', icon: 'home' },
  parentTitle: 'Pack',
  labels: [{ id: id(4), name: 'bag', color: 'amber' }],
  comments: [
    {
      id: id(5),
      text: 'On `Friday`',
      createdAt: '2020-01-01T10:00:00.000Z',
      createdBy: id(6),
      author: 'Alice',
    },
  ],
  olderComments: 3,
  isWhole: true,
};
