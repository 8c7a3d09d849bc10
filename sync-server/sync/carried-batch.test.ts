import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Batch, Change } from '#shared/push-message';
import { testIds } from '#shared/testing/build-task';
import type { Storage } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { applyFromLog } from './apply-steps.ts';
import { decodeBody } from './log-entry.ts';
import { makeWorkspace, readLog, startReplica, type TestReplica } from './testing/start-replica.ts';
import { newTask, newTitle, testDevice } from './testing/test-device.ts';

const { alice, bob } = testIds;
let storage: Storage;
let close: () => Promise<void>;
let one: TestReplica;
let two: TestReplica;
let workspaceId: string;
let task: Change;

beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
});

beforeEach(async () => {
  one = startReplica(storage);
  two = startReplica(storage);
  const roles = { [alice]: 'admin', [bob]: 'member' } as const;
  workspaceId = await makeWorkspace({ storage, replica: one }, roles);
  task = newTask('milk');
});

afterAll(() => close());

/** What a device made before a restore took it out of the log. */
function lostBatches(...changes: Change[]): Batch[] {
  const before = testDevice({ workspaceId, userId: alice, deviceId: 'before0000' });
  return changes.map((change) => before.batch(change));
}

/** Offers batches again under another device id, numbered from 1. */
function offer(replica: TestReplica, deviceId: string, batches: Batch[], userId: string = alice) {
  const numbered = batches.map((batch, index) => ({ ...batch, n: index + 1 }));
  return replica.sync.push({ userId, request: { workspaceId, deviceId, batches: numbered } });
}

async function batchesOf(deviceId: string) {
  const log = await readLog(storage, workspaceId);
  return log
    .flatMap((entry) => decodeBody(entry).batches)
    .filter((one) => one.deviceId === deviceId);
}

async function conflicts(): Promise<number> {
  const { documents } = await one.pullAll({ workspaceId, userId: alice });
  return documents.filter(({ kind }) => kind === 'conflict').length;
}

test('[R10] what two copies of a profile offer again after a restore is committed once, and both are told so', async () => {
  const [creation] = lostBatches(task);
  const lost = lostBatches(task, newTitle(task.id, 'oat milk', creation?.stamp ?? null));
  const first = await offer(one, 'copyone000', lost);
  // Somebody goes on in between: the second copy must not set it back.
  const bobs = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
  await bobs.push(one, bobs.batch(newTitle(task.id, 'soy milk', lost[1]?.stamp ?? null)));
  const second = await offer(two, 'copytwo000', lost);
  expect(first.results.map(({ outcome }) => outcome)).toEqual(['committed', 'committed']);
  expect(second.results.map(({ outcome }) => outcome)).toEqual(['committed', 'committed']);
  expect(await batchesOf('copytwo000')).toMatchObject([
    { n: 1, stamp: lost[0]?.stamp, sameAs: 2, changes: [] },
    { n: 2, stamp: lost[1]?.stamp, sameAs: 2, changes: [] },
  ]);
  const { documents } = await one.pullAll({ workspaceId, userId: alice });
  expect(documents.find(({ id }) => id === task.id)).toMatchObject({ title: 'soy milk' });
  expect(await conflicts()).toBe(0);
});

test('[R10] two copies that offer at once, to two replicas, commit it once', async () => {
  const lost = lostBatches(task, newTitle(task.id, 'oat milk', null));
  await Promise.all([offer(one, 'copyone000', lost), offer(two, 'copytwo000', lost)]);
  const all = [...(await batchesOf('copyone000')), ...(await batchesOf('copytwo000'))];
  expect(all).toHaveLength(4);
  expect(all.filter(({ sameAs }) => sameAs === undefined)).toHaveLength(2);
});

test('[R10] two copies in one entry commit it once', async () => {
  const lost = lostBatches(task);
  await Promise.all([offer(one, 'copyone000', lost), offer(one, 'copytwo000', lost)]);
  const all = [...(await batchesOf('copyone000')), ...(await batchesOf('copytwo000'))];
  expect(all.filter(({ sameAs }) => sameAs === undefined)).toHaveLength(1);
});

test('[R3] a number that repeats another is used up: sent once more it is answered as before', async () => {
  const lost = lostBatches(task);
  await offer(one, 'copyone000', lost);
  await offer(one, 'copytwo000', lost);
  const again = await offer(two, 'copytwo000', lost);
  expect(again.results).toMatchObject([{ n: 1, outcome: 'committed', repeated: true }]);
  expect(await batchesOf('copytwo000')).toHaveLength(1);
});

test('[R3] two different batches to which copies gave one stamp both count', async () => {
  const [mine] = lostBatches(task);
  const other = newTask('bread');
  if (mine === undefined) throw new Error('no batch');
  await offer(one, 'copyone000', [mine]);
  await offer(one, 'copytwo000', [{ ...mine, changes: [other] }]);
  const { documents } = await one.pullAll({ workspaceId, userId: alice });
  expect(documents.map(({ id }) => id)).toEqual(expect.arrayContaining([task.id, other.id]));
});

