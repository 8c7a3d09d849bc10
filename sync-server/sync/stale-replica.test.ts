import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { memberId } from '#shared/ids';
import { testIds } from '#shared/testing/build-task';
import type { Storage } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { decodeBody } from './log-entry.ts';
import { makeWorkspace, readLog, startReplica, type TestReplica } from './testing/start-replica.ts';
import { newTask, newTitle, testDevice } from './testing/test-device.ts';

/** Replica `two` remembers what `one` has changed since: what it answers must come from an entry all the same. */
const { alice, bob } = testIds;
const eve = '66666666-6666-4666-8666-666666666666';
let storage: Storage;
let close: () => Promise<void>;
let one: TestReplica;
let two: TestReplica;
let workspaceId: string;
let device: ReturnType<typeof testDevice>;
let bobs: ReturnType<typeof testDevice>;

beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
});

beforeEach(async () => {
  one = startReplica(storage);
  two = startReplica(storage);
  const roles = { [alice]: 'admin', [bob]: 'viewer' } as const;
  workspaceId = await makeWorkspace({ storage, replica: one }, roles);
  device = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
  bobs = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000', seed: -5_000 });
});

afterAll(async () => {
  await close();
});

const create = { title: 'as it is' };

const shownTo = async (replica: TestReplica, id: string) => {
  const { documents } = await replica.pullAll({ workspaceId, userId: alice });
  return documents.find((document) => document.id === id);
};

const setRole = (replica: TestReplica, role: string) => {
  const id = memberId({ workspaceId, userId: bob });
  const change = { kind: 'member', id, group: 'role', value: { role }, base: null };
  return replica.sync.commitAsServer({ workspaceId, userId: alice, changes: [change] });
};

test.each([
  ['is refused', () => newTask('')],
  ['changes nothing', () => ({ kind: 'task', id: testIds.task, create })],
])(
  '[R4] a number whose batch %s is used up in the log, not in the replica that answered (B1.1)',
  async (_what, change) => {
    await device.push(one, device.batch({ kind: 'task', id: testIds.task, create }));
    await two.sync.states.membership(workspaceId, alice);
    await device.push(one, device.batch(change()));
    // The replica that answered dies; the next number reaches another one.
    const { results } = await device.push(two, device.batch(newTask('next')));
    expect(results).toEqual([{ n: 3, outcome: 'committed', seq: 4 }]);
  },
);

test('[R4] a value that only a stale cache holds already is not taken for no change (B1.2)', async () => {
  await setRole(one, 'member');
  const task = newTask('X');
  const made = device.batch(task);
  await device.push(two, made);
  const edited = bobs.batch(newTitle(task.id, 'Y', made.stamp));
  await bobs.push(one, edited);
  const back = device.batch(newTitle(task.id, 'X', edited.stamp));
  expect((await device.push(two, back)).results).toEqual([{ n: 2, outcome: 'committed', seq: 5 }]);
  expect(await shownTo(one, task.id)).toMatchObject({ title: 'X', seq: 5 });
});

test('[R4] a batch that loses everywhere stands in the log, and what lost is kept (B1.3)', async () => {
  await setRole(one, 'member');
  const task = newTask('from Alice');
  await device.push(one, device.batch(task));
  const { results } = await bobs.push(two, bobs.batch(newTitle(task.id, 'lost', null)));
  expect(results).toEqual([{ n: 1, outcome: 'committed', seq: 4 }]);
  const last = (await readLog(storage, workspaceId)).map(decodeBody).at(-1);
  expect(last?.batches).toMatchObject([{ deviceId: 'bob0000000', n: 1, outcome: 'committed' }]);
  const fresh = startReplica(storage);
  const { documents } = await fresh.pullAll({ workspaceId, userId: bob });
  expect(documents.filter(({ kind }) => kind === 'conflict')).toMatchObject([
    { documentId: task.id, value: { title: 'lost' }, authorId: bob },
  ]);
});

