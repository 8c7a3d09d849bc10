import { expect, test } from 'vitest';
import { deleteDatabases, exportUnsettled, listDatabases } from './device-databases.ts';
import type { LocalDatabase } from './local-database.ts';
import { discardSealed, readSealed, sealAndDelete } from './sealed-batches.ts';
import { alice, createDevice, home, newTask, taskId } from './testing/device.ts';
import { createServerModel, pullAll } from './testing/server-model.ts';

const now = '2026-11-22T09:00:00.000Z';

async function add(database: LocalDatabase, n: number) {
  const changes = [newTask(taskId(n), `Task ${n}`)];
  const [batch] = await database.commitBatches([{ label: 'task.add', changes }]);
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

test('[R9] at the end of a membership unsettled and refused batches are sealed, then the data goes (A1)', async () => {
  const device = createDevice();
  const server = createServerModel();
  const database = await device.openTab();
  const { atMs: _atMs, label: _label, ...refused } = await add(database, 1);
  server.commit((await database.readMeta()).deviceId, refused, 'forbidden');
  await pullAll(database, server);
  const waiting = await add(database, 2);

  expect(await sealAndDelete(device, { database, now })).toBe(2);
  expect(await readSealed(device, alice)).toMatchObject([
    { workspaceId: home, reason: 'forbidden', batch: { stamp: refused.stamp } },
    { workspaceId: home, reason: 'waiting', batch: { stamp: waiting.stamp } },
  ]);
  expect(await listDatabases(device, alice)).toEqual([]);
});

test('[R9] sealing that crashed before the deletion may be done again (A1)', async () => {
  const device = createDevice();
  const database = await device.openTab();
  await add(database, 1);
  const rows = await database.tables.outbox.toArray();
  await sealAndDelete(device, { database, now });

  const reopened = await device.openTab();
  await reopened.tables.outbox.bulkAdd(rows);
  await sealAndDelete(device, { database: reopened, now });
  expect(await readSealed(device, alice)).toHaveLength(1);
});

test('[R9] sealed batches stay through sign-out and go on the person’s word', async () => {
  const device = createDevice();
  const database = await device.openTab();
  await add(database, 1);
  await sealAndDelete(device, { database, now });
  await deleteDatabases(device, alice);
  expect(await readSealed(device, alice)).toHaveLength(1);
  await discardSealed(device, alice);
  expect(await readSealed(device, alice)).toEqual([]);
});

test('[R12] unsettled batches can be exported before sign-out', async () => {
  const device = createDevice();
  const database = await device.openTab();
  const batch = await add(database, 1);
  expect(await exportUnsettled(device, alice)).toEqual([{ workspaceId: home, batches: [batch] }]);
  await deleteDatabases(device, alice);
  expect(await listDatabases(device, alice)).toEqual([]);
});
