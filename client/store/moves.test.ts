import { expect, onTestFinished, test } from 'vitest';
import type { Change } from '#shared/push-message';
import { deleteDatabase } from './device-databases.ts';
import type { LocalDatabase } from './local-database.ts';
import type { OpenedAppStore } from './open-app-store.ts';
import { sendProject, sendTasks } from './send-tasks.ts';
import { createDevice, type Device, home, rename, taskId } from './testing/device.ts';
import { openApp } from './testing/open-app.ts';
import { createServerModel, pullAll, pushAll, type ServerModel } from './testing/server-model.ts';

const work = home.replace(/.$/, '3');
const [rent, receipt, paint, note, money, house, office] = [1, 2, 3, 4, 5, 8, 9].map(taskId);
const place = { workspaceId: work, projectId: office ?? '', sectionId: null };

/** Alice's two workspaces at the server: a project here with a task, its subtask, a comment and a label; one there. */
function createServers() {
  const [here, there] = [createServerModel(), createServerModel('epoch-2', work)];
  const task = (id: string | undefined, create: object): Change => {
    return { kind: 'task', id: id ?? '', create: { projectId: house, ...create } };
  };
  const changes: Change[] = [
    { kind: 'project', id: house ?? '', create: { name: 'House' } },
    { kind: 'label', id: money ?? '', create: { name: 'Money', color: 'green' } },
    task(rent, { title: 'Pay rent', labels: { [money ?? '']: true }, orderKey: 'a1' }),
    task(receipt, { title: 'Keep the receipt', parentId: rent, status: 'done' }),
    task(paint, { title: 'Paint', orderKey: 'a2' }),
    { kind: 'comment', id: note ?? '', create: { taskId: rent, text: 'By Friday' } },
  ];
  here.commit('bobsdevice', { n: 1, v: 1, stamp: '000000000001-bobsdevice', changes });
  const project: Change = { kind: 'project', id: office ?? '', create: { name: 'Office' } };
  there.commit('bobsdevice', { n: 1, v: 1, stamp: '000000000001-bobsdevice', changes: [project] });
  return { here, there };
}

type Servers = ReturnType<typeof createServers>;

interface World {
  device: Device;
  servers: Servers;
  app: OpenedAppStore;
  databases: readonly [LocalDatabase, LocalDatabase];
}

async function openBoth(device: Device): Promise<readonly [LocalDatabase, LocalDatabase]> {
  return [await device.openTab(), await device.openTab({ workspaceId: work })];
}

async function open(device: Device, servers: Servers): Promise<World> {
  const databases = await openBoth(device);
  await pull({ databases, servers });
  const app = await openApp(device, ...databases);
  await app.whole;
  return { device, servers, app, databases };
}

async function setUp(servers = createServers(), seed = 1): Promise<World> {
  const world = await open(createDevice(seed), servers);
  onTestFinished(() => world.app.close());
  return world;
}

async function pull({ databases, servers }: Pick<World, 'databases' | 'servers'>): Promise<void> {
  await pullAll(databases[0], servers.here);
  await pullAll(databases[1], servers.there);
}

/** Sends and receives until nothing is left to do. */
async function sync(world: World): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await pushAll(world.databases[0], world.servers.here);
    await pushAll(world.databases[1], world.servers.there);
    await pull(world);
    await settle(world.app);
  }
}

/** Moves go on whenever a change was read; this waits for that. */
async function settle(app: OpenedAppStore): Promise<void> {
  await app.check();
  await app.moved();
}

function list(app: OpenedAppStore, workspaceId: string): unknown[] {
  return app
    .documents('task')
    .filter((task) => task.workspaceId === workspaceId && task['trashedAt'] === null)
    .toSorted((a, b) => (String(a['orderKey']) < String(b['orderKey']) ? -1 : 1))
    .map((task) => task['title']);
}

function atServer(server: ServerModel, id: string | undefined): Record<string, unknown> {
  return { ...server.documents.get(id ?? '') };
}

const move = (app: OpenedAppStore) => sendTasks(app, { taskIds: [rent ?? ''], place });

test('[R8] a task moved offline is there at once, with subtask, comment and label, and here no more', async () => {
  const { app, servers } = await setUp();
  await move(app);
  expect(list(app, home)).toEqual(['Paint']);
  const copies = app.documents('task').filter((task) => task.workspaceId === work);
  const top = copies.find((task) => task['title'] === 'Pay rent');
  const under = copies.find((task) => task['title'] === 'Keep the receipt');
  expect(top).toMatchObject({ projectId: office, parentId: null });
  expect(under).toMatchObject({ projectId: office, parentId: top?.id, status: 'done' });
  const label = app.documents('label').find(({ workspaceId }) => workspaceId === work);
  expect(label).toMatchObject({ name: 'Money', color: 'green' });
  expect(top?.['labels']).toEqual({ [label?.id ?? '']: true });
  const comment = app.documents('comment').find(({ workspaceId }) => workspaceId === work);
  expect(comment).toMatchObject({ taskId: top?.id, text: 'By Friday' });
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
    .find((task) => task['title'] === 'Pay rent' && task.workspaceId === work);
  expect(copy).toMatchObject({ seq: 2 });
  for (const id of [rent, receipt]) {
    expect(atServer(servers.here, id)['trashedAt']).toEqual(expect.any(String));
  }
  expect(atServer(servers.here, rent)['movedTo']).toBe(copy?.id);
  expect((await databases[1].readMeta()).moves).toEqual([]);
});

