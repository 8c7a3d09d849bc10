import { firstValueFrom } from 'rxjs';
import { expect, onTestFinished, test } from 'vitest';
import { formatStamp } from '#shared/stamp';
import { openAppStore, type OpenedAppStore } from './open-app-store.ts';
import type { LocalDatabase } from './local-database.ts';
import type { OutboxRow } from './local-tables.ts';
import { createDevice, type Device, newTask, quietPage, rename, taskId } from './testing/device.ts';
import { openApp } from './testing/open-app.ts';
import { createServerModel, pullAll, pushAll } from './testing/server-model.ts';
import { createUndoHistory } from './undo-history.ts';

const [one, two, project] = [taskId(1), taskId(2), taskId(9)];

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

async function withTask() {
  const world = await setUp();
  await world.app.commit({ label: 'task.add', changes: [newTask(one, 'One')] });
  return world;
}

function titleOf(app: OpenedAppStore, id = one) {
  return app.current(id)?.['title'];
}

test('[R5] undo takes the last action back as a batch on its own stamp, redo does it again (A3)', async () => {
  const { app } = await withTask();
  const renamed = await app.commit({ label: 'task.rename', changes: [rename(one, 'Eins')] });
  const undone = await app.undo();
  expect(titleOf(app)).toBe('One');
  expect(undone).toMatchObject({ name: 'undone', label: 'task.rename' });
  expect(undone.name === 'undone' && undone.batch.changes).toEqual([
    {
      kind: 'task',
      id: one,
      group: 'title',
      value: { title: 'One' },
      base: renamed.stamp,
      ifBase: true,
    },
  ]);
  expect(await app.redo()).toMatchObject({ name: 'undone', label: 'task.rename' });
  expect(titleOf(app)).toBe('Eins');
  await app.undo();
  expect(titleOf(app)).toBe('One');
});

test('[R5] undo of a create is the trash, redo takes it out again (A3)', async () => {
  const { app, device } = await withTask();
  device.clock.nowMs += 60_000;
  await app.undo();
  expect(app.current(one)).toMatchObject({ trashedAt: app.now() });
  await app.redo();
  expect(app.current(one)).toMatchObject({ trashedAt: null });
});

test('undo goes back step by step, and a new action ends redoing', async () => {
  const { app } = await withTask();
  await app.commit({ label: 'task.rename', changes: [rename(one, 'A')] });
  await app.commit({ label: 'task.rename', changes: [rename(one, 'B')] });
  await app.undo();
  expect(titleOf(app)).toBe('A');
  await app.undo();
  expect(titleOf(app)).toBe('One');
  expect(await firstValueFrom(app.undoState)).toEqual({ undo: 'task.add', redo: 'task.rename' });
  await app.commit({ label: 'task.rename', changes: [rename(one, 'C')] });
  expect(await app.redo()).toEqual({ name: 'nothing' });
  await app.undo();
  expect(titleOf(app)).toBe('One');
});

test('[R5] undo leaves alone what somebody else has changed since (A3)', async () => {
  const { app, database, server } = await withTask();
  await pushAll(database, server);
  await pullAll(database, server);
  const renamed = await app.commit({ label: 'task.rename', changes: [rename(one, 'Mine')] });
  await pushAll(database, server);
  // Bob saw the title, so his stands although the clock of his device is far behind.
  const stamp = '000000000001-bobsdevice';
  const changes = [rename(one, 'From Bob', renamed.stamp)];
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes });
  await pullAll(database, server);
  await app.check();

  await app.undo();
  expect(titleOf(app)).toBe('From Bob');
});