test('[R3] what stands in the log under its first name is not committed again by a copy that numbered it anew', async () => {
  const original = testDevice({ workspaceId, userId: alice, deviceId: 'before0000' });
  const batches = [original.batch(task), original.batch(newTitle(task.id, 'oat milk', null))];
  await original.push(one, ...batches);
  const later = original.batch(newTitle(task.id, 'soy milk', batches[1]?.stamp ?? null));
  await original.push(one, later);
  await offer(two, 'copyone000', batches);
  expect(await batchesOf('copyone000')).toMatchObject([
    { n: 1, sameAs: 2, changes: [] },
    { n: 2, sameAs: 2, changes: [] },
  ]);
  const { documents } = await one.pullAll({ workspaceId, userId: alice });
  expect(documents.find(({ id }) => id === task.id)).toMatchObject({ title: 'soy milk' });
});

test('[R3] what a copy numbered anew is not committed again under its first name', async () => {
  const original = testDevice({ workspaceId, userId: alice, deviceId: 'before0000' });
  const batches = [original.batch(task), original.batch(newTitle(task.id, 'oat milk', null))];
  await offer(two, 'copyone000', batches);
  // A replica that knows the log only from the view and its tail must know it as well.
  await applyFromLog(storage, workspaceId);
  const fresh = startReplica(storage);
  const answer = await original.push(fresh, ...batches, original.batch(newTask('bread')));
  expect(answer.results.map(({ outcome }) => outcome)).toEqual([
    'committed',
    'committed',
    'committed',
  ]);
  const own = await batchesOf('before0000');
  expect(own.map(({ sameAs }) => sameAs)).toEqual([2, 2, undefined]);
  expect(own.map(({ n }) => n)).toEqual([1, 2, 3]);
});

test('[R3] original and copy in one entry commit it once, whichever comes first', async () => {
  const original = testDevice({ workspaceId, userId: alice, deviceId: 'before0000' });
  const batch = original.batch(task);
  await Promise.all([original.push(one, batch), offer(one, 'copyone000', [batch])]);
  const all = [...(await batchesOf('before0000')), ...(await batchesOf('copyone000'))];
  expect(all.filter(({ sameAs }) => sameAs === undefined)).toHaveLength(1);
  expect(all).toHaveLength(2);
});

test('[R3] what was refused under one name is not judged again under another', async () => {
  const roles = { [alice]: 'admin', [bob]: 'viewer' } as const;
  workspaceId = await makeWorkspace({ storage, replica: one }, roles);
  const original = testDevice({ workspaceId, userId: bob, deviceId: 'before0000' });
  const refused = original.batch(task);
  await original.push(one, refused);
  const answer = await offer(two, 'copyone000', [refused], bob);
  expect(answer.results).toMatchObject([{ n: 1, outcome: 'refused', code: 'forbidden' }]);
  expect(await batchesOf('copyone000')).toMatchObject([{ outcome: 'refused', sameAs: 2 }]);
});

test('[R3] of two batches with one stamp each is known again', async () => {
  const [mine] = lostBatches(task);
  if (mine === undefined) throw new Error('no batch');
  const others = { ...mine, changes: [newTask('bread')] };
  await offer(one, 'copyone000', [mine]);
  await offer(one, 'copytwo000', [others]);
  await offer(two, 'copythree0', [others]);
  await offer(two, 'copyfour00', [mine]);
  const [third] = await batchesOf('copythree0');
  const [fourth] = await batchesOf('copyfour00');
  expect([third?.sameAs, fourth?.sameAs]).toEqual([3, 2]);
});

test('[R9] a stamp of a device that has committed nothing gives nobody its name', async () => {
  const bobs = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
  const own = bobs.batch(newTask('own'));
  await offer(one, 'mallory000', [{ ...own, changes: [newTask('stolen')] }]);
  const { lastN } = await one.pullAll({ workspaceId, userId: bob, deviceId: bobs.deviceId });
  expect(lastN).toBe(0);
  const answer = await bobs.push(one, own);
  expect(answer.results).toMatchObject([{ n: 1, outcome: 'committed' }]);
  expect(await batchesOf(bobs.deviceId)).toMatchObject([
    { userId: bob, changes: [{ created: true }] },
  ]);
});

test('[R9] nobody takes the place of a batch of somebody else by using its stamp', async () => {
  const lost = lostBatches(task);
  await offer(one, 'mallory000', lost, bob);
  await offer(one, 'copyone000', lost);
  const [own] = await batchesOf('copyone000');
  expect(own?.sameAs).toBeUndefined();
});
