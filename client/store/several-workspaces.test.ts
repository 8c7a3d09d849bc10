import { expect, onTestFinished, test } from 'vitest';
import { commitParts } from './commit-parts.ts';
import { createDevice, home, newTask, rename, taskId } from './testing/device.ts';
import { openApp, rowsOf } from './testing/open-app.ts';

const work = home.replace(/.$/, '3');
const [one, two, office] = [taskId(1), taskId(2), taskId(9)];

async function setUp() {
  const device = createDevice();
  const [here, there] = [await device.openTab(), await device.openTab({ workspaceId: work })];
  await here.commitBatches([{ label: 'task.add', changes: [newTask(one, 'Here')] }]);
  const project = { kind: 'project', id: office, create: { name: 'Office' } };
  await there.commitBatches([
    { label: 'task.add', changes: [newTask(two, 'There')] },
    { label: 'project.add', changes: [project] },
  ]);
  const app = await openApp(device, here);
  onTestFinished(() => app.close());
  return { app, here, there };
}

test('a workspace that is heard of while the app is open is shown without a reload, once, and written to', async () => {
  const { app, there } = await setUp();
  expect((await rowsOf(app)).map(({ id }) => id)).toEqual([one]);
  await Promise.all([app.addWorkspace(there), app.untilReady()]);
  await app.addWorkspace(there);
  await app.check();
  expect((await rowsOf(app)).map(({ id }) => id)).toEqual([one, two]);

  const create = { title: 'In it', projectId: office };
  await app.commit({ label: 'task.add', changes: [{ kind: 'task', id: taskId(3), create }] });
  expect(app.current(taskId(3))).toMatchObject({ workspaceId: work });
  expect(await there.tables.outbox.count()).toBe(3);
});

test('one action on tasks of two workspaces is a batch in each, and one Undo', async () => {
  const { app, here, there } = await setUp();
  await app.addWorkspace(there);
  await app.check();
  const titles = async () => (await rowsOf(app)).map(({ title }) => title);
  const changes = [rename(one, 'Both'), rename(two, 'Both')];
  await commitParts(app, { label: 'task.rename', changes });
  expect(await titles()).toEqual(['Both', 'Both']);
  expect(await here.tables.outbox.count()).toBe(2);
  expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.rename' });
  expect(await titles()).toEqual(['Here', 'There']);
  expect(await app.redo()).toMatchObject({ name: 'undone', label: 'task.rename' });
  expect(await titles()).toEqual(['Both', 'Both']);
});
