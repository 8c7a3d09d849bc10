import { firstValueFrom } from 'rxjs';
import { expect, onTestFinished, test } from 'vitest';
import { deleteDatabase } from './device-databases.ts';
import type { LocalDatabase } from './local-database.ts';
import { NotSavedError } from './not-saved-error.ts';
import type { OpenedAppStore } from './open-app-store.ts';
import { createDevice, type Device, home, newTask, rename, taskId } from './testing/device.ts';
import { allTasks, openApp, rowsOf, until } from './testing/open-app.ts';
import { createServerModel, pullAll, pushAll } from './testing/server-model.ts';

const [one, two, three] = [taskId(1), taskId(2), taskId(3)];

async function open(device: Device, database?: LocalDatabase): Promise<OpenedAppStore> {
  const app = await openApp(device, database ?? (await device.openTab()));
  onTestFinished(() => app.close());
  return app;
}

async function setUp() {
  const device = createDevice();
  const database = await device.openTab();
  return { device, database, app: await open(device, database), server: createServerModel() };
}

function addTask(id: string, title: string) {
  return { label: 'task.add', changes: [newTask(id, title)] };
}

async function titles(app: OpenedAppStore) {
  return (await rowsOf(app)).map((row) => row['title']);
}

test('a committed task is shown when its promise resolves', async () => {
  const { app } = await setUp();
  await app.commit(addTask(one, 'Pay rent'));
  expect(app.current(one)).toMatchObject({
    title: 'Pay rent',
    status: 'todo',
    workspaceId: home,
    createdBy: app.userId,
  });
  expect(await titles(app)).toEqual(['Pay rent']);
});

test('a second tab shows what the first one committed, told only by its rev', async () => {
  const { device, app } = await setUp();
  const otherTab = await open(device);
  const shown = until(otherTab.live(allTasks), (rows) => rows.length === 1);
  await app.commit(addTask(one, 'Pay rent'));
  expect((await shown)[0]).toMatchObject({ title: 'Pay rent' });
});

test('a tab that heard nothing catches up when it is asked to', async () => {
  const { app, database, server } = await setUp();
  const stamp = '000000000001-bobsdevice';
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes: [newTask(one, 'From Bob')] });
  await pullAll(database, server);
  await app.check();
  expect(await titles(app)).toEqual(['From Bob']);
});

test('[R2] a page whose tab died before it told the others is shown by the one that leads next (B15a)', async () => {
  const { app, device, server } = await setUp();
  const stamp = '000000000001-bobsdevice';
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes: [newTask(one, 'From Bob')] });
  const leader = await device.openTab({ isMute: true });
  await pullAll(leader, server);
  leader.close();
  expect(await titles(app)).toEqual([]);

  await app.check();
  expect(await titles(app)).toEqual(['From Bob']);
});

test('[R2] what other tabs tell in another order than they wrote never puts older over newer (B15b)', async () => {
  const { app, device } = await setUp();
  const otherTab = await device.openTab({ isMute: true });
  const told: number[] = [];
  for (const change of [newTask(one, 'One'), rename(one, 'Two'), rename(one, 'Three')]) {
    await otherTab.commitBatches([{ label: 'edit', changes: [change] }]);
    told.push((await otherTab.readMeta()).rev);
  }
  const shown: unknown[] = [];
  app.live(allTasks).subscribe((rows) => shown.push(...rows.map((row) => row['title'])));
  const listening = until(app.live(allTasks), (rows) => rows.length === 1);
  for (const rev of told.toReversed()) device.tell(rev);
  await listening;
  await app.check();
  expect(shown).toEqual(['Three']);
});

test('[R2] three open workspaces of one tab share their collections, and each writes to its own (A11)', async () => {
  const device = createDevice();
  const ids = ['1', '2', '3'].map((digit) => home.replace(/.$/, digit));
  const [first, ...others] = await Promise.all(
    ids.map((workspaceId) => device.openTab({ workspaceId })),
  );
  if (first === undefined) throw new Error('no workspace');
  for (const [index, database] of [first, ...others].entries()) {
    await database.commitBatches([addTask(taskId(index + 1), `Task ${index + 1}`)]);
  }
  const app = await openApp(device, first, ...others);
  onTestFinished(() => app.close());
  expect(await titles(app)).toEqual(['Task 1', 'Task 2', 'Task 3']);

  await app.commit({ label: 'task.rename', changes: [rename(three, 'Renamed')] });
  expect(app.current(three)).toMatchObject({ title: 'Renamed', workspaceId: ids[2] });
  expect(await others[1]?.tables.outbox.count()).toBe(2);
});

