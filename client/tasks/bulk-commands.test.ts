import { describe, expect, it } from 'vitest';
import {
  addLabelToAll,
  completeAll,
  setDatesOfAll,
  setLabelOfAll,
  setPriorityOfAll,
  setRepeatOfAll,
  trashAll,
} from './bulk-commands.ts';
import { duplicateTasks } from './duplicate-tasks.ts';
import { indentTasks, moveTasks, outdentTasks, placeTasks } from './move-tasks.ts';
import { createTaskCommands } from './task-commands.ts';
import { readTask } from './task-change.ts';
import { createMemoryStore } from './testing/memory-store.ts';

const today = '2026-11-22';
const inbox = { projectId: null, parentId: null };
const projectId = '99999999-9999-4999-8999-999999999999';
const sectionId = '88888888-8888-4888-8888-888888888888';

async function setUp(titles: readonly string[]) {
  const store = createMemoryStore();
  const commands = createTaskCommands(store);
  const taskIds = await commands.add({ titles, place: inbox });
  const under = async (parentId: string, title: string) => {
    const [id = ''] = await commands.add({ titles: [title], place: { projectId: null, parentId } });
    return id;
  };
  const task = (id: string | undefined) => readTask(store, id ?? '');
  return { store, commands, taskIds, under, task };
}

