import { expect, onTestFinished, test } from 'vitest';
import { sendTasks } from '#client/store/send-tasks.ts';
import { createDevice, home } from '#client/store/testing/device.ts';
import {
  begin,
  createServers,
  open,
  place,
  sync,
  type World,
} from '#client/store/testing/two-workspaces.ts';
import { nextOccurrenceId } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import { createTaskCommands } from './task-commands.ts';

const { paint } = begin;
const nextId = nextOccurrenceId(paint);
const today = '2026-11-22';

async function setUp(seed = 1, servers = createServers()): Promise<World> {
  const world = await open(createDevice(seed), servers);
  onTestFinished(() => world.app.close());
  return world;
}

/** Paint comes back each week. */
async function makeRecurring({ app }: World): Promise<void> {
  const recurrence = { rule: 'FREQ=WEEKLY', basis: 'due' };
  const times = { startDate: null, dueDate: today, dueTime: null, timeZone: null };
  const change = { kind: 'task', id: paint, group: 'schedule', value: { ...times, recurrence } };
  const base = app.baseOf(paint, 'schedule');
  await app.commit({ label: 'task.schedule', changes: [{ ...change, base }] });
}

/** It is done, and the next time of it is on its way to the other workspace. */
async function withNextAway(): Promise<World> {
  const world = await setUp();
  await makeRecurring(world);
  await createTaskCommands(world.app).complete(paint, today);
  await sync(world);
  world.device.clock.nowMs += 1000;
  await sendTasks(world.app, { taskIds: [nextId], place });
  return world;
}

/** Where a task of this name waits to be done, by the day it is due. */
function waiting({ app }: World): unknown[] {
  return app
    .documents<AnyDocument>('task')
    .filter((task) => task['title'] === 'Paint' && task['trashedAt'] === null)
    .filter((task) => task['status'] === 'todo')
    .map((task) => [task.workspaceId === home ? 'home' : 'work', task['dueDate']])
    .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
}

const nextThere = ['work', '2026-11-29'];

for (const when of ['before', 'after'] as const) {
  test(`[R8] a task completed again ${when} its next time has moved away does not bring that back`, async () => {
    const world = await withNextAway();
    if (when === 'after') await sync(world);
    const commands = createTaskCommands(world.app);
    await commands.setStatus(paint, 'todo');
    expect(waiting(world)).toEqual([['home', today], nextThere]);
    await commands.complete(paint, today);
    expect(waiting(world)).toEqual([nextThere]);
    await sync(world);
    expect(waiting(world)).toEqual([nextThere]);
  });
}

test('[R8] where its next time was deleted in the other workspace, completing it brings one back here', async () => {
  const world = await withNextAway();
  const { app } = world;
  await sync(world);
  const commands = createTaskCommands(app);
  await commands.trash(String(app.current(nextId)?.['movedTo']));
  await commands.setStatus(paint, 'todo');
  await commands.complete(paint, today);
  await sync(world);
  expect(waiting(world)).toEqual([['home', '2026-11-29']]);
  expect(app.current(nextId)).toMatchObject({ movedTo: null });
});

test('[R8] another device that undoes the completion leaves alone what has moved away', async () => {
  const servers = createServers();
  const laptop = await setUp(2, servers);
  await makeRecurring(laptop);
  await createTaskCommands(laptop.app).complete(paint, today);
  await sync(laptop);
  const phone = await setUp(1, servers);
  await sendTasks(phone.app, { taskIds: [nextId], place });
  await sync(phone);
  await sync(laptop);
  expect(await laptop.app.undo()).toMatchObject({ name: 'undone', label: 'task.complete' });
  await sync(laptop);
  expect(waiting(laptop)).toEqual([['home', today], nextThere]);
  expect(await laptop.app.redo()).toMatchObject({ name: 'undone' });
  await sync(laptop);
  expect(waiting(laptop)).toEqual([nextThere]);
});

test('[R8] a completion undone elsewhere while its next time moves, and done again, makes no second one', async () => {
  const servers = createServers();
  const laptop = await setUp(2, servers);
  await makeRecurring(laptop);
  const commands = createTaskCommands(laptop.app);
  await commands.complete(paint, today);
  await sync(laptop);
  const phone = await setUp(1, servers);
  await sendTasks(phone.app, { taskIds: [nextId], place });
  await laptop.app.undo();
  await sync(laptop);
  await sync(phone);
  await sync(laptop);
  expect(waiting(laptop)).toEqual([['home', today], nextThere]);
  await commands.complete(paint, today);
  await sync(laptop);
  expect(waiting(laptop)).toEqual([nextThere]);
});

test('[R8] Undo of the move and then of the completion leaves the task once, as it was', async () => {
  const world = await withNextAway();
  await sync(world);
  expect(await world.app.undo()).toMatchObject({ label: 'task.send' });
  await sync(world);
  expect(waiting(world)).toEqual([['home', '2026-11-29']]);
  expect(await world.app.undo()).toMatchObject({ name: 'undone', label: 'task.complete' });
  await sync(world);
  expect(waiting(world)).toEqual([['home', today]]);
});