test('[R8] one action never spans two workspaces, whose logs commit apart (A13)', async () => {
  const device = createDevice();
  const elsewhere = await device.openTab({ workspaceId: home.replace(/.$/, '3') });
  const database = await device.openTab();
  await database.commitBatches([addTask(one, 'Here')]);
  await elsewhere.commitBatches([addTask(two, 'There')]);
  const app = await openApp(device, database, elsewhere);
  onTestFinished(() => app.close());
  const changes = [rename(one, 'Moved'), rename(two, 'Moved')];
  await expect(app.commit({ label: 'task.move', changes })).rejects.toThrow('two workspaces');
  expect(await titles(app)).toEqual(['Here', 'There']);
});

test('a refused batch leaves the outbox and its effect leaves the screen', async () => {
  const { app, database, server } = await setUp();
  const { atMs: _atMs, label: _label, ...batch } = await app.commit(addTask(one, 'Pay rent'));
  server.commit(app.deviceId(), batch, 'forbidden');
  await pullAll(database, server);
  await app.check();
  expect(await titles(app)).toEqual([]);
  expect(app.current(one)).toBeUndefined();
});

test('what waits to be sent is known by document and since when, in every tab, until it is settled', async () => {
  const { device, app, database, server } = await setUp();
  const otherTab = await open(device);
  const heard: (number | undefined)[] = [];
  const listening = app.waiting.subscribe((waiting) => heard.push(waiting.since(one)));
  onTestFinished(() => listening.unsubscribe());
  const { atMs } = await app.commit(addTask(one, 'Pay rent'));
  await app.commit({ label: 'task.rename', changes: [rename(one, 'Renamed')] });
  for (const tab of [app, otherTab]) {
    await tab.check();
    const waiting = await firstValueFrom(tab.waiting);
    expect([waiting.isEmpty, waiting.since(one), waiting.since(two)]).toEqual([
      false,
      atMs,
      undefined,
    ]);
  }
  await pushAll(database, server);
  await pullAll(database, server);
  await app.check();
  expect((await firstValueFrom(app.waiting)).isEmpty).toBe(true);
  expect([...new Set(heard)]).toEqual([undefined, atMs]);
  expect(heard.at(-1)).toBeUndefined();
});

test('settling changes what is shown only by its seq', async () => {
  const { app, database, server } = await setUp();
  await app.commit(addTask(one, 'Pay rent'));
  const before = app.current(one);
  await pushAll(database, server);
  await pullAll(database, server);
  await app.check();
  expect(app.current(one)).toMatchObject({ title: 'Pay rent', seq: 1, stamps: before?.stamps });
});

test('after a rebuild the view shows the new generation and nothing of the old one', async () => {
  const { app, database, server } = await setUp();
  const stamp = '000000000001-bobsdevice';
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes: [newTask(one, 'Old')] });
  await pullAll(database, server);
  const rebuilt = createServerModel();
  rebuilt.commit('bobsdevice', { n: 1, v: 1, stamp, changes: [newTask(two, 'New')] });
  await database.startRebuild('asked');
  await pullAll(database, rebuilt);
  await app.check();
  expect(await titles(app)).toEqual(['New']);
});

test('rows that did not change stay the same objects, and equal queries the same observable', async () => {
  const { app } = await setUp();
  await app.commit(addTask(one, 'One'));
  await app.commit(addTask(two, 'Two'));
  const subscription = app.live(allTasks).subscribe();
  expect(app.live({ kind: 'task' })).toBe(app.live(allTasks));
  const [first] = await rowsOf(app);
  await app.commit({ label: 'task.rename', changes: [rename(two, 'Zwei')] });
  const rows = await until(app.live(allTasks), (found) => found[1]?.['title'] === 'Zwei');
  expect(rows[0]).toBe(first);
  expect(rows[0]).toBe(app.current(one));
  subscription.unsubscribe();
});

