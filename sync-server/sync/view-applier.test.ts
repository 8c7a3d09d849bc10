import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testIds } from '#shared/testing/build-task';
import type { Storage, ViewStep } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { makeWorkspace, startReplica, type TestReplica } from './testing/start-replica.ts';
import { newTask, newTitle, testDevice } from './testing/test-device.ts';

const { alice, bob } = testIds;
let storage: Storage;
let close: () => Promise<void>;
let one: TestReplica;
let two: TestReplica;
let workspaceId: string;

beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
});

beforeEach(async () => {
  one = startReplica(storage);
  two = startReplica(storage);
  workspaceId = await makeWorkspace(
    { storage, replica: one },
    { [alice]: 'admin', [bob]: 'member' },
  );
});

afterAll(async () => {
  await close();
});

describe('the view', () => {
  test('[R2] two appliers of entries that interleave leave none out', async () => {
    const alices = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
    const bobs = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
    const task = newTask('0');
    await alices.push(one, alices.batch(task));
    for (let round = 0; round < 20; round += 1) {
      const notes = {
        kind: 'task',
        id: task.id,
        group: 'notes',
        value: { notes: `${round}` },
        base: null,
      };
      await alices.push(one, alices.batch(newTitle(task.id, `${round}`, null)));
      await bobs.push(two, bobs.batch(notes, newTask(`Bob ${round}`)));
    }
    await Promise.all([one.sync.close(), two.sync.close()]);
    const { applied } = await storage.documentView.state(workspaceId);
    const [row] = await storage.documentView.readDocuments({ workspaceId, ids: [task.id] });
    expect(applied).toBe(42);
    const range = { workspaceId, afterSeq: 0, afterId: undefined, upTo: 42, limit: 99 };
    const rows = await storage.documentView.scan({ ...range, maxBytes: 1e6 });
    expect(rows.filter(({ kind }) => kind === 'task')).toHaveLength(21);
    expect(JSON.parse(row?.json ?? '')).toMatchObject({ title: '19', notes: '19', seq: 42 });
    const counters = await storage.documentView.readCounters({
      workspaceId,
      deviceIds: ['alice00000', 'bob0000000'],
    });
    expect(counters.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual([20, 21]);
  });

  test('[R2] an applier whose own entries stand around one of another replica applies that one too (B5a)', async () => {
    const apply = () => Promise.reject(new Error('held'));
    const held = startReplica({
      ...storage,
      documentView: { ...storage.documentView, apply },
    });
    const alices = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
    const bobs = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
    await alices.push(one, alices.batch(newTask('before')));
    await bobs.push(held, bobs.batch(newTask('between')));
    await alices.push(one, alices.batch(newTask('after')));
    await Promise.all([held.sync.close(), one.sync.close()]);
    expect(await storage.documentView.state(workspaceId)).toMatchObject({ applied: 4 });
    const range = { workspaceId, afterSeq: 1, afterId: undefined, upTo: 4, limit: 9 };
    const rows = await storage.documentView.scan({ ...range, maxBytes: 1e6 });
    expect(rows.map(({ seq }) => seq)).toEqual([2, 3, 4]);
  });

  test('a step added while a run ends is applied by the next run', async () => {
    const alices = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
    for (let push = 0; push < 30; push += 1) {
      await alices.push(one, alices.batch(newTask('x')));
      for (let turn = 0; turn < push % 7; turn += 1)
        await new Promise((resolve) => setImmediate(resolve));
    }
    await one.sync.close();
    expect(await storage.documentView.state(workspaceId)).toMatchObject({ applied: 31 });
  });

  test('a view that cannot be written keeps nobody from committing, pulling or stopping', async () => {
    const apply = (_steps: readonly ViewStep[]) => Promise.reject(new Error('no space'));
    const broken: Storage = { ...storage, documentView: { ...storage.documentView, apply } };
    const replica = startReplica(broken);
    const alices = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
    for (let push = 0; push < 5; push += 1) await alices.push(replica, alices.batch(newTask('x')));
    const { documents, head } = await replica.pullAll({ workspaceId, userId: alice });
    expect([documents.length, head]).toEqual([7, 6]);
    await replica.sync.close();
    const sound = startReplica(storage);
    await sound.sync.applier.applyAll(workspaceId);
    expect(await storage.documentView.state(workspaceId)).toMatchObject({ applied: 6 });
  });
});
