import { expect, onTestFinished, test } from 'vitest';
import { type FirstDocuments, readFirstDocuments } from './first-documents.ts';
import { writeFirstDocuments } from './keep-first.ts';
import { alice, createDevice, home, newTask, rename, taskId } from './testing/device.ts';
import { allTasks, openApp, openFirst, until } from './testing/open-app.ts';
import { createServerModel, pullAll, pushAll } from './testing/server-model.ts';

const [one, two, three] = [taskId(1), taskId(2), taskId(3)];
const [path, day] = ['/today', '2026-11-22'];
const noted = { path, day, revs: { [home]: 3 }, ids: [one] };

/** What a person's device keeps of their lists. */
function createMemory(kept = storage(), userId = 'alice') {
  return {
    storage: kept,
    keep: (first: FirstDocuments) => writeFirstDocuments({ storage: kept, userId }, first),
    read: (wanted: string, on: string) =>
      readFirstDocuments(kept, userId).find((first) => first.path === wanted && first.day === on),
  };
}

function storage(rows = new Map<string, string>()) {
  return {
    rows,
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  };
}

test('what a list showed is known by its path, on that day', () => {
  const memory = createMemory();
  memory.keep(noted);
  memory.keep({ ...noted, path: '/all', ids: [two] });
  memory.keep({ ...noted, ids: [three] });
  expect(memory.read(path, day)).toEqual({ ...noted, ids: [three] });
  expect(memory.read('/all', day)?.ids).toEqual([two]);
  expect(memory.read(path, '2026-11-23')).toBeUndefined();
  memory.keep({ ...noted, day: '2026-11-23' });
  expect(memory.read('/all', day)).toBeUndefined();
});

test('only the lists looked at last are kept', () => {
  const memory = createMemory();
  for (const n of [1, 2, 3, 4, 5, 6, 7]) memory.keep({ ...noted, path: `/project/${n}` });
  expect(memory.read('/project/1', day)).toBeUndefined();
  expect(memory.read('/project/2', day)).toBeDefined();
});

test.each(['', '{', 'null', '[1]', '[{"path":"/today","day":"2026-11-22","revs":{},"ids":[7]}]'])(
  'what is no memory is none: %s',
  (text) => {
    const rows = new Map([['taskflow.first.alice', text]]);
    expect(createMemory(storage(rows)).read(path, day)).toBeUndefined();
  },
);

test('a storage without room forgets what it had: it would be out of date', () => {
  const full = storage();
  createMemory(full).keep(noted);
  full.setItem = () => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  };
  const memory = createMemory(full);
  memory.keep({ ...noted, ids: [two] });
  expect(memory.read(path, day)).toBeUndefined();
});

/** A device on which Today showed the first of two tasks, and how to start it again. */
async function setUp() {
  const device = createDevice();
  const database = await device.openTab();
  const memory = createMemory(storage(), alice);
  const before = await openFirst(device, database, { storage: memory.storage, path, day });
  await before.rest();
  onTestFinished(() => before.close());
  const changes = [newTask(one, 'One'), newTask(two, 'Two')];
  const create = { name: 'Home', color: 'blue' };
  const project = { kind: 'project', id: three, create };
  await before.commit({ label: 'task.add', changes: [...changes, project] });
  // Whatever waits to be sent is read at once too.
  const server = createServerModel();
  await pushAll(database, server);
  await pullAll(database, server);
  await before.check();
  await before.keepFirst({ path, day, taskIds: [one] });
  const start = async () => {
    const app = await openFirst(device, database, { storage: memory.storage, path, day });
    onTestFinished(() => app.close());
    return app;
  };
  return { device, database, server, memory, before, start };
}

test('a start shows the first rows, and all of which there are few, before it reads the rest', async () => {
  const { start } = await setUp();
  const app = await start();
  await app.opened;
  expect(app.firstPath).toBe(path);
  const early = { ...allTasks, isEarly: true };
  expect(app.firstAnswer(early)).toMatchObject([{ title: 'One' }]);
  expect(app.firstAnswer({ kind: 'project' })).toMatchObject([{ name: 'Home' }]);
  expect(
    app.firstAnswer({ kind: 'task', selector: { trashedAt: { $ne: null } }, isEarly: true }),
  ).toEqual([]);
  expect(await until(app.live(early), (rows) => rows.length === 1)).toMatchObject([{ id: one }]);
  await app.rest();
  expect(app.documents('task')).toHaveLength(2);
  expect(app.firstAnswer(early)).toBeUndefined();
});

test('the task whose panel is open is among the first, wherever its row is', async () => {
  const { device, database, memory } = await setUp();
  const app = await openFirst(device, database, {
    storage: memory.storage,
    path,
    day,
    alsoId: two,
  });
  onTestFinished(() => app.close());
  await app.opened;
  expect(app.current(two)).toMatchObject({ title: 'Two' });
  expect(app.firstPath).toBe(path);
});

test('a query that did not ask for the first rows answers when all are there', async () => {
  const { start } = await setUp();
  const app = await start();
  await app.opened;
  const counts: number[] = [];
  const subscription = app.live(allTasks).subscribe((rows) => counts.push(rows.length));
  onTestFinished(() => subscription.unsubscribe());
  expect(app.live(allTasks)).toBe(app.live(allTasks));
  expect(app.firstAnswer(allTasks)).toBeUndefined();
  await until(app.live({ ...allTasks, isEarly: true }), (rows) => rows.length === 1);
  await app.rest();
  await until(app.live(allTasks), (rows) => rows.length === 2);
  expect(counts).toEqual([2]);
});

