import { expect, onTestFinished, test, vi } from 'vitest';
import type { Change } from '#shared/push-message';
import type { LocalDatabase } from './local-database.ts';
import type { OpenedAppStore } from './open-app-store.ts';
import { sendProject, sendTasks } from './send-tasks.ts';
import { createDevice, home, rename, taskId } from './testing/device.ts';
import { openApp } from './testing/open-app.ts';
import { pushAll, type ServerModel } from './testing/server-model.ts';
import {
  atServer,
  begin,
  createServers,
  dying,
  list,
  open,
  openBoth,
  place,
  pull,
  settle,
  setUp,
  sync,
  work,
  type World,
} from './testing/two-workspaces.ts';

const { rent, paint, house, office } = begin;
const bobBegan = '000000000001-bobsdevice';
const move = (app: OpenedAppStore) => sendTasks(app, { taskIds: [rent], place });

/** Bob, who has not heard of the move, changes something; `n` counts his batches of a workspace, from 2. */
function bob(server: ServerModel, n: number, ...changes: Change[]): void {
  server.commit('bobsdevice', { n, v: 1, stamp: `00000000000${n}-bobsdevice`, changes });
}

function copyOf(app: OpenedAppStore, title: string) {
  return app.documents('task').find((task) => task['title'] === title && task.workspaceId === work);
}

test('[R8] a subtask and comments that another device adds while a task moves follow it', async () => {
  const world = await setUp();
  const { app, servers } = world;
  await move(app);
  bob(
    servers.here,
    2,
    { kind: 'task', id: taskId(11), create: { title: 'New', parentId: rent, projectId: house } },
    { kind: 'task', id: taskId(12), create: { title: 'Under it', parentId: taskId(11) } },
    { kind: 'comment', id: taskId(13), create: { taskId: rent, text: 'On Monday' } },
    { kind: 'comment', id: taskId(14), create: { taskId: taskId(12), text: 'Mind this' } },
  );
  await sync(world);
  const [top, added, under] = ['Rent', 'New', 'Under it'].map((title) => copyOf(app, title));
  expect(added).toMatchObject({ parentId: top?.id, projectId: office, trashedAt: null });
  expect(under).toMatchObject({ parentId: added?.id, projectId: office });
  const comments = app.documents('comment').filter(({ workspaceId }) => workspaceId === work);
  expect(comments.map(({ taskId: id, text }) => [id, text])).toEqual(
    expect.arrayContaining([
      [top?.id, 'On Monday'],
      [under?.id, 'Mind this'],
    ]),
  );
  expect(list(app, home)).toEqual(['Paint']);
  for (const id of [taskId(11), taskId(12)]) {
    expect(atServer(servers.here, id)['trashedAt']).toEqual(expect.any(String));
  }

  expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.send' });
  await sync(world);
  expect(new Set(list(app, home))).toEqual(
    new Set(['Receipt', 'New', 'Paint', 'Rent', 'Under it']),
  );
  expect(list(app, work)).toEqual([]);
  expect(await app.redo()).toMatchObject({ name: 'undone', label: 'task.send' });
  await sync(world);
  expect(list(app, home)).toEqual(['Paint']);
  expect(list(app, work)).toHaveLength(4);
});

test('[R8] what comes to a project while it moves follows: tasks, sections, their names and new labels', async () => {
  const world = await setUp();
  const { app, servers } = world;
  const [hall, urgent] = [taskId(21), taskId(22)];
  const moved = await sendProject(app, { projectId: house, to: work });
  bob(
    servers.here,
    2,
    {
      kind: 'project',
      id: house,
      group: `section/${hall}`,
      value: { name: 'Hall', orderKey: 'a1' },
      base: null,
    },
    { kind: 'label', id: urgent, create: { name: 'Urgent', color: 'red' } },
    { kind: 'task', id: taskId(11), create: { title: 'New', projectId: house, sectionId: hall } },
    { kind: 'task', id: paint, group: `label/${urgent}`, value: { present: true }, base: null },
  );
  await sync(world);
  const copy = app.current(moved?.projectId ?? '');
  const [section] = Object.entries(copy?.['sections'] ?? {});
  expect(section?.[1]).toEqual({ name: 'Hall', orderKey: 'a1' });
  expect(copyOf(app, 'New')).toMatchObject({ projectId: copy?.id, sectionId: section?.[0] });
  const label = app
    .documents('label')
    .find(({ name, workspaceId }) => name === 'Urgent' && workspaceId === work);
  expect(copyOf(app, 'Paint')?.['labels']).toEqual({ [label?.id ?? '']: true });
  expect((await world.databases[1].readMeta()).moves).toEqual([]);
});

test('[R8] a task that is taken out of a project while that moves is live in one workspace only', async () => {
  const world = await setUp();
  const { app, servers } = world;
  await sendProject(app, { projectId: house, to: work });
  const value = { projectId: null, parentId: null, sectionId: null };
  bob(servers.here, 2, { kind: 'task', id: paint, group: 'place', value, base: bobBegan });
  await sync(world);
  expect(copyOf(app, 'Paint')).toMatchObject({ trashedAt: null });
  expect(app.current(paint)).toMatchObject({ movedTo: copyOf(app, 'Paint')?.id });
  await app.undo();
  await sync(world);
  expect(app.current(paint)).toMatchObject({ trashedAt: null, projectId: null });
});