test('[R8] a refused copy leaves the original alone, and the person hears of it', async () => {
  const world = await setUp();
  const { app, databases, servers } = world;
  const before = list(app, home);
  const told: unknown[] = [];
  app.refusedMoves.subscribe((refused) => told.push(refused));
  await move(app);
  const { deviceId } = await databases[1].readMeta();
  const [first] = await databases[1].readOutbox({ after: 0, maxBatches: 1, maxBytes: 1e6 });
  if (first === undefined) throw new Error('nothing to send');
  const { atMs: _atMs, label: _label, ...batch } = first;
  servers.there.commit(deviceId, batch, 'forbidden');
  await sync(world);
  expect(list(app, home)).toEqual(before);
  expect(list(app, work)).toEqual([]);
  expect(told).toEqual([{ label: 'task.send', sourceId: rent, to: work }]);
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
    expect(list(app, work)).toContain('Pay rent');
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
  expect(list(app, work)).toContain('Pay rent');
  await sync(world);
  expect(list(app, work)).toHaveLength(2);
  expect(list(app, home)).toEqual(['Paint']);
});

test('[R8] what is done later is undone first, also where the move ends after it', async () => {
  const world = await setUp();
  const { app } = world;
  await move(app);
  await app.commit({ label: 'task.rename', changes: [rename(paint ?? '', 'Paint it')] });
  await sync(world);
  expect(await app.undo()).toMatchObject({ label: 'task.rename' });
  expect(await app.undo()).toMatchObject({ label: 'task.send' });
  expect(list(app, home)).toContain('Pay rent');
});

test('[R8] an edit of the original that comes before the move ends goes along to the copy', async () => {
  const world = await setUp();
  const { app, servers } = world;
  await move(app);
  const changes = [rename(rent ?? '', 'Pay rent twice', '000000000001-bobsdevice')];
  servers.here.commit('bobsdevice', { n: 2, v: 1, stamp: '000000000002-bobsdevice', changes });
  await sync(world);
  expect(list(app, work)).toContain('Pay rent twice');
  expect(list(app, home)).toEqual(['Paint']);
  expect(atServer(servers.here, rent)['trashedAt']).toEqual(expect.any(String));
});

test('[R8] who brings a task back while it moves keeps it, and the copy too', async () => {
  const world = await setUp();
  const { app } = world;
  await move(app);
  const base = app.baseOf(rent ?? '', 'trash');
  const value = { trashedAt: null, movedTo: null };
  const changes = [{ kind: 'task', id: rent ?? '', group: 'trash', value, base }];
  await app.commit({ label: 'task.restore', changes });
  expect(list(app, home)).toContain('Pay rent');
  await sync(world);
  expect(list(app, home)).toContain('Pay rent');
  expect(list(app, work)).toContain('Pay rent');
});

test('[R9] what moved to a workspace that was taken away comes back', async () => {
  const device = createDevice();
  const world = await open(device, createServers());
  await move(world.app);
  await world.app.close();
  const [here, there] = world.databases;
  const beside = await openApp(device, here);
  await beside.moved();
  expect(list(beside, home)).not.toContain('Pay rent');
  await beside.close();
  there.close();
  await deleteDatabase(device, there);
  const app = await openApp(device, here);
  onTestFinished(() => app.close());
  await app.moved();
  expect(list(app, home)).toContain('Pay rent');
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
  const moved = await sendProject(app, { projectId: house ?? '', to: work });
  expect(list(app, work)).toHaveLength(3);
  expect(app.current(house ?? '')).toMatchObject({ trashedAt: expect.any(String) });
  await sync(world);
  expect(atServer(servers.here, house)).toMatchObject({ movedTo: moved?.projectId });
  expect(atServer(servers.there, moved?.projectId)).toMatchObject({ name: 'House' });
  await app.undo();
  expect(app.current(house ?? '')).toMatchObject({ trashedAt: null });
  expect(app.current(moved?.projectId ?? '')).toMatchObject({ trashedAt: expect.any(String) });
});

/** The databases of a tab that dies when it has written this many times. */
function dying(databases: World['databases'], writes: number): World['databases'] {
  let left = writes;
  const mortal = (database: LocalDatabase): LocalDatabase => ({
    ...database,
    transact: (run, tablesOf) => {
      if (left <= 0) return Promise.reject(new Error('the tab is gone'));
      left -= 1;
      return database.transact(run, tablesOf);
    },
    commitBatches: (actions) => {
      if (left <= 0) return Promise.reject(new Error('the tab is gone'));
      left -= 1;
      return database.commitBatches(actions);
    },
  });
  return [mortal(databases[0]), mortal(databases[1])];
}

for (const act of ['move', 'move and undo'] as const) {
  test(`[R8] a tab that dies at any step of a ${act} leaves each task in one place`, async () => {
    for (let writes = 0; writes < 9; writes += 1) {
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
      const places = [home, work].filter((id) => list(next.app, id).includes('Pay rent'));
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
