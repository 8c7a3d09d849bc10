import { expect, onTestFinished, test } from 'vitest';
import { NotSavedError } from './not-saved-error.ts';
import { createDevice, newTask, rename, taskId } from './testing/device.ts';
import { openApp, rowsOf } from './testing/open-app.ts';
import type { UnsavedWrites } from './unsaved-writes.ts';

const [one, two] = [taskId(1), taskId(2)];
const addTask = (id: string, title: string) => {
  return { label: 'task.add', changes: [newTask(id, title)] };
};

/** An app whose disk can be filled. */
async function setUp() {
  const device = createDevice();
  const database = await device.openTab();
  const app = await openApp(device, database);
  onTestFinished(() => app.close());
  const disk = { isFull: false };
  database.tables.outbox.hook('creating', () => {
    if (disk.isFull) throw new DOMException('The disk is full', 'QuotaExceededError');
  });
  const titles = async () => {
    const shown = (await rowsOf(app)).filter(({ trashedAt }) => trashedAt === null);
    return shown.map(({ title }) => title);
  };
  const setTitle = (title: string, base = app.baseOf(one, 'title')) => {
    return { label: 'task.rename', changes: [{ ...rename(one, title), base }] };
  };
  return { app, disk, titles, setTitle };
}

async function unsavedBy(work: Promise<unknown>): Promise<UnsavedWrites> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (error instanceof NotSavedError && error.unsaved !== undefined) return error.unsaved;
  throw new Error(`nothing is kept: ${String(error)}`);
}

test('what found no room is saved once there is some', async () => {
  const { app, disk, titles } = await setUp();
  disk.isFull = true;
  const unsaved = await unsavedBy(app.commit(addTask(one, 'Typed on a full disk')));
  await expect(unsaved.retry()).rejects.toThrow(NotSavedError);
  expect([unsaved.count, await titles()]).toEqual([1, []]);
  disk.isFull = false;
  let saved = 0;
  unsaved.onSaved = () => (saved += 1);
  await unsaved.retry();
  expect([unsaved.count, saved, await titles()]).toEqual([0, 1, ['Typed on a full disk']]);
});

test('a newer text goes behind an older one that was kept, and so wins', async () => {
  const { app, disk, titles, setTitle } = await setUp();
  await app.commit(addTask(one, 'v1'));
  const base = app.baseOf(one, 'title');
  disk.isFull = true;
  const unsaved = await unsavedBy(app.commit(setTitle('v2, on a full disk', base)));
  disk.isFull = false;
  await app.commit(setTitle('v3, the newest', base));
  await unsaved.retry();
  expect(await titles()).toEqual(['v3, the newest']);
});

test('an undo tried again takes back what it was asked to, whatever came after', async () => {
  const { app, disk, titles } = await setUp();
  await app.commit(addTask(one, 'Earlier'));
  disk.isFull = true;
  await unsavedBy(app.undo());
  disk.isFull = false;
  await app.commit(addTask(two, 'Later'));
  expect(await titles()).toEqual(['Later']);
});

test('what was kept and an undo behind it do not take each other away', async () => {
  const { app, disk, titles } = await setUp();
  await app.commit(addTask(one, 'Earlier'));
  disk.isFull = true;
  await unsavedBy(app.commit(addTask(two, 'Typed on a full disk')));
  const unsaved = await unsavedBy(app.undo());
  expect(unsaved.count).toBe(2);
  disk.isFull = false;
  await unsaved.retry();
  expect(await titles()).toEqual(['Typed on a full disk']);
});

test('what is discarded never comes back', async () => {
  const { app, disk, titles } = await setUp();
  disk.isFull = true;
  const unsaved = await unsavedBy(app.commit(addTask(one, 'Discarded')));
  unsaved.discard();
  disk.isFull = false;
  await app.commit(addTask(two, 'Next'));
  expect(await titles()).toEqual(['Next']);
});

test('nothing is kept of what can never be saved, nor of what its author begins anew', async () => {
  const { app, disk, titles } = await setUp();
  const never = app.commit({ label: 'task.add', changes: [] });
  await expect(never).rejects.toMatchObject({ name: 'NotSavedError', unsaved: undefined });
  disk.isFull = true;
  const tried = app.tryCommit(addTask(one, 'Part of an import'));
  await expect(tried).rejects.toMatchObject({ name: 'NotSavedError', unsaved: undefined });
  disk.isFull = false;
  await app.commit(addTask(two, 'Next'));
  expect(await titles()).toEqual(['Next']);
});
