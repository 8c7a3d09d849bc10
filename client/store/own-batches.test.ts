import { expect, test } from 'vitest';
import { createDevice, newTask, rename, taskId } from './testing/device.ts';
import { openApp } from './testing/open-app.ts';
import { createServerModel, pullAll, pushAll } from './testing/server-model.ts';

test('a store tells what this device did to a document: what waits, and what it sent, newest first', async () => {
  const device = createDevice();
  const database = await device.openTab();
  const app = await openApp(device, database);
  const server = createServerModel();
  const [rent, other] = [taskId(1), taskId(2)];
  await app.commit({ label: 'task.add', changes: [newTask(rent, 'Rent'), newTask(other, 'x')] });
  await pushAll(database, server);
  await pullAll(database, server);
  await app.check();
  const changes = [rename(other, 'y'), rename(rent, 'Pay rent', app.baseOf(rent, 'title'))];
  await app.commit({ label: 'task.rename', changes });
  expect(await app.ownBatches(rent)).toMatchObject([
    {
      n: 2,
      isWaiting: true,
      changes: [{ group: 'title', value: { title: 'Pay rent' }, was: { title: 'Rent' } }],
    },
    { n: 1, isWaiting: false, changes: [{ create: { title: 'Rent' }, outcome: 'applied' }] },
  ]);
  expect(await app.ownBatches(taskId(3))).toEqual([]);
  await app.close();
});