describe('an action on many tasks', () => {
  it('is one batch, and leaves out what holds the value already', async () => {
    const { store, taskIds, commands } = await setUp(['A', 'B', 'C']);
    await commands.setPriority(taskIds[0] ?? '', 'high');
    const before = store.batches.length;
    const batch = await setPriorityOfAll(store, { taskIds, priority: 'high' });
    expect(store.batches).toHaveLength(before + 1);
    expect(batch?.changes.map(({ id }) => id)).toEqual(taskIds.slice(1));
    expect(await setPriorityOfAll(store, { taskIds, priority: 'high' })).toBeUndefined();
  });

  it('makes several tasks come back on the days and at the times they have, and those without a day from today', async () => {
    const { store, commands, taskIds, task } = await setUp(['A', 'B']);
    const [a = '', b = ''] = taskIds;
    const own = {
      startDate: null,
      dueDate: '2026-12-24',
      dueTime: '08:00',
      timeZone: 'Asia/Tokyo',
    };
    const base = commands.beginEdit(a, 'schedule');
    await commands.setSchedule({ taskId: a, schedule: { ...own, recurrence: null }, base });
    const recurrence = { rule: 'FREQ=DAILY', basis: 'due' } as const;
    const bases = () => new Map(taskIds.map((id) => [id, store.baseOf(id, 'schedule')]));
    await setRepeatOfAll(store, { taskIds, repeat: { recurrence }, bases: bases(), today });
    expect(task(a)).toMatchObject({ ...own, recurrence });
    expect(task(b)).toMatchObject({ dueDate: today, dueTime: null, recurrence });
    // A time alone leaves repetitions alone.
    const repeat = { dueTime: '09:00', timeZone: 'Europe/Berlin' };
    await setRepeatOfAll(store, { taskIds, repeat, bases: bases(), today });
    expect(task(a)).toMatchObject({ dueDate: '2026-12-24', ...repeat, recurrence });
    await setRepeatOfAll(store, { taskIds, repeat: { recurrence: null }, bases: bases(), today });
    expect(task(a)).toMatchObject({ dueDate: '2026-12-24', ...repeat, recurrence: null });
    expect(task(b)).toMatchObject({ dueDate: today, recurrence: null });
  });

  it('a new label is made in each workspace that the tasks are of', async () => {
    const { store, taskIds, task } = await setUp(['A', 'B']);
    const [a = '', b = ''] = taskIds;
    store.put({ ...task(b)!, workspaceId: '77777777-7777-4777-8777-777777777777' });
    await addLabelToAll(store, { taskIds, label: { name: 'new', color: 'blue', orderKey: 'a1' } });
    const made = store.batches.slice(1).map(({ changes }) => changes);
    expect(made.map((changes) => changes.map(({ kind }) => kind))).toEqual([
      ['label', 'task'],
      ['label', 'task'],
    ]);
    expect(made.map((changes) => changes[1]?.id)).toEqual([a, b]);
    expect(Object.keys(task(a)?.labels ?? {})).toEqual([made[0]?.[0]?.id]);
    expect(Object.keys(task(b)?.labels ?? {})).toEqual([made[1]?.[0]?.id]);
  });

  it('of more than 500 changes is several batches under one action', async () => {
    const titles = Array.from({ length: 500 }, (_, index) => `Task ${index}`);
    const { store, taskIds, commands } = await setUp(titles);
    const more = await commands.add({ titles: ['one', 'more'], place: inbox });
    const actions: (string | undefined)[] = [];
    const watched = {
      ...store,
      commit: (action: Parameters<typeof store.commit>[0]) => {
        actions.push(action.action);
        return store.commit(action);
      },
    };
    await setDatesOfAll(watched, { taskIds: [...taskIds, ...more], dates: { startDate: today } });
    expect(actions).toHaveLength(2);
    expect(actions[0]).toBeDefined();
    expect(new Set(actions).size).toBe(1);
  });

  it('without a deadline there is neither time nor repetition; a start leaves both', async () => {
    const { store, taskIds, commands, task } = await setUp(['A']);
    const recurrence = { rule: 'FREQ=DAILY', basis: 'due' } as const;
    const schedule = { dueDate: today, dueTime: '09:00', timeZone: 'Europe/Kyiv', recurrence };
    await commands.setSchedule({ taskId: taskIds[0] ?? '', schedule, base: null });
    await setDatesOfAll(store, { taskIds, dates: { startDate: today } });
    expect(task(taskIds[0])).toMatchObject({ ...schedule, startDate: today });
    await setDatesOfAll(store, { taskIds, dates: { dueDate: null } });
    expect(task(taskIds[0])).toMatchObject({ dueTime: null, recurrence: null, startDate: today });
  });

  it('completes what is under a task once, also where both are selected; all closed are opened again', async () => {
    const { store, taskIds, under, task } = await setUp(['A', 'B']);
    const child = await under(taskIds[0] ?? '', 'Child');
    const all = [...taskIds, child];
    const batch = await completeAll(store, { taskIds: all, today });
    expect(batch?.changes).toHaveLength(3);
    const reopened = await completeAll(store, { taskIds: all, today });
    expect(reopened?.label).toBe('task.reopen');
    expect(all.map((id) => task(id)?.status)).toEqual(['todo', 'todo', 'todo']);
  });

  it('labels are put on and taken off one by one, so that another person’s labels stay', async () => {
    const { store, taskIds, task } = await setUp(['A', 'B']);
    await setLabelOfAll(store, { taskIds, labelId: sectionId, isOn: true });
    expect(task(taskIds[1])?.labels).toEqual({ [sectionId]: true });
    await setLabelOfAll(store, { taskIds, labelId: sectionId, isOn: false });
    expect(task(taskIds[1])?.labels).toEqual({});
  });

  it('puts what is under a task into the trash with it, under one time', async () => {
    const { store, taskIds, under, task } = await setUp(['A']);
    const child = await under(taskIds[0] ?? '', 'Child');
    await trashAll(store, { taskIds });
    expect(task(child)?.trashedAt).toBe(task(taskIds[0])?.trashedAt);
    expect(task(child)?.trashedAt).not.toBeNull();
  });
});

