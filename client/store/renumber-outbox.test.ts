import { expect, test } from 'vitest';
import { deleteDatabase } from './device-databases.ts';
import type { LocalDatabase } from './local-database.ts';
import { createDevice, newTask, positionOf, taskId } from './testing/device.ts';
import { createServerModel, pullAll, pushAll } from './testing/server-model.ts';

async function add(database: LocalDatabase, n: number) {
  const changes = [newTask(taskId(n), `Task ${n}`)];
  const [batch] = await database.commitBatches([{ label: 'task.add', changes }]);
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

async function waiting(database: LocalDatabase) {
  const rows = await database.tables.outbox.orderBy('position').toArray();
  return rows.map(({ deviceId, n, batch }) => ({ deviceId, n, stamp: batch.stamp }));
}

test('[R3] a fork takes a new deviceId and numbers what is unsettled behind it from 1 (B11)', async () => {
  const database = await createDevice().openTab();
  const batches = [await add(database, 1), await add(database, 2), await add(database, 3)];
  const { deviceId } = await database.readMeta();
  await database.fork({ deviceId, fromN: 1 });

  const meta = await database.readMeta();
  expect(meta.deviceId).not.toBe(deviceId);
  expect(meta).toMatchObject({ nextN: 4, settledN: 0 });
  expect(await waiting(database)).toEqual(
    batches.map(({ stamp }, index) => ({ deviceId: meta.deviceId, n: index + 1, stamp })),
  );
  expect((await add(database, 4)).n).toBe(4);
});

test('[R3] a device whose database was evicted comes back under another deviceId and numbers from 1 (B11)', async () => {
  const device = createDevice();
  const evicted = await device.openTab();
  await add(evicted, 1);
  const { deviceId } = await evicted.readMeta();
  await deleteDatabase(device, evicted);

  const database = await device.openTab();
  const meta = await database.readMeta();
  expect(meta).toMatchObject({ nextN: 1, settledN: 0 });
  expect(meta.deviceId).not.toBe(deviceId);
});

test('[R3] a fork of another device id does nothing', async () => {
  const database = await createDevice().openTab();
  await add(database, 1);
  const before = await database.readMeta();
  await database.fork({ deviceId: 'otherdevic', fromN: 1 });
  expect(await database.readMeta()).toEqual(before);
});

test('[R3] batches before the fork are settled under their old deviceId by the event that names them', async () => {
  const database = await createDevice().openTab();
  const server = createServerModel();
  await pullAll(database, server);
  const first = await add(database, 1);
  await pushAll(database, server);
  await add(database, 2);
  const { deviceId } = await database.readMeta();
  await database.fork({ deviceId, fromN: 2 });
  const [event] = server.events;
  if (event === undefined) throw new Error('not committed');
  expect(await database.applyCommit(event)).toBe('applied');

  expect(await database.tables.sent.toArray()).toMatchObject([
    { deviceId, n: 1, batch: { stamp: first.stamp } },
  ]);
  const meta = await database.readMeta();
  expect(await waiting(database)).toMatchObject([{ deviceId: meta.deviceId, n: 1 }]);
  expect(meta.settledN).toBe(0);
});

test('[R3] batches before the fork are settled by the next `done`, too', async () => {
  const database = await createDevice().openTab();
  const server = createServerModel();
  await add(database, 1);
  await pushAll(database, server);
  await add(database, 2);
  const { deviceId } = await database.readMeta();
  const early = await positionOf(database);
  await database.fork({ deviceId, fromN: 2 });
  const answer = server.pull({ after: '0', deviceId });
  expect(await database.applyPage({ asked: early, answer })).toBe('stale');

  await pullAll(database, server);
  const meta = await database.readMeta();
  expect(await waiting(database)).toMatchObject([{ deviceId: meta.deviceId, n: 1 }]);
  expect(await database.tables.sent.count()).toBe(1);
});

test('[R10] in a new epoch what the server still has is settled, the rest offered again, sent before outbox (B13)', async () => {
  const database = await createDevice().openTab();
  const server = createServerModel();
  const restored = createServerModel('epoch-2');
  const batches = [await add(database, 1), await add(database, 2)];
  const { deviceId } = await database.readMeta();
  await pushAll(database, server);
  await pullAll(database, server);
  const [kept] = batches;
  if (kept === undefined) throw new Error('no batch');
  const { atMs: _atMs, label: _label, ...travelling } = kept;
  restored.commit(deviceId, travelling);
  batches.push(await add(database, 3));

  await database.startRebuild('epoch_changed');
  expect(await database.readMeta()).toMatchObject({ epoch: undefined, checkpoint: '0' });
  await pullAll(database, restored);

  const meta = await database.readMeta();
  expect(meta.deviceId).not.toBe(deviceId);
  expect(meta).toMatchObject({ epoch: 'epoch-2', nextN: 3, settledN: 0, rebuild: undefined });
  expect(await waiting(database)).toEqual([
    { deviceId: meta.deviceId, n: 1, stamp: batches[1]?.stamp },
    { deviceId: meta.deviceId, n: 2, stamp: batches[2]?.stamp },
  ]);
  expect(await database.tables.sent.toArray()).toMatchObject([{ batch: { stamp: kept.stamp } }]);

  await pushAll(database, restored);
  await pullAll(database, restored);
  expect(await waiting(database)).toEqual([]);
  expect([...restored.documents.keys()].toSorted()).toEqual([1, 2, 3].map(taskId));
});

/** A device whose first batch was sent under an id that it left by a fork, and whose second waits under the new one. */
async function forkedDevice() {
  const database = await createDevice().openTab();
  const server = createServerModel();
  const first = await add(database, 1);
  await pushAll(database, server);
  await pullAll(database, server);
  const { deviceId: former } = await database.readMeta();
  await database.fork({ deviceId: former, fromN: 2 });
  await add(database, 2);
  await database.startRebuild('epoch_changed');
  return { database, former, first };
}

test('[R10] what was sent under a former device id is offered again only if the restored log has lost it', async () => {
  for (const lastN of [0, 1]) {
    const { database, former, first } = await forkedDevice();
    const restored = createServerModel('epoch-2');
    const asked = await positionOf(database);
    const answer = restored.pull({ after: '0', deviceId: asked.deviceId });
    const formers = new Map([[former, { lastN, refused: [] }]]);
    expect(await database.applyPage({ asked, answer, formers })).toBe('applied');
    const stamps = (await waiting(database)).map(({ stamp }) => stamp);
    expect(stamps.includes(first.stamp)).toBe(lastN === 0);
    expect(stamps).toHaveLength(lastN === 0 ? 2 : 1);
  }
});

test('[R10] a rebuild does not end before it is known what the log has of every former device id', async () => {
  const { database, former } = await forkedDevice();
  expect(await database.readFormerDeviceIds()).toEqual([former]);
  const restored = createServerModel('epoch-2');
  const asked = await positionOf(database);
  const answer = restored.pull({ after: '0', deviceId: asked.deviceId });
  expect(await database.applyPage({ asked, answer })).toBe('stale');
  expect(await database.readMeta()).toMatchObject({ rebuild: { reason: 'epoch_changed' } });
});

test('[R10] what waits under a former device id and is in the restored log is settled, as it was judged', async () => {
  const database = await createDevice().openTab();
  await add(database, 1);
  await add(database, 2);
  const { deviceId: former } = await database.readMeta();
  await database.fork({ deviceId: former, fromN: 3 });
  await database.startRebuild('epoch_changed');
  const asked = await positionOf(database);
  const answer = createServerModel('epoch-2').pull({ after: '0', deviceId: asked.deviceId });
  const refused = [{ n: 2, seq: 1, code: 'forbidden' as const }];
  const formers = new Map([[former, { lastN: 2, refused }]]);
  expect(await database.applyPage({ asked, answer, formers })).toBe('applied');
  expect(await waiting(database)).toEqual([]);
  expect(await database.tables.sent.count()).toBe(1);
  expect(await database.readRefused()).toMatchObject([{ code: 'forbidden' }]);
});

test('[R10] numbers that a copy took in the restored log are not taken for ours: everything is offered again', async () => {
  const database = await createDevice().openTab();
  const server = createServerModel();
  const restored = createServerModel('epoch-2');
  const batches = [await add(database, 1), await add(database, 2)];
  await pushAll(database, server);
  await pullAll(database, server);
  batches.push(await add(database, 3));
  const { deviceId } = await database.readMeta();
  const [kept] = batches;
  if (kept === undefined) throw new Error('no batch');
  const { atMs: _atMs, label: _label, ...travelling } = kept;
  restored.commit(deviceId, travelling);
  // The copy goes on under the same name, without ever having seen what was lost.
  const copys = {
    n: 2,
    v: 1,
    stamp: `0zzzzzzzz000-${deviceId}`,
    changes: [newTask(taskId(9), 'Copy')],
  };
  restored.commit(deviceId, copys);

  await database.startRebuild('epoch_changed');
  await pullAll(database, restored);
  const { deviceId: now } = await database.readMeta();
  expect(await waiting(database)).toEqual(
    batches.map(({ stamp }, index) => ({ deviceId: now, n: index + 1, stamp })),
  );
  expect(await database.tables.sent.count()).toBe(0);
});

test('[R10] the same under a device id that it bore before', async () => {
  const { database, former, first } = await forkedDevice();
  const restored = createServerModel('epoch-2');
  const asked = await positionOf(database);
  const answer = restored.pull({ after: '0', deviceId: asked.deviceId });
  const copys = { lastN: 5, lastStamp: `0zzzzzzzz000-${former}`, refused: [] };
  const formers = new Map([[former, copys]]);
  expect(await database.applyPage({ asked, answer, formers })).toBe('applied');
  const stamps = (await waiting(database)).map(({ stamp }) => stamp);
  expect(stamps).toHaveLength(2);
  expect(stamps[0]).toBe(first.stamp);
});

test('[R10] a lastN below what was seen settled counts as a new epoch (B13)', async () => {
  const database = await createDevice().openTab();
  const server = createServerModel();
  const forgetful = createServerModel();
  await add(database, 1);
  await pushAll(database, server);
  await pullAll(database, server);
  const stranger = { n: 1, v: 1, stamp: '000000000001-strangerxx', changes: [] };
  forgetful.commit('strangerxx', { ...stranger, changes: [newTask(taskId(9), 'Other')] });

  const asked = await positionOf(database);
  const answer = forgetful.pull({ after: asked.checkpoint, deviceId: asked.deviceId });
  expect(await database.applyPage({ asked, answer })).toBe('stale');
  expect(await database.readMeta()).toMatchObject({ rebuild: { reason: 'epoch_changed' } });
  await pullAll(database, forgetful);
  expect(await waiting(database)).toMatchObject([{ n: 1 }]);
});

test('[R10] a rebuild that begins once more does not forget that the epoch is new', async () => {
  const database = await createDevice().openTab();
  const server = createServerModel();
  const { deviceId } = await database.readMeta();
  await database.startRebuild('epoch_changed');
  await database.startRebuild('checkpoint_expired');
  await pullAll(database, server);
  expect((await database.readMeta()).deviceId).not.toBe(deviceId);
  expect(await database.readMeta()).toMatchObject({ generation: 2, rebuild: undefined });
});