test('[R8] an edit that reaches the server before the trash does, unheard of here, goes along all the same', async () => {
  const world = await setUp();
  const { app, databases, servers } = world;
  await move(app);
  await pushAll(databases[1], servers.there);
  await pull(world);
  await settle(app);
  bob(servers.here, 2, rename(rent, 'Rent twice', bobBegan));
  await sync(world);
  expect(list(app, work)).toContain('Rent twice');
});

/** The move has its copies and its trash settled, and an edit waits to be carried. */
async function untilCarrying(seed = 1): Promise<World> {
  const world = await open(createDevice(seed), createServers());
  const { app, databases, servers } = world;
  await move(app);
  await pushAll(databases[1], servers.there);
  await pull(world);
  await settle(app);
  bob(servers.here, 2, rename(rent, 'Rent twice', bobBegan));
  await pushAll(databases[0], servers.here);
  return world;
}

function carried(server: ServerModel, title: string): number {
  return server.events.filter(({ documents }) =>
    documents?.some((document) => 'title' in document && document['title'] === title),
  ).length;
}

test('[R8] a tab that dies between carrying an edit and settling has it carried once', async () => {
  const world = await untilCarrying();
  await pull(world);
  await settle(world.app);
  await world.app.close();
  const { device, servers, databases } = world;
  for (const database of databases) database.close();
  const next = await open(device, servers);
  onTestFinished(() => next.app.close());
  await sync(next);
  expect(carried(servers.there, 'Rent twice')).toBe(1);
  expect((await next.databases[1].readMeta()).moves).toEqual([]);
});

test('[R8] a tab that carries an edit after another one has done so carries nothing, and keeps what was made of it', async () => {
  const world = await untilCarrying();
  const { device, servers, app } = world;
  await pull(world);
  const [here, there] = await openBoth(device);
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let isHeld = false;
  const held: LocalDatabase = {
    ...there,
    transact: async (run, tablesOf) => {
      isHeld = true;
      await gate;
      return there.transact(run, tablesOf);
    },
  };
  const beside = await openApp(device, here, held);
  onTestFinished(() => app.close());
  onTestFinished(() => beside.close());
  const late = beside.moved();
  await vi.waitUntil(() => isHeld);
  await settle(app);
  const copy = copyOf(app, 'Rent twice');
  const base = app.baseOf(copy?.id ?? '', 'title');
  await app.commit({ label: 'task.rename', changes: [rename(copy?.id ?? '', 'Mine', base)] });
  open();
  await late;
  await sync(world);
  await settle(beside);
  expect(carried(servers.there, 'Rent twice')).toBe(1);
  expect(list(app, work)).toContain('Mine');
  expect(servers.there.losers).toEqual([]);
});

test('[R8] a tab that dies at any step of a move that something comes to leaves all of it in one place', async () => {
  for (let writes = 1; writes < 16; writes += 1) {
    const device = createDevice(writes);
    const servers = createServers();
    const databases = await openBoth(device);
    await pull({ databases, servers });
    const app = await openApp(device, ...dying(databases, writes));
    await move(app).catch(() => undefined);
    const create = { title: 'New', parentId: rent, projectId: house };
    bob(servers.here, 2, rename(rent, 'Rent twice', bobBegan), {
      kind: 'task',
      id: taskId(11),
      create,
    });
    for (let round = 0; round < 4; round += 1) {
      await pushAll(databases[0], servers.here);
      await pushAll(databases[1], servers.there);
      await pull({ databases, servers });
      await settle(app).catch(() => undefined);
    }
    await app.close().catch(() => undefined);
    for (const database of databases) database.close();

    const next = await open(device, servers);
    await sync(next);
    const placesOf = (title: string) =>
      [home, work].filter((id) => list(next.app, id).includes(title));
    const places = ['Rent twice', 'Receipt', 'New'].map(placesOf);
    expect([writes, places]).toEqual([writes, [[work], [work], [work]]]);
    expect((await next.databases[1].readMeta()).moves).toEqual([]);
    expect(servers.there.losers).toEqual([]);
    await next.app.close();
  }
});

test('[R8] two devices that move one task carry an edit once, and keep what was made of it', async () => {
  const servers = createServers();
  const phone = await setUp(servers, 1);
  const laptop = await setUp(servers, 2);
  await move(phone.app);
  await move(laptop.app);
  bob(servers.here, 2, rename(rent, 'Rent twice', bobBegan));
  await sync(phone);
  const copy = copyOf(phone.app, 'Rent twice');
  const base = phone.app.baseOf(copy?.id ?? '', 'title');
  const mine = rename(copy?.id ?? '', 'Mine', base);
  await phone.app.commit({ label: 'task.rename', changes: [mine] });
  await sync(phone);
  laptop.device.clock.nowMs += 60_000;
  await sync(laptop);
  await sync(phone);
  for (const { app } of [phone, laptop]) expect(list(app, work)).toContain('Mine');
  expect(servers.there.losers).toEqual([]);
});
