import { expect, onTestFinished, test } from 'vitest';
import { deleteDatabase } from './device-databases.ts';
import type { OpenedAppStore } from './open-app-store.ts';
import { sendProject, sendTasks } from './send-tasks.ts';
import { createDevice, home, rename } from './testing/device.ts';
import { openApp } from './testing/open-app.ts';
import { pullAll, pushAll } from './testing/server-model.ts';
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
  refuseFirst,
  settle,
  setUp,
  sync,
  work,
} from './testing/two-workspaces.ts';

const { rent, receipt, paint, house, office } = begin;
const move = (app: OpenedAppStore) => sendTasks(app, { taskIds: [rent], place });

test('[R8] a task moved offline is there at once, with subtask, comment and label, and here no more', async () => {
  const { app, servers } = await setUp();
  await move(app);
  expect(list(app, home)).toEqual(['Paint']);
  const copies = app.documents('task').filter((task) => task.workspaceId === work);
  const top = copies.find((task) => task['title'] === 'Rent');
  const under = copies.find((task) => task['title'] === 'Receipt');
  expect(top).toMatchObject({ projectId: office, parentId: null });
  expect(under).toMatchObject({ projectId: office, parentId: top?.id, status: 'done' });
  const label = app.documents('label').find(({ workspaceId }) => workspaceId === work);
  expect(label).toMatchObject({ name: 'Money', color: 'green' });
  expect(top?.['labels']).toEqual({ [label?.id ?? '']: true });
  const comment = app.documents('comment').find(({ workspaceId }) => workspaceId === work);
  expect(comment).toMatchObject({ taskId: top?.id, text: 'Friday' });
  expect(atServer(servers.here, rent)['trashedAt']).toBeNull();
});

test('[R8] the original goes to the trash once the copy is settled, and says what became of it', async () => {
  const world = await setUp();
  await move(world.app);
  const { app, databases, servers } = world;
  await pushAll(databases[0], servers.here);
  await pullAll(databases[0], servers.here);
  expect(atServer(servers.here, rent)['trashedAt']).toBeNull();
  await sync(world);
  const copy = app
    .documents('task')
    .find((task) => task['title'] === 'Rent' && task.workspaceId === work);
  expect(copy).toMatchObject({ seq: 2 });
  for (const id of [rent, receipt]) {
    expect(atServer(servers.here, id)['trashedAt']).toEqual(expect.any(String));
  }
  expect(atServer(servers.here, rent)['movedTo']).toBe(copy?.id);
  expect((await databases[1].readMeta()).moves).toEqual([]);
});

test('[R8] a refused copy leaves the original alone', async () => {
  const world = await setUp();
  const { app, servers } = world;
  const before = list(app, home);
  await move(app);
  await refuseFirst(world.databases[1], servers.there);
  await sync(world);
  expect(list(app, home)).toEqual(before);
  expect(list(app, work)).toEqual([]);
  expect(atServer(servers.here, rent)['trashedAt']).toBeNull();
});

for (const when of ['before', 'after'] as const) {
  test(`[R8] one Undo ${when} the copy is settled brings the task back, and Redo moves it again`, async () => {
    const world = await setUp();
    const { app, servers } = world;
    const before = list(app, home);
    await move(app);
    if (when === 'after') await sync(world);
    expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.send' });
    expect(list(app, home)).toEqual(before);
    expect(list(app, work)).toEqual([]);
    await sync(world);
    expect(atServer(servers.here, rent)).toMatchObject({ trashedAt: null, movedTo: null });
    expect(list(app, home)).toEqual(before);

    expect(await app.redo()).toMatchObject({ name: 'undone', label: 'task.send' });
    expect(list(app, home)).toEqual(['Paint']);
    expect(list(app, work)).toContain('Rent');
    await sync(world);
    expect(atServer(servers.here, rent)['trashedAt']).toEqual(expect.any(String));
  });
}

test('[R8] who takes a move back and moves again gets a copy that is not in the trash', async () => {
  const world = await setUp();
  const { app } = world;
  await move(app);
  await app.undo();
  await move(app);
  expect(list(app, work)).toContain('Rent');
  await sync(world);
  expect(list(app, work)).toHaveLength(2);
  expect(list(app, home)).toEqual(['Paint']);
});

test('[R8] what is done later is undone first, also where the move ends after it', async () => {
  const world = await setUp();
  const { app } = world;
  await move(app);
  await app.commit({ label: 'task.rename', changes: [rename(paint, 'Paint it')] });
  await sync(world);
  expect(await app.undo()).toMatchObject({ label: 'task.rename' });
  expect(await app.undo()).toMatchObject({ label: 'task.send' });
  expect(list(app, home)).toContain('Rent');
});

test('[R8] an edit of the original that comes before the move ends goes along to the copy', async () => {
  const world = await setUp();
  const { app, servers } = world;
  await move(app);
  const changes = [rename(rent, 'Rent twice', '000000000001-bobsdevice')];
  servers.here.commit('bobsdevice', { n: 2, v: 1, stamp: '000000000002-bobsdevice', changes });
  await sync(world);
  expect(list(app, work)).toContain('Rent twice');
  expect(list(app, home)).toEqual(['Paint']);
  expect(atServer(servers.here, rent)['trashedAt']).toEqual(expect.any(String));
});