test('undo survives a reload, also of what was settled meanwhile', async () => {
  const { app, device, database, server } = await withTask();
  await app.commit({ label: 'task.rename', changes: [rename(one, 'Eins')] });
  await pushAll(database, server);
  await pullAll(database, server);
  await app.close();
  database.close();

  const reloaded = await open(device);
  expect(await firstValueFrom(reloaded.undoState)).toEqual({
    undo: 'task.rename',
    redo: undefined,
  });
  await reloaded.undo();
  expect(titleOf(reloaded)).toBe('One');
  expect(await firstValueFrom(reloaded.undoState)).toEqual({
    undo: 'task.add',
    redo: 'task.rename',
  });
});

test('[R5] an action of several batches is undone as a whole, in one transaction (A2)', async () => {
  const { app, database } = await withTask();
  const action = app.newActionId();
  const ids = Array.from({ length: 700 }, (_, index) => taskId(100 + index));
  for (const part of [ids.slice(0, 400), ids.slice(400)]) {
    const changes = part.map((id) => newTask(id, 'Imported'));
    await app.commit({ label: 'import', action, changes });
  }
  const { rev } = await database.readMeta();
  expect(await app.undo()).toMatchObject({ name: 'undone', label: 'import' });
  expect((await database.readMeta()).rev).toBe(rev + 1);
  expect(ids.every((id) => app.current(id)?.['trashedAt'] === app.now())).toBe(true);
  await app.redo();
  expect(ids.every((id) => app.current(id)?.['trashedAt'] === null)).toBe(true);
  expect(titleOf(app)).toBe('One');
});

test('a refused batch cannot be undone', async () => {
  const { app, database, server } = await setUp();
  const {
    atMs: _atMs,
    label: _label,
    ...batch
  } = await app.commit({
    label: 'task.add',
    changes: [newTask(one, 'One')],
  });
  server.commit(app.deviceId(), batch, 'forbidden');
  await pullAll(database, server);
  await app.check();
  expect(await app.undo()).toEqual({ name: 'nothing' });
});

test('undo of a label puts it off again, undo of a section marks it as gone', async () => {
  const { app } = await withTask();
  const base = app.baseOf(one, `label/${two}`);
  const value = { present: true };
  await app.commit({
    label: 'task.label',
    changes: [{ kind: 'task', id: one, group: `label/${two}`, value, base }],
  });
  expect(app.current(one)).toMatchObject({ labels: { [two]: true } });
  await app.undo();
  expect(app.current(one)).toMatchObject({ labels: {} });

  await app.commit({
    label: 'project.add',
    changes: [{ kind: 'project', id: project, create: { name: 'Home' } }],
  });
  const section = { name: 'Garden', orderKey: 'a1' };
  const sectionBase = app.baseOf(project, `section/${two}`);
  await app.commit({
    label: 'section.add',
    changes: [
      { kind: 'project', id: project, group: `section/${two}`, value: section, base: sectionBase },
    ],
  });
  await app.undo();
  expect(app.current(project)).toMatchObject({ sectionsGone: { [two]: true } });
});

test('actions begun at once are undone one by one', async () => {
  const { app } = await withTask();
  await Promise.all(
    ['A', 'B', 'C'].map((title) =>
      app.commit({ label: 'task.rename', changes: [rename(one, title)] }),
    ),
  );
  await app.undo();
  expect(titleOf(app)).toBe('B');
  await app.undo();
  expect(titleOf(app)).toBe('A');
});

test('saving a date without changing it does not stop undo and redo', async () => {
  const { app } = await withTask();
  await app.commit({ label: 'task.rename', changes: [rename(one, 'Eins')] });
  await app.commit({ label: 'task.rename', changes: [rename(one, 'Eins')] });
  expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.rename' });
  expect(titleOf(app)).toBe('One');
  await app.commit({ label: 'task.rename', changes: [rename(one, 'One')] });
  await app.redo();
  expect(titleOf(app)).toBe('Eins');
});

