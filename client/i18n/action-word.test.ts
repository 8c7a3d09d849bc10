import { describe, expect, it } from 'vitest';
import { toldOf } from './action-word.ts';
import { english } from './language.ts';

const completed = { kind: 'task', id: 'a', group: 'status', value: { status: 'done' }, base: null };
const created = (fields: object) => ({
  kind: 'task',
  id: 'b',
  create: { title: 'Stretch', ...fields },
});
const daily = { rule: 'FREQ=DAILY', basis: 'due' };

describe('what is said of a completed task', () => {
  it('of a recurring one, when it comes back', async () => {
    const changes = [completed, created({ dueDate: '2026-11-29', recurrence: daily })];
    expect(await toldOf(english, { label: 'task.complete', changes })).toBe(
      'Done. Comes back on Sun 29 Nov',
    );
  });

  it('of any other one, that it is done; of other actions, their word', async () => {
    const subtask = created({ dueDate: '2026-11-29', recurrence: null });
    const changes = [completed, subtask];
    expect(await toldOf(english, { label: 'task.complete', changes })).toBe('Task completed');
    const added = created({ dueDate: '2026-11-29', recurrence: daily });
    expect(await toldOf(english, { label: 'task.add', changes: [added] })).toBe('Task added');
  });
});