test('a query selects, sorts by key and id, and limits', async () => {
  const { app } = await setUp();
  const create = (id: string, orderKey: string, status: string) => ({
    kind: 'task',
    id,
    create: { title: id, orderKey, status },
  });
  await app.commit({
    label: 'import',
    changes: [create(one, 'b', 'todo'), create(two, 'a', 'todo'), create(three, 'a', 'done')],
  });
  const query = {
    kind: 'task',
    selector: { status: 'todo' },
    sort: [{ orderKey: 'asc' as const }],
  };
  expect((await rowsOf(app, query)).map(({ id }) => id)).toEqual([two, one]);
  expect((await rowsOf(app, { ...query, limit: 1 })).map(({ id }) => id)).toEqual([two]);
  expect(() => app.live({ kind: 'attachment' })).toThrow('no kind attachment');
});

test('one look at a kind sees what is shown now, also before a live query was asked', async () => {
  const { app } = await setUp();
  await app.commit(addTask(one, 'Saved'));
  expect(app.documents('task')).toMatchObject([{ title: 'Saved', trashedAt: null }]);
  expect(app.documents('project')).toEqual([]);
  await app.undo();
  expect(app.documents('task')).toMatchObject([{ trashedAt: expect.any(String) }]);
});

test('[R2] tasks closed over 30 days ago are filled in idle time (A11)', async () => {
  const { device, database, server } = await setUp();
  const closed = (id: string, completedAt: string) => ({
    kind: 'task',
    id,
    create: { title: id, status: 'done', completedAt },
  });
  const stamp = '000000000001-bobsdevice';
  const changes = [
    closed(one, '2026-01-01T00:00:00.000Z'),
    closed(two, '2026-11-20T00:00:00.000Z'),
  ];
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes });
  await pullAll(database, server);
  const active = await database.readActive('2026-10-23T00:00:00.000Z');
  expect(active.documents.map(({ id }) => id)).toEqual([two]);
  const later = await open(device);
  const rows = await until(later.live(allTasks), (found) => found.length === 2);
  expect(rows.map(({ id }) => id)).toEqual([one, two]);
});

test('[R5] a group without a stamp of its own, and an absent set element, have that of the creation as base (A14)', async () => {
  const { app } = await setUp();
  const created = await app.commit(addTask(one, 'One'));
  expect(app.baseOf(one, 'title')).toBe(created.stamp);
  const renamed = await app.commit({ label: 'task.rename', changes: [rename(one, 'Eins')] });
  expect(app.baseOf(one, 'title')).toBe(renamed.stamp);
  expect(app.baseOf(one, 'notes')).toBe(created.stamp);
  expect(app.baseOf(one, `label/${three}`)).toBe(created.stamp);
  expect(app.baseOf(two, 'title')).toBeNull();
});

test('[R6] ids, times and stamps are of corrected time', async () => {
  const { app, database, device } = await setUp();
  await database.learnOffset({ offsetMs: 3_600_000, roundTripMs: 10 });
  await app.check();
  expect(app.now()).toBe(new Date(device.clock.nowMs + 3_600_000).toISOString());
  expect(app.newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(app.newActionId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
});

test('[R3] the app cannot write to the live view around the outbox (A11)', async () => {
  const { openViewCollections } = await import('./view-collections.ts');
  const { database, byKind } = await openViewCollections('read-only');
  onTestFinished(async () => void (await database.close()));
  const tasks = byKind.get('task')?.collection;
  const document = { kind: 'task', id: one, workspaceId: home, seq: 0, stamps: {} };
  await expect(tasks?.insert(document)).rejects.toThrow('read-only');
});

test('an action that the disk would not take is told as not saved, and not shown', async () => {
  const { app, database } = await setUp();
  await app.commit(addTask(one, 'Saved'));
  database.tables.outbox.hook('creating', () => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  });
  await expect(app.commit(addTask(two, 'Not saved'))).rejects.toThrow(NotSavedError);
  await expect(app.undo()).rejects.toThrow(NotSavedError);
  await app.check();
  expect(await titles(app)).toEqual(['Saved']);
});

test('a tab whose database another tab deletes is told, and can save nothing more', async () => {
  const device = createDevice();
  let takenAway = 0;
  const database = await device.openTab({ onTakenAway: () => (takenAway += 1) });
  const app = await open(device, database);
  await deleteDatabase(device, database);
  expect(takenAway).toBe(1);
  await expect(app.commit(addTask(one, 'Lost'))).rejects.toThrow(NotSavedError);
  expect(await device.indexedDB.databases()).toEqual([]);
});
