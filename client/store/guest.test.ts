import { expect, test } from 'vitest';
import { adoptGuest } from './adopt-guest.ts';
import { guestUserId } from './database-names.ts';
import { listDatabases, summarizeDatabases, withTables } from './device-databases.ts';
import { findGuests, guestOwner, hasData } from './guest.ts';
import type { LocalDatabase } from './local-database.ts';
import { alice, createDevice, type Device, newTask, taskId } from './testing/device.ts';
import { createServerModel, pullAll, pushAll } from './testing/server-model.ts';

async function add(database: LocalDatabase, n: number) {
  const changes = [newTask(taskId(n), `Task ${n}`)];
  const [batch] = await database.commitBatches([{ label: 'task.add', changes }]);
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

async function guestWith(device: Device, numbers: readonly number[]) {
  const owner = await guestOwner(device, device.random);
  const tab = await device.openTab(owner);
  const batches = [];
  for (const n of numbers) batches.push(await add(tab, n));
  return { owner, tab, batches };
}

async function waiting(database: LocalDatabase) {
  return database.readOutbox({ after: 0, maxBatches: 200, maxBytes: 1e6 });
}

test('[R12] a guest finds the same database again', async () => {
  const device = createDevice();
  const { owner } = await guestWith(device, [1]);
  expect(await guestOwner(device, device.random)).toEqual(owner);
  expect(owner.userId).toBe(guestUserId);
  expect(await findGuests(device)).toMatchObject([{ unsettled: 1, isClosing: false }]);
});

test('[R12] at sign-up the guest’s deviceId, numbers and stamps move unchanged (A10)', async () => {
  const device = createDevice();
  const { owner, tab, batches } = await guestWith(device, [1, 2]);
  const guestMeta = await tab.readMeta();
  const account = await device.openTab();

  expect(await adoptGuest(device, { guest: owner, account })).toBe(2);
  expect(await waiting(account)).toEqual(batches);
  expect(await account.readMeta()).toMatchObject({
    deviceId: guestMeta.deviceId,
    nextN: 3,
    clock: guestMeta.clock,
  });
  expect(await findGuests(device)).toEqual([]);
});

test('[R12] adoption done twice moves everything once (A10)', async () => {
  const device = createDevice();
  const { owner, tab } = await guestWith(device, [1, 2]);
  const account = await device.openTab();
  const rows = await tab.tables.outbox.toArray();
  const meta = await tab.tables.meta.toArray();
  await adoptGuest(device, { guest: owner, account });

  // The crash came after the move and before the deletion: the guest's database is still there.
  const again = await device.openTab(owner);
  await again.tables.outbox.bulkAdd(rows);
  await again.tables.meta.bulkPut(meta);
  expect(await adoptGuest(device, { guest: owner, account })).toBe(0);
  expect(await waiting(account)).toHaveLength(2);
  expect(await listDatabases(device, guestUserId)).toEqual([]);
});

test('[R12] what a later guest made in a database of the same name moves as well', async () => {
  const device = createDevice();
  const { owner } = await guestWith(device, [1]);
  const account = await device.openTab();
  await adoptGuest(device, { guest: owner, account });
  // Another tab was just counting: opened after the deletion, the database is there again, and empty.
  await withTables(device, owner, (tables) => tables.meta.count());
  expect(await guestOwner(device, device.random)).toEqual(owner);
  await add(await device.openTab(owner), 2);

  expect(await adoptGuest(device, { guest: owner, account })).toBe(1);
  expect(await waiting(account)).toHaveLength(2);
});

test('[R12] a crash before the move leaves the guest’s batches where they were (A10)', async () => {
  const device = createDevice();
  const { owner } = await guestWith(device, [1]);
  const account = await device.openTab();
  account.tables.close();
  await expect(adoptGuest(device, { guest: owner, account })).rejects.toThrow();
  expect(await findGuests(device)).toMatchObject([{ unsettled: 1, isClosing: true }]);

  const next = await device.openTab();
  expect(await adoptGuest(device, { guest: owner, account: next })).toBe(1);
  expect(await waiting(next)).toHaveLength(1);
});

test('[R12] while a guest moves, no tab of it can add what would be deleted unseen', async () => {
  const device = createDevice();
  const { owner, tab } = await guestWith(device, [1]);
  const account = await device.openTab();
  account.tables.close();
  await expect(adoptGuest(device, { guest: owner, account })).rejects.toThrow();
  await expect(add(tab, 2)).rejects.toMatchObject({ name: 'StoreClosingError' });
  // Whoever goes on without an account gets a new database.
  expect(await guestOwner(device, device.random)).not.toEqual(owner);
});

test('[R12] added to an account that was used here, batches follow its numbers and keep their stamps', async () => {
  const device = createDevice();
  const server = createServerModel();
  const account = await device.openTab();
  expect(await hasData(account)).toBe(false);
  await add(account, 1);
  await pushAll(account, server);
  await pullAll(account, server);
  expect(await hasData(account)).toBe(true);
  const { deviceId } = await account.readMeta();
  const { owner, batches } = await guestWith(device, [2, 3]);

  await adoptGuest(device, { guest: owner, account });
  expect(await account.readMeta()).toMatchObject({ deviceId, nextN: 4 });
  expect(await waiting(account)).toMatchObject([
    { n: 2, stamp: batches[0]?.stamp },
    { n: 3, stamp: batches[1]?.stamp },
  ]);
  await pushAll(account, server);
  expect(server.documents.size).toBe(3);
});

test('[R12] sign-out is told what is unsettled', async () => {
  const device = createDevice();
  const account = await device.openTab();
  await add(account, 1);
  expect(await summarizeDatabases(device, alice)).toMatchObject([{ unsettled: 1, refused: 0 }]);
});
