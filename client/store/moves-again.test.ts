import { expect, test } from 'vitest';
import type { OpenedAppStore } from './open-app-store.ts';
import { sendTasks } from './send-tasks.ts';
import { home, taskId } from './testing/device.ts';
import { pullAll, pushAll } from './testing/server-model.ts';
import {
  begin,
  createServers,
  list,
  place,
  settle,
  setUp,
  sync,
  work,
} from './testing/two-workspaces.ts';

const { rent, house } = begin;
const there = (app: OpenedAppStore) => sendTasks(app, { taskIds: [rent], place });

/** Moves the copy of the rent back to the first workspace, as a copy of its own. */
function onward(app: OpenedAppStore) {
  const copy = app
    .documents('task')
    .find(({ title, workspaceId }) => title === 'Rent' && workspaceId === work);
  const back = { workspaceId: home, projectId: house, sectionId: null };
  return sendTasks(app, { taskIds: [copy?.id ?? ''], place: back });
}

/** Where a task of this title is live. */
function live(app: OpenedAppStore, name: string): string[] {
  return [home, work].flatMap((id) =>
    list(app, id).flatMap((title) => (title === name ? [id] : [])),
  );
}

test('[R8] a copy that two devices have made, and both moved on before they heard of each other, is live once', async () => {
  const servers = createServers();
  const phone = await setUp(servers, 1);
  const laptop = await setUp(servers, 2);
  for (const { app } of [phone, laptop]) {
    await there(app);
    await onward(app);
  }
  for (const world of [phone, laptop, phone, laptop]) await sync(world);
  for (const { app } of [phone, laptop]) expect(live(app, 'Rent')).toEqual([home]);
});

test('[R8] a copy that is settled where it went before the one it was made of is settled leaves all the same', async () => {
  const servers = createServers();
  const phone = await setUp(servers, 1);
  const laptop = await setUp(servers, 2);
  await there(phone.app);
  await onward(phone.app);
  await pushAll(phone.databases[0], servers.here);
  await pullAll(phone.databases[0], servers.here);
  await settle(phone.app);
  laptop.device.clock.nowMs += 60_000;
  await there(laptop.app);
  for (const world of [laptop, phone, laptop, phone]) await sync(world);
  for (const { app } of [phone, laptop]) expect(live(app, 'Rent')).toEqual([home]);
});

test('[R8] a device that hears late that its move was done, and what came of it, brings nothing back', async () => {
  const servers = createServers();
  const phone = await setUp(servers, 1);
  const laptop = await setUp(servers, 2);
  await there(laptop.app);
  await there(phone.app);
  await sync(phone);
  await onward(phone.app);
  await sync(phone);
  for (const world of [laptop, phone, laptop]) await sync(world);
  for (const { app } of [phone, laptop]) expect(live(app, 'Rent')).toEqual([home]);
});

test('[R8] who moves the copy on, and then the original that was still to be seen, has one', async () => {
  const servers = createServers();
  const phone = await setUp(servers, 1);
  const laptop = await setUp(servers, 2);
  await there(laptop.app);
  await pushAll(laptop.databases[1], servers.there);
  await pullAll(phone.databases[1], servers.there);
  await settle(phone.app);
  expect(live(phone.app, 'Rent')).toEqual([home, work]);
  await onward(phone.app);
  await there(phone.app);
  for (const world of [phone, laptop, phone, laptop]) await sync(world);
  for (const { app } of [phone, laptop]) expect(live(app, 'Rent')).toEqual([home]);
});

test('[R8] what came along with a move that was taken back moves with the next one', async () => {
  const world = await setUp();
  const { app, servers } = world;
  await there(app);
  const create = { title: 'New', parentId: rent, projectId: house };
  const changes = [{ kind: 'task', id: taskId(11), create }];
  servers.here.commit('bobsdevice', { n: 2, v: 1, stamp: '000000000002-bobsdevice', changes });
  await sync(world);
  await app.undo();
  await sync(world);
  await there(app);
  await sync(world);
  expect(live(app, 'New')).toEqual([work]);
  expect(live(app, 'Rent')).toEqual([work]);
});
