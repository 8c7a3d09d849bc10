import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testIds } from '#shared/testing/build-task';
import type { Storage } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { decodeBody } from './log-entry.ts';
import {
  makeWorkspace,
  readLog,
  startReplica,
  testNowMs,
  type TestReplica,
} from './testing/start-replica.ts';
import { newTask, testDevice } from './testing/test-device.ts';

/** Found by the simulator (seed 216): the poll of heads read on while a push was being judged. */
const { alice } = testIds;
let storage: Storage;
let close: () => Promise<void>;
let other: TestReplica;
let workspaceId: string;

beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
});

beforeEach(async () => {
  other = startReplica(storage);
  workspaceId = await makeWorkspace({ storage, replica: other }, { [alice]: 'admin' });
});

afterAll(async () => {
  await close();
});

/** A replica whose first look for a key lasts until `meanwhile` was committed elsewhere and read on by the poll of heads. */
function overtaken(meanwhile: () => Promise<unknown>): TestReplica {
  let isFirst = true;
  const findKey: Storage['changeLog']['findKey'] = async (key) => {
    const found = await storage.changeLog.findKey(key);
    if (!isFirst) return found;
    isFirst = false;
    await meanwhile();
    const head = (await readLog(storage, workspaceId)).length;
    const { epoch } = await replica.sync.states.open(workspaceId);
    await replica.sync.states.refresh(workspaceId, { head, epoch });
    return found;
  };
  const replica = startReplica({ ...storage, changeLog: { ...storage.changeLog, findKey } });
  return replica;
}

const keyed = (key: string) => ({
  workspaceId,
  userId: alice,
  changes: [newTask('rent')],
  idempotency: { key, digest: 'same request' },
});

test('[R3] a key that another replica commits while this one reads on is committed once', async () => {
  const replica = overtaken(() => other.sync.commitForUser(keyed('one')));
  expect(await replica.sync.commitForUser(keyed('one'))).toMatchObject({ seq: 2, repeated: true });
  expect(await readLog(storage, workspaceId)).toHaveLength(2);
});

test('[R3] a batch sent again while the replica reads on is known, not taken for a fork', async () => {
  const phone = testDevice({ workspaceId, userId: alice, deviceId: 'alicephone' });
  const first = phone.batch(newTask('milk'));
  await phone.push(other, first);
  const replica = overtaken(() => phone.push(other, phone.batch(newTask('bread'))));
  const [{ results }] = await Promise.all([
    phone.push(replica, first),
    replica.sync.commitForUser(keyed('two')),
  ]);
  expect(results).toEqual([{ n: 1, outcome: 'committed', seq: 2, repeated: true }]);
});

test('[R3] who offers a batch under a new name is answered though the log grows whenever it is read for the old one', async () => {
  const before = testDevice({ workspaceId, userId: alice, deviceId: 'before0000' });
  const first = before.batch(newTask('milk'));
  for (const batch of [first, before.batch(newTask('bread'))]) await before.push(other, batch);
  let wholeReads = 0;
  const read: Storage['changeLog']['read'] = async (from) => {
    const page = await storage.changeLog.read(from);
    if (from.after > 0 || from.limit === 1) return page;
    wholeReads += 1;
    const { seq } = await other.sync.commitForUser(keyed(`meanwhile ${wholeReads}`));
    const { epoch } = await replica.sync.states.open(workspaceId);
    await replica.sync.states.refresh(workspaceId, { head: seq, epoch });
    return page;
  };
  const replica = startReplica({ ...storage, changeLog: { ...storage.changeLog, read } });
  await replica.sync.states.open(workspaceId);
  wholeReads = 0;
  const lost = { ...before.batch(newTask('rent')), n: 1 };
  const request = { workspaceId, deviceId: 'copyone000', batches: [lost, { ...first, n: 2 }] };
  const { results } = await replica.sync.push({ userId: alice, request });
  expect(results.map(({ outcome }) => outcome)).toEqual(['committed', 'committed']);
  expect(wholeReads).toBe(1);
  const batches = (await readLog(storage, workspaceId)).flatMap(
    (entry) => decodeBody(entry).batches,
  );
  expect(batches.filter(({ deviceId }) => deviceId === 'copyone000')).toMatchObject([
    { stamp: lost.stamp },
    { stamp: first.stamp, sameAs: 2 },
  ]);
});

test('[R3] a look through the log that takes longer than all attempts may is not begun anew each time somebody commits', async () => {
  const before = testDevice({ workspaceId, userId: alice, deviceId: 'before0000' });
  const first = before.batch(newTask('milk'));
  for (const batch of [first, before.batch(newTask('bread'))]) await before.push(other, batch);
  let nowMs = testNowMs;
  let wholeReads = 0;
  const read: Storage['changeLog']['read'] = async (from) => {
    const page = await storage.changeLog.read(from);
    if (from.after > 0 || from.limit === 1) return page;
    wholeReads += 1;
    nowMs += 3_000;
    await other.sync.commitForUser(keyed(`slow ${wholeReads}`));
    return page;
  };
  const slow = { ...storage, changeLog: { ...storage.changeLog, read } };
  const replica = startReplica(slow, () => nowMs);
  await replica.sync.states.open(workspaceId);
  wholeReads = 0;
  const request = { workspaceId, deviceId: 'copyone000', batches: [{ ...first, n: 1 }] };
  const { results } = await replica.sync.push({ userId: alice, request });
  expect(results).toMatchObject([{ n: 1, outcome: 'committed' }]);
  expect(wholeReads).toBe(1);
});