test('[R9] nobody is refused by a role that was changed through another replica (B1.4)', async () => {
  expect((await bobs.push(two, bobs.batch(newTask('too early')))).results).toMatchObject([
    { n: 1, outcome: 'refused', code: 'forbidden' },
  ]);
  await setRole(one, 'member');
  expect((await bobs.push(two, bobs.batch(newTask('in time')))).results).toMatchObject([
    { n: 2, outcome: 'committed' },
  ]);
});

test('[R8] a document made through another replica is not taken for missing (B1.4)', async () => {
  const task = newTask('there by now');
  const early = device.batch(newTitle(task.id, 'too early', null));
  await device.push(two, early);
  await device.push(one, device.batch(task));
  await device.push(two, device.batch(newTitle(task.id, 'in time', null)));
  expect(await shownTo(one, task.id)).toMatchObject({ title: 'in time' });
});

test('[R3] a REST call whose number another replica takes is committed under the next one, not taken for a repeat (B18)', async () => {
  const { changeLog } = storage;
  const call = (replica: TestReplica, title: string) =>
    replica.sync.commitForUser({ workspaceId, userId: alice, changes: [newTask(title)] });
  let overtaking: Promise<unknown> | undefined;
  const append: typeof changeLog.append = async (entries) => {
    overtaking ??= call(one, 'first');
    await overtaking;
    return changeLog.append(entries);
  };
  const slow = startReplica({ ...storage, changeLog: { ...changeLog, append } });
  expect(await call(slow, 'second')).toEqual({ seq: 3, outcome: 'committed' });
  const log = (await readLog(storage, workspaceId)).map(decodeBody);
  expect(log.slice(1).flatMap(({ batches }) => batches.map(({ n }) => n))).toEqual([1, 2]);
});

test('[R9] who was invited through another replica is no stranger to a stale one (B14)', async () => {
  const eves = testDevice({ workspaceId, userId: eve, deviceId: 'eve0000000' });
  const batch = eves.batch(newTask('from Eve'));
  await expect(eves.push(two, batch)).rejects.toMatchObject({ code: 'workspace_unknown' });
  const id = memberId({ workspaceId, userId: eve });
  const create = { userId: eve, name: 'Eve', role: 'member' };
  const changes = [{ kind: 'member', id, create }];
  await one.sync.commitAsServer({ workspaceId, userId: alice, changes });
  expect((await eves.push(two, batch)).results).toMatchObject([{ n: 1, outcome: 'committed' }]);
});

test('[R10] a device ahead of a replica’s cache is not told that the server was restored (B13)', async () => {
  await device.push(two, device.batch(newTask('a')));
  await device.push(one, device.batch(newTask('b')));
  const at = { workspaceId, userId: alice, epoch: 'epoch-1', from: 3, limit: 10 };
  const after = { seq: 3, id: undefined };
  const page = await two.sync.readPage({ ...at, after, deviceId: device.deviceId });
  expect(JSON.parse(page)).toMatchObject({ done: true, head: 3, documents: [], lastN: 2 });
});

test('[R10] a gap is told only on a head that is proven, not by a primary deposed unawares (B13)', async () => {
  const held = () => Promise.reject(new Error('held'));
  const { changeLog } = storage;
  const sound = { ...storage, documentView: { ...storage.documentView, apply: held } };
  const writer = startReplica(sound);
  await device.push(writer, device.batch(newTask('a')));
  await device.push(writer, device.batch(newTask('b')));
  let isDeposed = true;
  const read: typeof changeLog.read = async (from) => {
    const entries = await changeLog.read(from);
    return isDeposed ? entries.filter(({ seq }) => seq <= 2) : entries;
  };
  const behind = startReplica({ ...sound, changeLog: { ...changeLog, read } });
  const next = device.batch(newTask('c'));
  await expect(device.push(behind, next)).rejects.toMatchObject({ code: 'storage_unavailable' });

  isDeposed = false;
  const { results } = await device.push(behind, next);
  expect(results).toEqual([{ n: 3, outcome: 'committed', seq: 4 }]);
  await Promise.all([writer.sync.close(), behind.sync.close()]);
});