describe('moving tasks', () => {
  it('keeps their order, takes subtasks along, and names the section of the top ones only', async () => {
    const { store, taskIds, under, task } = await setUp(['A', 'B', 'C']);
    const child = await under(taskIds[0] ?? '', 'Child');
    const place = { projectId, sectionId, parentId: null };
    await moveTasks(store, { taskIds: taskIds.slice(0, 2), place });
    const [a, b] = taskIds.map(task);
    expect(a?.sectionId).toBe(sectionId);
    expect((a?.orderKey ?? '') < (b?.orderKey ?? '')).toBe(true);
    expect(task(child)).toMatchObject({ projectId, sectionId: null, parentId: taskIds[0] });
  });

  it('several tasks dropped beside one stand there together', async () => {
    const { store, taskIds, task } = await setUp(['A', 'B', 'C', 'D']);
    const [a = '', b = '', c = '', d = ''] = taskIds;
    await placeTasks(store, { taskIds: [a, d], besideId: c, side: 'before' });
    const order = [b, a, d, c].map((id) => task(id)?.orderKey ?? '');
    expect(order).toEqual(order.toSorted());
    expect((await placeTasks(store, { taskIds: [a], besideId: a, side: 'after' })).name).toBe(
      'nothing',
    );
  });

  it('[R8] five levels hang below a task, a sixth is refused by every way to make one', async () => {
    const { store, taskIds, under, task } = await setUp(['Top', 'Other']);
    const [top = '', other = ''] = taskIds;
    const chain = [top];
    for (let level = 1; level <= 5; level += 1)
      chain.push(await under(chain.at(-1) ?? '', `${level}`));
    const deepest = chain.at(-1) ?? '';
    const drop = { taskIds: [other], besideId: deepest, side: 'inside' } as const;
    expect((await placeTasks(store, drop)).name).toBe('too-deep');
    const under4 = await placeTasks(store, { ...drop, besideId: chain.at(-2) ?? '' });
    expect(under4.name).toBe('moved');
    const order = [...chain, other];
    expect((await indentTasks(store, { taskIds: [other], order })).name).toBe('too-deep');
    expect((await outdentTasks(store, { taskIds: [other] })).name).toBe('moved');
    expect(task(other)?.parentId).toBe(chain[3]);
    const within = { taskIds: [top], besideId: deepest, side: 'inside' } as const;
    expect((await placeTasks(store, within)).name).toBe('nothing');
  });

  it('a task goes under the one above it and out again, right after it', async () => {
    const { store, taskIds, task } = await setUp(['A', 'B', 'C']);
    const [a = '', b = '', c = ''] = taskIds;
    await indentTasks(store, { taskIds: [b, c], order: taskIds });
    expect([b, c].map((id) => task(id)?.parentId)).toEqual([a, a]);
    await outdentTasks(store, { taskIds: [b] });
    expect(task(b)?.parentId).toBeNull();
    expect((task(a)?.orderKey ?? '') < (task(b)?.orderKey ?? '')).toBe(true);
    expect((await indentTasks(store, { taskIds: [a], order: taskIds })).name).toBe('nothing');
  });
});

describe('duplicating tasks', () => {
  it('copies stand right after the original, with everything under it, and are open', async () => {
    const { store, taskIds, under, task, commands } = await setUp(['A', 'B']);
    const [a = '', b = ''] = taskIds;
    const child = await under(a, 'Child');
    await commands.complete(child, today);
    await commands.setPriority(a, 'high');
    const { copyIds, batch } = await duplicateTasks(store, { taskIds: [a, child] });
    const [copyId = ''] = copyIds;
    expect(copyIds).toHaveLength(1);
    expect(batch?.changes).toHaveLength(2);
    expect(task(copyId)).toMatchObject({ title: 'A', priority: 'high', status: 'todo' });
    const keys = [a, copyId, b].map((id) => task(id)?.orderKey ?? '');
    expect(keys).toEqual(keys.toSorted());
    const copyOfChild = batch?.changes[1]?.id;
    expect(task(copyOfChild)).toMatchObject({ title: 'Child', parentId: copyId, status: 'todo' });
  });
});
