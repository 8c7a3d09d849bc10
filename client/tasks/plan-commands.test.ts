import { describe, expect, it, vi } from 'vitest';
import { limits } from '#shared/limits';
import { moveToDay, replan } from './plan-commands.ts';
import { createTaskCommands } from './task-commands.ts';
import { createMemoryStore } from './testing/memory-store.ts';

const today = '2026-11-22';
const inbox = { projectId: null, parentId: null };
const weekly = {
  dueDate: '2026-11-18',
  dueTime: '09:00',
  timeZone: 'Europe/Lisbon',
  recurrence: { rule: 'FREQ=WEEKLY;BYDAY=WE', basis: 'due' },
} as const;

function setUp() {
  const store = createMemoryStore();
  return { store, commands: createTaskCommands(store) };
}

describe('re-planning', () => {
  it('moves all tasks in one batch, of which only the date is a part', async () => {
    const { store, commands } = setUp();
    const taskIds = await commands.add({ titles: ['A', 'B'], place: inbox, fields: weekly });
    const bases = taskIds.map((id) => store.baseOf(id, 'schedule'));

    expect(await replan(store, { taskIds, dueDate: today })).toBe(2);

    expect(store.batches).toHaveLength(2);
    expect(store.batches[1]?.label).toBe('task.replan');
    expect(store.batches[1]?.changes).toEqual(
      taskIds.map((id, index) => {
        const value = { dueDate: today };
        return { kind: 'task', id, group: 'schedule', value, base: bases[index] };
      }),
    );
    expect(store.current(taskIds[0] ?? '')).toMatchObject({ ...weekly, dueDate: today });
  });

  it('a weekly task that was moved keeps its weekday: the next one is on a Wednesday again', async () => {
    const { store, commands } = setUp();
    const [id = ''] = await commands.add({ titles: ['A'], place: inbox, fields: weekly });
    await replan(store, { taskIds: [id], dueDate: today });

    const batch = await commands.complete(id, today);

    const created = batch?.changes.find((change) => 'create' in change);
    expect(created).toMatchObject({ create: { dueDate: '2026-11-25', dueTime: '09:00' } });
  });

  it('one Undo brings every date back', async () => {
    const { store, commands } = setUp();
    const taskIds = await commands.add({ titles: ['A', 'B'], place: inbox, fields: weekly });
    await replan(store, { taskIds, dueDate: today });
    await store.undo();
    for (const id of taskIds) expect(store.current(id)?.['dueDate']).toBe('2026-11-18');
  });

  it('more tasks than a batch can hold are several batches of one action', async () => {
    const { store, commands } = setUp();
    const titles = Array.from({ length: limits.batchMaxChanges }, (_, index) => `Task ${index}`);
    const fields = { dueDate: '2026-11-18' };
    const first = await commands.add({ titles, place: inbox, fields });
    const rest = await commands.add({ titles: ['One more'], place: inbox, fields });
    const commit = vi.spyOn(store, 'commit');

    expect(await replan(store, { taskIds: [...first, ...rest], dueDate: today })).toBe(501);

    const actions = commit.mock.calls.map(([{ action }]) => action);
    expect(actions).toHaveLength(2);
    expect(new Set(actions).size).toBe(1);
  });

  it('a part that finds no room does not keep the parts behind it from being asked for', async () => {
    const { store, commands } = setUp();
    const titles = Array.from({ length: limits.batchMaxChanges }, (_, index) => `Task ${index}`);
    const fields = { dueDate: '2026-11-18' };
    const first = await commands.add({ titles, place: inbox, fields });
    const rest = await commands.add({ titles: ['One more'], place: inbox, fields });
    const commit = vi.spyOn(store, 'commit').mockRejectedValueOnce(new Error('no room'));

    const moving = replan(store, { taskIds: [...first, ...rest], dueDate: today });
    await expect(moving).rejects.toThrow('no room');

    expect(commit).toHaveBeenCalledTimes(2);
    expect(store.current(rest[0] ?? '')).toMatchObject({ dueDate: today });
  });

  it('what is on that day already, or is gone, is no change', async () => {
    const { store, commands } = setUp();
    const [id = ''] = await commands.add({
      titles: ['A'],
      place: inbox,
      fields: { dueDate: today },
    });
    expect(await replan(store, { taskIds: [id, 'gone'], dueDate: today })).toBe(0);
    expect(store.batches).toHaveLength(1);
  });
});

describe('moving a task to a day', () => {
  it('keeps time and repetition, and dropped on its own day nothing is changed', async () => {
    const { store, commands } = setUp();
    const [id = ''] = await commands.add({ titles: ['A'], place: inbox, fields: weekly });

    const batch = await moveToDay(store, { taskIds: [id], date: today });

    expect(batch?.label).toBe('task.schedule');
    expect(store.current(id)).toMatchObject({ ...weekly, dueDate: today });
    expect(await moveToDay(store, { taskIds: [id], date: today })).toBeUndefined();
  });
});