test('[R5] an undo that found everything changed since says so, and the next one goes on (A3)', async () => {
  const { app, database, server } = await withTask();
  const renamed = await app.commit({ label: 'task.rename', changes: [rename(one, 'Mine')] });
  await pushAll(database, server);
  // Bob saw the title, so his stands although the clock of his device is far behind.
  const stamp = '000000000001-bobsdevice';
  const changes = [rename(one, 'From Bob', renamed.stamp)];
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes });
  await pullAll(database, server);
  await app.check();

  expect(await app.undo()).toEqual({ name: 'changed-since', label: 'task.rename' });
  expect(titleOf(app)).toBe('From Bob');
  expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.add' });
  expect(await app.redo()).toMatchObject({ name: 'undone', label: 'task.add' });
  expect(await app.redo()).toEqual({ name: 'nothing' });
  expect(titleOf(app)).toBe('From Bob');
});

test('[R7] an undo on a task that was purged says that it is gone, and the next one goes on', async () => {
  const { app, database, server } = await setUp();
  await app.commit({ label: 'task.add', changes: [newTask(two, 'Two')] });
  await app.commit({ label: 'task.add', changes: [newTask(one, 'One')] });
  await app.commit({ label: 'task.rename', changes: [rename(one, 'Eins')] });
  await pushAll(database, server);
  await pullAll(database, server);
  server.purge(one);
  await pullAll(database, server);
  await app.check();
  expect(app.current(one)).toBeUndefined();

  expect(await app.undo()).toEqual({ name: 'gone', label: 'task.rename' });
  expect(await app.undo()).toEqual({ name: 'gone', label: 'task.add' });
  expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.add' });
  expect(app.current(two)).toMatchObject({ trashedAt: app.now() });
  expect(app.current(one)).toBeUndefined();
});

test('[R7] an undo of which only a part was purged takes back the rest', async () => {
  const { app, database, server } = await setUp();
  const changes = [newTask(one, 'One'), newTask(two, 'Two')];
  await app.commit({ label: 'task.add', changes });
  await pushAll(database, server);
  server.purge(one);
  await pullAll(database, server);
  await app.check();
  expect(await app.undo()).toMatchObject({ name: 'undone' });
  expect(app.current(two)).toMatchObject({ trashedAt: app.now() });
});

test('an undo on a task closed long ago, not read from disk yet, is not taken for one on a purged task', async () => {
  const { app, device, database, server } = await setUp();
  const create = { title: 'Old', status: 'done', completedAt: '2020-01-01T00:00:00.000Z' };
  await app.commit({ label: 'task.add', changes: [{ kind: 'task', id: one, create }] });
  await app.commit({ label: 'task.rename', changes: [rename(one, 'Older')] });
  await pushAll(database, server);
  await pullAll(database, server);
  await app.close();
  const busy = await openAppStore({
    databases: [database],
    isGuest: false,
    clock: () => device.clock.nowMs,
    random: device.random,
    page: { ...quietPage, whenIdle: () => new Promise(() => undefined) },
  });
  onTestFinished(() => busy.close());
  await busy.ready;
  expect(busy.current(one)).toBeUndefined();
  expect(await busy.undo()).toMatchObject({ name: 'undone', label: 'task.rename' });
});

test('thousands of actions are replayed in one pass', () => {
  const history = createUndoHistory();
  const rows = Array.from({ length: 20_000 }, (_, index): OutboxRow => {
    const stamp = formatStamp({ ms: index, counter: 0, deviceId: 'abcdefghij' });
    const batch = { n: index + 1, v: 1, stamp, changes: [], atMs: index, label: 'task.rename' };
    const inverse = { kind: 'task', id: one, group: 'title', value: { title: '' }, held: '' };
    const bytes = 100;
    const position = index + 1;
    return {
      position,
      deviceId: 'abcdefghij',
      n: position,
      rev: 1,
      bytes,
      batch,
      inverse: [inverse],
    };
  });
  const begin = performance.now();
  history.take({ outbox: rows, positions: undefined, sent: [] });
  expect(history.next().undo?.positions).toEqual([20_000]);
  expect(performance.now() - begin).toBeLessThan(1_000);
});
