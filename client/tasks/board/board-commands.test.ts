import { describe, expect, it } from 'vitest';
import type { Task } from '#shared/task';
import { createTaskCommands } from '../task-commands.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { type CardMove, moveCard } from './board-commands.ts';

const today = '2026-11-22';
const inbox = { projectId: null, parentId: null };

async function setUp(titles: readonly string[], fields: Partial<Task> = {}) {
  const store = createMemoryStore();
  const ids = await createTaskCommands(store).add({ titles, place: inbox, fields });
  const move = (to: Partial<CardMove> & Pick<CardMove, 'taskId' | 'columnKey'>) =>
    moveCard(store, {
      view: { name: 'inbox' },
      grouping: 'status',
      beside: undefined,
      today,
      ...to,
    });
  const order = () =>
    ids
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map((id) => store.current(id)?.['title']);
  const keyOf = (id: string) => String(store.current(id)?.['orderKey']);
  return { store, ids, move, order };
}

describe('moving a card', () => {
  it('takes the value of the column and a place in it as one batch, and one Undo takes both back', async () => {
    const { store, ids, move, order } = await setUp(['A', 'B', 'C']);
    const [a = '', , c = ''] = ids;

    await move({ taskId: c, columnKey: 'in_progress', beside: { taskId: a, side: 'before' } });

    expect(store.batches).toHaveLength(2);
    expect(store.current(c)?.['status']).toBe('in_progress');
    expect(order()).toEqual(['C', 'A', 'B']);
    await store.undo();
    expect(store.current(c)?.['status']).toBe('todo');
    expect(order()).toEqual(['A', 'B', 'C']);
  });

  it('within its column only the card is given a new key', async () => {
    const { store, ids, move, order } = await setUp(['A', 'B', 'C']);
    const [a = '', b = ''] = ids;

    await move({ taskId: a, columnKey: 'todo', beside: { taskId: b, side: 'after' } });

    expect(order()).toEqual(['B', 'A', 'C']);
    expect(store.batches[1]?.changes).toHaveLength(1);
  });

  it('[R8] in Done a task is completed as if it had been ticked off, and a recurring one comes back', async () => {
    const recurrence = { rule: 'FREQ=DAILY', basis: 'due' } as const;
    const { store, ids, move } = await setUp(['A'], { dueDate: today, recurrence });
    const [a = ''] = ids;

    const batch = await move({ taskId: a, columnKey: 'done' });

    expect(store.current(a)?.['status']).toBe('done');
    expect(store.current(a)?.['completedAt']).not.toBeNull();
    expect(batch?.label).toBe('task.complete');
    expect(batch?.changes.some((change) => 'create' in change)).toBe(true);
  });

  it('out of Done it is open again', async () => {
    const { store, ids, move } = await setUp(['A']);
    const [a = ''] = ids;
    await move({ taskId: a, columnKey: 'done' });
    await move({ taskId: a, columnKey: 'todo' });
    expect(store.current(a)).toMatchObject({ status: 'todo', completedAt: null });
  });

  it('section and place are one change of one group; the column without a section takes it away', async () => {
    const { store, ids, move } = await setUp(['A', 'B']);
    const [a = '', b = ''] = ids;
    const sectionId = '00000000-0000-4000-8000-00000000000a';
    const grouping = 'section';
    const beside = { taskId: b, side: 'after' } as const;

    await move({ taskId: a, columnKey: sectionId, grouping, beside });
    expect(store.current(a)?.['sectionId']).toBe(sectionId);
    expect(store.batches[1]?.changes).toHaveLength(1);

    await move({ taskId: a, columnKey: 'no-section', grouping });
    expect(store.current(a)?.['sectionId']).toBeNull();
  });

  it('to where it stands is no action, or Undo would take back the one before', async () => {
    const { store, ids, move } = await setUp(['A', 'B']);
    const [a = '', b = ''] = ids;
    await move({ taskId: a, columnKey: 'todo', beside: { taskId: b, side: 'before' } });
    await move({ taskId: a, columnKey: 'none', grouping: 'priority' });
    expect(store.batches).toHaveLength(1);
  });
});