test('the rows that are shown first stay the same objects when the rest comes', async () => {
  const { start } = await setUp();
  const app = await start();
  await app.opened;
  const shown = app.current(one);
  await app.rest();
  expect(app.current(one)).toBe(shown);
});

test('what was written after the list was noted is among the first', async () => {
  const { database, server, start } = await setUp();
  const stamp = '000000000001-bobsdevice';
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes: [newTask(taskId(4), 'From Bob')] });
  await pullAll(database, server);
  const app = await start();
  await app.opened;
  expect(
    app
      .documents('task')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([one, taskId(4)]);
});

test('what left the outbox while the first rows were shown no longer lies over them', async () => {
  const { database, server, before, start } = await setUp();
  const base = before.baseOf(one, 'title');
  await before.commit({ label: 'task.rename', changes: [rename(one, 'Mine', base)] });
  const app = await start();
  await app.opened;
  expect(app.current(one)).toMatchObject({ title: 'Mine' });
  const stamp = 'zzzzzzzzzzzz-bobsdevice';
  await pushAll(database, server);
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes: [rename(one, 'From Bob', null)] });
  await pullAll(database, server);
  await app.rest();
  expect(app.current(one)).toMatchObject({ title: 'From Bob' });
});

test('after a rebuild nothing is shown first: the start waits for all', async () => {
  const { database, server, memory, start } = await setUp();
  await database.startRebuild('checkpoint_expired');
  await pullAll(database, server);
  const app = await start();
  await expect(settles(app.opened)).resolves.toBe(true);
  expect(app.documents('task')).toHaveLength(2);
  expect(memory.read(path, day)).toBeDefined();
});

test('more than can be read at a glance is not read twice', async () => {
  const { device, before, start } = await setUp();
  const many = Array.from({ length: 201 }, (_, n) => newTask(taskId(100 + n), 'More'));
  const other = await openApp(device, await device.openTab());
  onTestFinished(() => other.close());
  for (const change of many) await other.commit({ label: 'task.add', changes: [change] });
  await before.check();
  const app = await start();
  await app.opened;
  expect(app.documents('task')).toHaveLength(203);
});

test('too many documents of which there should be few are not noted', async () => {
  const { before, memory } = await setUp();
  const changes = Array.from({ length: 499 }, (_, n) => ({
    kind: 'label',
    id: taskId(1000 + n),
    create: { name: `L${n}`, color: 'blue' },
  }));
  await before.commit({ label: 'label.add', changes });
  await before.commit({
    label: 'label.add',
    changes: changes.map((c, n) => ({ ...c, id: taskId(2000 + n) })),
  });
  await before.keepFirst({ path: '/all', day, taskIds: [one] });
  expect(memory.read('/all', day)).toBeUndefined();
});

test('what is done before the rest is there is done once it is, and not lost', async () => {
  const { start } = await setUp();
  const app = await start();
  await app.opened;
  const saving = app.commit({
    label: 'task.rename',
    changes: [rename(one, 'Eins', app.baseOf(one, 'title'))],
  });
  expect(app.hasWaiting()).toBe(true);
  // The page is still not idle: what was asked for does not wait for that.
  await saving;
  expect(app.hasWaiting()).toBe(false);
  expect(app.current(one)).toMatchObject({ title: 'Eins' });
});

test('a task closed long ago that is shown first stays when the rest comes', async () => {
  const { device, database, before, server, memory } = await setUp();
  const stamp = '000000000001-bobsdevice';
  const create = { title: 'Old', status: 'done', completedAt: '2026-01-01T00:00:00.000Z' };
  const old = { kind: 'task', id: taskId(9), create };
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes: [old] });
  await pullAll(database, server);
  await before.check();
  await before.keepFirst({ path, day, taskIds: [one] });
  const app = await openFirst(device, database, {
    storage: memory.storage,
    path,
    day,
    alsoId: taskId(9),
  });
  onTestFinished(() => app.close());
  await app.opened;
  const shown = app.current(taskId(9));
  expect(shown).toMatchObject({ title: 'Old' });
  await app.untilReady();
  expect(app.current(taskId(9))).toBe(shown);
});

test('a note of a database that is gone is not believed', async () => {
  const { device, database, memory } = await setUp();
  memory.keep({ ...noted, revs: { [home]: 1000 } });
  const app = await openFirst(device, database, { storage: memory.storage, path, day });
  onTestFinished(() => app.close());
  await app.opened;
  expect(app.documents('task')).toHaveLength(2);
});

test('a first look that fails is made up for by the whole', async () => {
  const { device, database, memory } = await setUp();
  const failing = { ...database, readFirst: () => Promise.reject(new Error('UnknownError')) };
  const app = await openFirst(device, failing, { storage: memory.storage, path, day });
  onTestFinished(() => app.close());
  await app.opened;
  expect(app.documents('task')).toHaveLength(2);
});

test('closing waits for what was asked for, and nothing is noted after it', async () => {
  const { database, memory, start } = await setUp();
  const app = await start();
  await app.opened;
  const base = app.baseOf(one, 'title');
  const saving = app.commit({ label: 'task.rename', changes: [rename(one, 'Eins', base)] });
  await app.close();
  await expect(saving).resolves.toMatchObject({ label: 'task.rename' });
  expect(await database.tables.outbox.count()).toBe(1);
  await app.keepFirst({ path: '/all', day, taskIds: [one] });
  expect(memory.read('/all', day)).toBeUndefined();
});

/** Whether a promise settles within some turns. */
async function settles(promise: Promise<unknown>): Promise<boolean> {
  let isSettled = false;
  void promise.then(() => {
    isSettled = true;
  });
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  return isSettled;
}