test('[R8] who brings a task back while it moves keeps it, and the copy too', async () => {
  const world = await setUp();
  const { app } = world;
  await move(app);
  const base = app.baseOf(rent, 'trash');
  const value = { trashedAt: null, movedTo: null };
  const changes = [{ kind: 'task', id: rent, group: 'trash', value, base }];
  await app.commit({ label: 'task.restore', changes });
  expect(list(app, home)).toContain('Rent');
  await sync(world);
  expect(list(app, home)).toContain('Rent');
  expect(list(app, work)).toContain('Rent');
});

test('[R9] what moved to a workspace that was taken away comes back', async () => {
  const device = createDevice();
  const world = await open(device, createServers());
  await move(world.app);
  await world.app.close();
  const [here, there] = world.databases;
  const beside = await openApp(device, here);
  await beside.moved();
  expect(list(beside, home)).not.toContain('Rent');
  await beside.close();
  there.close();
  await deleteDatabase(device, there);
  const app = await openApp(device, here);
  onTestFinished(() => app.close());
  await app.moved();
  expect(list(app, home)).toContain('Rent');
});

test('[R8] two devices that move one task make one copy of it', async () => {
  const servers = createServers();
  const phone = await setUp(servers, 1);
  const laptop = await setUp(servers, 2);
  await move(phone.app);
  await move(laptop.app);
  await sync(phone);
  await sync(laptop);
  await sync(phone);
  for (const { app } of [phone, laptop]) {
    expect(list(app, home)).toEqual(['Paint']);
    expect(list(app, work)).toHaveLength(2);
  }
});

test('[R8] a project moves with its sections and everything in it, and can be taken back', async () => {
  const world = await setUp();
  const { app, servers } = world;
  const moved = await sendProject(app, { projectId: house, to: work });
  expect(list(app, work)).toHaveLength(3);
  expect(app.current(house)).toMatchObject({ trashedAt: expect.any(String) });
  await sync(world);
  expect(atServer(servers.here, house)).toMatchObject({ movedTo: moved?.projectId });
  expect(atServer(servers.there, moved?.projectId)).toMatchObject({ name: 'House' });
  await app.undo();
  expect(app.current(house)).toMatchObject({ trashedAt: null });
  expect(app.current(moved?.projectId ?? '')).toMatchObject({ trashedAt: expect.any(String) });
});

for (const act of ['move', 'move and undo'] as const) {
  test(`[R8] a tab that dies at any step of a ${act} leaves each task in one place`, async () => {
    for (let writes = 0; writes < 12; writes += 1) {
      const device = createDevice(writes + 1);
      const servers = createServers();
      const databases = await openBoth(device);
      await pull({ databases, servers });
      const app = await openApp(device, ...dying(databases, writes));
      await move(app).catch(() => undefined);
      if (act === 'move and undo') {
        await pushAll(databases[1], servers.there);
        await pull({ databases, servers });
        await settle(app).catch(() => undefined);
        await app.undo().catch(() => undefined);
      }
      await app.close().catch(() => undefined);
      for (const database of databases) database.close();

      const next = await open(device, servers);
      await sync(next);
      const places = [home, work].filter((id) => list(next.app, id).includes('Rent'));
      expect([writes, places]).toEqual([writes, [expect.any(String)]]);
      expect((await next.databases[1].readMeta()).moves ?? []).toEqual([]);
      const isHidden = (await next.databases[0].readMeta()).leaving?.some(
        ({ sources }) => sources.length > 0,
      );
      expect(isHidden ?? false).toBe(false);
      await next.app.close();
    }
  });
}

test('[R8] a label that was made by an earlier move and deleted there since is made again by the next one', async () => {
  const world = await setUp();
  const { app, servers } = world;
  await move(app);
  await sync(world);
  const labelsThere = () =>
    app
      .documents('label')
      .filter(({ workspaceId, trashedAt }) => workspaceId === work && trashedAt === null);
  const [first] = labelsThere();
  const base = first?.stamps['*'] ?? null;
  const value = { trashedAt: app.now(), movedTo: null };
  const changes = [{ kind: 'label', id: first?.id ?? '', group: 'trash', value, base }];
  servers.there.commit('bobsdevice', { n: 2, v: 1, stamp: '000000000002-bobsdevice', changes });
  const label = { kind: 'task', id: paint, group: `label/${begin.money}`, base: null };
  await app.commit({ label: 'task.label', changes: [{ ...label, value: { present: true } }] });
  await sync(world);
  expect(labelsThere()).toEqual([]);

  await sendTasks(app, { taskIds: [paint], place });
  await sync(world);
  const [again, ...others] = labelsThere();
  expect(again).toMatchObject({ name: 'Money', color: 'green' });
  expect(others).toEqual([]);
  const moved = app
    .documents('task')
    .find((task) => task['title'] === 'Paint' && task.workspaceId === work);
  expect(moved?.['labels']).toEqual({ [again?.id ?? '']: true });
});
