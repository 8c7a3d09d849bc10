import { expect, test } from 'vitest';
import { limits } from '#shared/limits';
import { StoreTooNewError } from './local-database.ts';
import { alice, createDevice, newTask, positionOf, rename, taskId } from './testing/device.ts';
import { createServerModel, pullAll, pushAll, type ServerModel } from './testing/server-model.ts';
import type { LocalDatabase } from './local-database.ts';

const bob = 'bobsdevice';
const [one, two, three] = [taskId(1), taskId(2), taskId(3)];

async function commit(database: LocalDatabase, ...changes: Parameters<typeof newTask>[]) {
  const [batch] = await database.commitBatches([
    { label: 'task.add', changes: changes.map(([id, title]) => newTask(id, title)) },
  ]);
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

function bobCommits(server: ServerModel, n: number, id: string) {
  const stamp = `000000000${String(n).padStart(3, '0')}-${bob}`;
  return server.commit(bob, { n, v: 1, stamp, changes: [newTask(id, `Bob ${n}`)] });
}

async function titles(database: LocalDatabase): Promise<unknown[]> {
  const rows = await database.tables.documents.orderBy('id').toArray();
  return rows.map(({ document }) => ('title' in document ? document.title : undefined));
}

async function outboxNumbers(database: LocalDatabase): Promise<number[]> {
  const batches = await database.readOutbox({ after: 0, maxBatches: 200, maxBytes: 1e6 });
  return batches.map(({ n }) => n);
}

async function setUp() {
  const device = createDevice();
  return { device, server: createServerModel(), database: await device.openTab() };
}

test('[R2] pages fill the documents and only `done` makes the checkpoint whole', async () => {
  const { database, server } = await setUp();
  for (const n of [1, 2, 3]) bobCommits(server, n, taskId(n));

  const asked = await positionOf(database);
  const page = server.pull({ after: '0', deviceId: asked.deviceId, limit: 2 });
  expect(await database.applyPage({ asked, answer: page })).toBe('applied');
  expect(await database.readMeta()).toMatchObject({ checkpoint: `2.${two}`, wholeSeq: 0 });

  await pullAll(database, server);
  expect(await database.readMeta()).toMatchObject({ checkpoint: '3', wholeSeq: 3 });
  expect(await titles(database)).toEqual(['Bob 1', 'Bob 2', 'Bob 3']);
});

test('[R2] a page asked from another checkpoint writes nothing', async () => {
  const { database, server } = await setUp();
  bobCommits(server, 1, one);
  const asked = await positionOf(database);
  const answer = server.pull({ after: '0', deviceId: asked.deviceId });
  await database.applyPage({ asked, answer });
  const before = await database.readMeta();

  expect(await database.applyPage({ asked, answer })).toBe('stale');
  expect(await database.readMeta()).toEqual(before);
});

test('[R2] a page asked before an event was applied writes nothing', async () => {
  const { database, server } = await setUp();
  await pullAll(database, server);
  const event = bobCommits(server, 1, one);
  const asked = await positionOf(database);
  const answer = server.pull({ after: asked.checkpoint, deviceId: asked.deviceId });
  bobCommits(server, 2, two);
  if (event === undefined) throw new Error('not committed');
  await database.applyCommit(event);
  const next = server.events[1];
  if (next === undefined) throw new Error('not committed');
  await database.applyCommit(next);

  expect(await database.applyPage({ asked, answer })).toBe('stale');
  expect(await database.readMeta()).toMatchObject({ checkpoint: '2' });
});

test('[R2] a tab that thaws after a rebuild writes nothing (B4b)', async () => {
  const { device, database, server } = await setUp();
  bobCommits(server, 1, one);
  const frozen = await device.openTab();
  const asked = await positionOf(frozen);
  const answer = server.pull({ after: '0', deviceId: asked.deviceId });

  await database.startRebuild('asked');
  const before = await database.readMeta();
  expect(await frozen.applyPage({ asked, answer })).toBe('stale');
  expect(await database.readMeta()).toEqual(before);
  expect(await database.tables.rebuilt.count()).toBe(0);
});

test('[R2] an event is applied only on the whole checkpoint it follows', async () => {
  const { database, server } = await setUp();
  const first = bobCommits(server, 1, one);
  const second = bobCommits(server, 2, two);
  if (first === undefined || second === undefined) throw new Error('not committed');

  expect(await database.applyCommit(first)).toBe('gap');
  await pullAll(database, server);
  expect(await database.applyCommit(second)).toBe('behind');
  const third = bobCommits(server, 3, three);
  const fourth = bobCommits(server, 4, taskId(4));
  if (third === undefined || fourth === undefined) throw new Error('not committed');
  expect(await database.applyCommit(fourth)).toBe('gap');
  expect(await database.applyCommit({ ...third, epoch: 'another' })).toBe('stale');
  expect(await database.applyCommit(third)).toBe('applied');
  expect(await database.applyCommit(fourth)).toBe('applied');
  expect(await database.readMeta()).toMatchObject({ checkpoint: '4', hashDiffers: false });
});

test('[R2] an event inside a pull is not applied, even if its `prev` is the seq of the page (B4a)', async () => {
  const { database, server } = await setUp();
  for (const n of [1, 2]) bobCommits(server, n, taskId(n));
  const asked = await positionOf(database);
  await database.applyPage({
    asked,
    answer: server.pull({ after: '0', deviceId: asked.deviceId, limit: 1 }),
  });
  const second = server.events[1];
  if (second === undefined) throw new Error('not committed');
  expect(await database.applyCommit(second)).toBe('gap');
});

test('[R2] an event without its documents asks for a pull', async () => {
  const { database, server } = await setUp();
  await pullAll(database, server);
  const event = bobCommits(server, 1, one);
  if (event === undefined) throw new Error('not committed');
  const { documents: _documents, ...rest } = event;
  expect(await database.applyCommit({ ...rest, absent: true })).toBe('gap');
});

test('[R2] a document that moved on during the first pull stands once, as it is now', async () => {
  const { database, server } = await setUp();
  for (const n of [1, 2, 3]) bobCommits(server, n, taskId(n));
  const asked = await positionOf(database);
  await database.applyPage({
    asked,
    answer: server.pull({ after: '0', deviceId: asked.deviceId, limit: 2 }),
  });
  const stamp = `000000000004-${bob}`;
  const base = `000000000001-${bob}`;
  server.commit(bob, { n: 4, v: 1, stamp, changes: [rename(one, 'Moved on', base)] });
  await pullAll(database, server);
  expect(await titles(database)).toEqual(['Moved on', 'Bob 2', 'Bob 3']);
  expect(await database.readMeta()).toMatchObject({ wholeSeq: 4, hashDiffers: false });
});

test('[R2] a document is written only over a smaller seq', async () => {
  const { database, server } = await setUp();
  bobCommits(server, 1, one);
  await pullAll(database, server);
  const asked = await positionOf(database);
  const held = server.documents.get(one);
  if (held === undefined) throw new Error('no document');
  const answer = server.pull({ after: asked.checkpoint, deviceId: asked.deviceId });
  await database.applyPage({
    asked,
    answer: { ...answer, documents: [{ ...held, title: 'Older', seq: 1 }] },
  });
  expect(await titles(database)).toEqual(['Bob 1']);
});

test('[R3] a batch is settled by the event that names it, not before', async () => {
  const { database, server } = await setUp();
  await pullAll(database, server);
  await commit(database, [one, 'Pay rent']);
  await pushAll(database, server);
  expect(await outboxNumbers(database)).toEqual([1]);

  const [event] = server.events;
  if (event === undefined) throw new Error('not committed');
  await database.applyCommit(event);
  expect(await outboxNumbers(database)).toEqual([]);
  expect(await database.tables.sent.toArray()).toMatchObject([{ n: 1, seq: 1 }]);
  expect(await database.readMeta()).toMatchObject({ settledN: 1 });
});

test('[R3] one event for everybody: of the batches it names a device settles its own (B2.3)', async () => {
  const { database, server } = await setUp();
  await pullAll(database, server);
  const own = await commit(database, [one, 'Mine']);
  const { deviceId } = await database.readMeta();
  const bobs = bobCommits(server, 1, two);
  if (bobs === undefined) throw new Error('not committed');
  expect(await database.applyCommit(bobs)).toBe('applied');
  expect(await outboxNumbers(database)).toEqual([1]);

  const second = bobCommits(server, 2, three);
  if (second === undefined) throw new Error('not committed');
  const named = { deviceId, n: 1, stamp: own.stamp, outcome: 'committed' as const };
  await database.applyCommit({ ...second, batches: [...second.batches, named] });
  expect(await outboxNumbers(database)).toEqual([]);
  expect(await database.tables.sent.toArray()).toMatchObject([{ deviceId, n: 1, seq: 2 }]);
});

test('[R3] a page before `done` settles nothing; `done` settles up to lastN (B2.2)', async () => {
  const { database, server } = await setUp();
  await commit(database, [one, 'One']);
  await commit(database, [two, 'Two']);
  await pushAll(database, server);
  await commit(database, [three, 'Three']);

  const asked = await positionOf(database);
  await database.applyPage({
    asked,
    answer: server.pull({ after: '0', deviceId: asked.deviceId, limit: 1 }),
  });
  expect(await outboxNumbers(database)).toEqual([1, 2, 3]);
  await pullAll(database, server);
  expect(await outboxNumbers(database)).toEqual([3]);
});

test('[R3] a batch refused while its answer was lost is kept as refused, not as sent (B2.1)', async () => {
  const { database, server } = await setUp();
  const { atMs: _atMs, label: _label, ...batch } = await commit(database, [one, 'One']);
  server.commit((await database.readMeta()).deviceId, batch, 'forbidden');

  await pullAll(database, server);
  expect(await outboxNumbers(database)).toEqual([]);
  expect(await database.tables.sent.count()).toBe(0);
  expect(await database.readRefused()).toMatchObject([{ n: 1, seq: 1, code: 'forbidden' }]);
  await database.dismissRefused(batch.stamp);
  expect(await database.readRefused()).toEqual([]);
});

test('[R3] a crash inside a transaction leaves nothing of it behind', async () => {
  const { device, database, server } = await setUp();
  await pullAll(database, server);
  await commit(database, [one, 'One']);
  await pushAll(database, server);
  const before = await database.readMeta();
  const broken = database.transact(async ({ meta }) => {
    await database.tables.outbox.clear();
    await database.tables.meta.put({ ...meta, checkpoint: '1', wholeSeq: 1 });
    throw new Error('power cut');
  });
  await expect(broken).rejects.toThrow('power cut');

  const reopened = await device.openTab();
  expect(await reopened.readMeta()).toEqual(before);
  expect(await outboxNumbers(reopened)).toEqual([1]);
  await pullAll(reopened, server);
  expect(await outboxNumbers(reopened)).toEqual([]);
});

test('[R10] sent batches are forgotten after 7 days, but for the last 1,000: no clock that jumps ends a week', async () => {
  const { device, database, server } = await setUp();
  await commit(database, [one, 'One']);
  await pushAll(database, server);
  await pullAll(database, server);
  const { sent } = database.tables;
  const [row] = await sent.toArray();
  if (row === undefined) throw new Error('nothing was sent');
  const rows = Array.from({ length: limits.sentKeptMin + 2 }, (_, at) => {
    return { ...row, position: row.position + 1 + at };
  });
  await sent.bulkAdd(rows);
  device.clock.nowMs += limits.sentKeptMs - 1;
  await pullAll(database, server);
  expect(await sent.count()).toBe(limits.sentKeptMin + 3);
  device.clock.nowMs += 75 * 365 * 24 * 3_600_000;
  await pullAll(database, server);
  expect(await sent.count()).toBe(limits.sentKeptMin);
  expect((await sent.orderBy('position').first())?.position).toBe(row.position + 3);
});

test('[R10] a rebuild shows the old documents until `done` swaps in the new generation (B12)', async () => {
  const { database, server } = await setUp();
  for (const n of [1, 2]) bobCommits(server, n, taskId(n));
  await pullAll(database, server);
  await database.startRebuild('checkpoint_expired');
  const rebuilt = createServerModel();
  bobCommits(rebuilt, 1, two);
  bobCommits(rebuilt, 2, three);

  const asked = await positionOf(database);
  const page = rebuilt.pull({ after: '0', deviceId: asked.deviceId, limit: 1 });
  await database.applyPage({ asked, answer: page });
  expect(await titles(database)).toEqual(['Bob 1', 'Bob 2']);
  await pullAll(database, rebuilt);
  expect(await titles(database)).toEqual(['Bob 1', 'Bob 2']);
  expect((await database.tables.documents.orderBy('id').keys()).map(String)).toEqual([two, three]);
  expect(await database.readMeta()).toMatchObject({
    rebuild: undefined,
    generation: 1,
    hashDiffers: false,
  });
  expect(await database.tables.rebuilt.count()).toBe(0);
});

test('[R11] a hash that differs is told, and a rebuild repairs it', async () => {
  const { database, server } = await setUp();
  for (const n of [1, 2]) bobCommits(server, n, taskId(n));
  await pullAll(database, server);
  const meta = await database.tables.meta.get('meta');
  if (meta === undefined) throw new Error('no meta');
  await database.tables.meta.put({ ...meta, hash: '0000000000000001' });

  const event = bobCommits(server, 3, three);
  if (event === undefined) throw new Error('not committed');
  expect(await database.applyCommit(event)).toBe('hash_differs');
  expect(await database.readMeta()).toMatchObject({ hashDiffers: true, checkpoint: '3' });
  await database.startRebuild('hash_differs');
  await pullAll(database, server);
  expect(await database.readMeta()).toMatchObject({ hashDiffers: false, hash: event.hash });
});

test('[R13] a database of a newer build is not opened and keeps all that is in it', async () => {
  const { device, database } = await setUp();
  await commit(database, [one, 'One']);
  const meta = await database.tables.meta.get('meta');
  if (meta === undefined) throw new Error('no meta');
  await database.tables.meta.put({ ...meta, storeVersion: 2 });
  await expect(device.openTab()).rejects.toBeInstanceOf(StoreTooNewError);
  expect(await database.tables.outbox.count()).toBe(1);
});

test('[R12] another user gets another database', async () => {
  const { device, database } = await setUp();
  await commit(database, [one, 'One']);
  const bobs = await device.openTab({ userId: '99999999-9999-4999-8999-999999999999' });
  expect(await bobs.tables.outbox.count()).toBe(0);
  expect(database.userId).toBe(alice);
});

test('two tabs hear of each other’s transactions by their rev', async () => {
  const { device, database } = await setUp();
  const other = await device.openTab();
  const heard: number[] = [];
  other.onChange((rev) => heard.push(rev));
  await commit(database, [one, 'One']);
  const { rev } = await other.readMeta();
  expect(heard).toEqual([rev]);
  const changes = await other.readChanges(rev - 1);
  expect(changes.outbox).toMatchObject([{ n: 1 }]);
  expect((await other.readChanges(rev)).outbox).toEqual([]);
});

test('[R6] the smallest round trip wins and a clock that ran ahead starts again (B7c)', async () => {
  const { device, database } = await setUp();
  const early = await commit(database, [one, 'One']);
  await database.learnOffset({ offsetMs: -3_600_000, roundTripMs: 80 });
  const late = await commit(database, [two, 'Two']);
  expect(late.stamp < early.stamp).toBe(true);
  expect(late.atMs).toBe(device.clock.nowMs - 3_600_000);
  expect(late.n).toBe(2);

  await database.learnOffset({ offsetMs: -3_600_010, roundTripMs: 100 });
  expect(await database.readMeta()).toMatchObject({ offsetMs: -3_600_000 });
  await database.learnOffset({ offsetMs: -3_600_020, roundTripMs: 20 });
  expect(await database.readMeta()).toMatchObject({ offsetMs: -3_600_020 });
});

test('[R6] a measurement that contradicts the kept one means the clock was set, and replaces it', async () => {
  const { database } = await setUp();
  await database.learnOffset({ offsetMs: 3_600_000, roundTripMs: 10 });
  await database.learnOffset({ offsetMs: 0, roundTripMs: 200 });
  expect(await database.readMeta()).toMatchObject({ offsetMs: 0, offsetRoundTripMs: 200 });
});

test('[R3] the outbox is read in order and never beyond what fits one push', async () => {
  const { database } = await setUp();
  for (const n of [1, 2, 3]) await commit(database, [taskId(n), `Task ${n}`]);
  const numbers = async (of: { after: number; maxBatches: number; maxBytes: number }) =>
    (await database.readOutbox(of)).map(({ n }) => n);
  expect(await numbers({ after: 1, maxBatches: 200, maxBytes: 1e6 })).toEqual([2, 3]);
  expect(await numbers({ after: 0, maxBatches: 2, maxBytes: 1e6 })).toEqual([1, 2]);
  expect(await numbers({ after: 0, maxBatches: 200, maxBytes: 10 })).toEqual([1]);
});
