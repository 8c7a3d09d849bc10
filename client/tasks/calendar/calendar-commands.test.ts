import { describe, expect, it } from 'vitest';
import type { Task } from '#shared/task';
import { createTaskCommands } from '../task-commands.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { moveOnCalendar } from './calendar-commands.ts';

async function setUp(fields: Partial<Task>) {
  const store = createMemoryStore();
  const place = { projectId: null, parentId: null };
  const [taskId = ''] = await createTaskCommands(store).add({
    titles: ['Pay rent'],
    place,
    fields,
  });
  return { store, taskId };
}

describe('moving a task on the calendar', () => {
  it('to another day keeps its time and sets the date alone', async () => {
    const { store, taskId } = await setUp({
      dueDate: '2026-11-22',
      dueTime: '09:30',
      timeZone: 'Europe/Berlin',
    });
    const batch = await moveOnCalendar(store, { taskId, dueDate: '2026-11-24' });
    expect(batch?.changes).toMatchObject([{ value: { dueDate: '2026-11-24' } }]);
    expect(store.current(taskId)).toMatchObject({ dueTime: '09:30', timeZone: 'Europe/Berlin' });
  });

  it('to a time keeps its zone, and to a whole day takes both away', async () => {
    const { store, taskId } = await setUp({
      dueDate: '2026-11-22',
      dueTime: '09:30',
      timeZone: 'Asia/Tokyo',
    });
    await moveOnCalendar(store, { taskId, dueDate: '2026-11-22', dueTime: '10:15' });
    expect(store.current(taskId)).toMatchObject({ dueTime: '10:15', timeZone: 'Asia/Tokyo' });
    await moveOnCalendar(store, { taskId, dueDate: '2026-11-23', dueTime: null });
    expect(store.current(taskId)).toMatchObject({ dueTime: null, timeZone: null });
  });

  it('of a recurring task moves this one: the next comes on the day it would have come on', async () => {
    const recurrence = { rule: 'FREQ=WEEKLY', basis: 'due' } as const;
    const { store, taskId } = await setUp({ dueDate: '2026-11-23', recurrence });

    await moveOnCalendar(store, { taskId, dueDate: '2026-11-25' });
    const batch = await createTaskCommands(store).complete(taskId, '2026-11-25');

    expect(batch?.changes).toContainEqual(
      expect.objectContaining({ create: expect.objectContaining({ dueDate: '2026-11-30' }) }),
    );
  });

  it('that has a start only moves its start, and a time makes a deadline of it', async () => {
    const { store, taskId } = await setUp({ startDate: '2026-11-24' });
    await moveOnCalendar(store, { taskId, dueDate: '2026-11-26' });
    expect(store.current(taskId)).toMatchObject({ startDate: '2026-11-26', dueDate: null });
    await moveOnCalendar(store, { taskId, dueDate: '2026-11-25', dueTime: '10:15' });
    const timed = { startDate: '2026-11-25', dueDate: '2026-11-25', dueTime: '10:15' };
    expect(store.current(taskId)).toMatchObject(timed);
  });

  it('to where it stands is no action', async () => {
    const { store, taskId } = await setUp({ dueDate: '2026-11-22' });
    await moveOnCalendar(store, { taskId, dueDate: '2026-11-22' });
    expect(store.batches).toHaveLength(1);
  });
});
