import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { conflictId, nextOccurrenceId } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import { testIds } from '#shared/testing/build-task';
import type { Storage } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { makeWorkspace, startReplica, type TestReplica } from './testing/start-replica.ts';
import { newTask, newTitle, testDevice } from './testing/test-device.ts';

const { alice, bob } = testIds;
let storage: Storage;
let close: () => Promise<void>;
let replica: TestReplica;
let workspaceId: string;
let alices: ReturnType<typeof testDevice>;
let bobs: ReturnType<typeof testDevice>;

beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
});

beforeEach(async () => {
  replica = startReplica(storage);
  workspaceId = await makeWorkspace({ storage, replica }, { [alice]: 'admin', [bob]: 'member' });
  alices = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
  bobs = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000', seed: 500 });
});

afterAll(async () => {
  await close();
});

async function document(id: string, from = replica): Promise<AnyDocument | undefined> {
  const { documents } = await from.pullAll({ workspaceId, userId: alice });
  return documents.find((one) => one.id === id) as AnyDocument | undefined;
}

const move = (id: string, parentId: string | null) => {
  return { kind: 'task', id, group: 'place', value: { parentId }, base: null };
};

describe('[R5] conflicts', () => {
  test('[R5] what lost is a document that names both authors, also after the server was started again', async () => {
    const task = newTask('from Alice');
    await alices.push(replica, alices.batch(task));
    await alices.push(replica, alices.batch(newTitle(task.id, 'Alice', null)));
    await replica.sync.close();
    const restarted = startReplica(storage);
    await bobs.push(restarted, bobs.batch(newTitle(task.id, 'Bob', null)));
    const id = conflictId({ deviceId: bobs.deviceId, n: 1, id: task.id, group: 'title' });
    expect(await document(id, restarted)).toMatchObject({
      kind: 'conflict',
      value: { title: 'Alice' },
      authorId: alice,
      winnerId: bob,
      reason: 'concurrent',
    });
    expect(await document(task.id, restarted)).toMatchObject({ title: 'Bob' });
  });

  test('[R8] a change to an unknown document becomes a conflict, the rest of its batch goes on (A5)', async () => {
    const task = newTask('there');
    const batch = alices.batch(newTitle('77777777-7777-7777-8777-777777777777', 'x', null), task);
    const { results } = await alices.push(replica, batch);
    expect(results).toMatchObject([{ outcome: 'committed' }]);
    expect(await document(task.id)).toMatchObject({ title: 'there' });
    const { documents } = await replica.pullAll({ workspaceId, userId: alice });
    expect(documents.filter(({ kind }) => kind === 'conflict')).toMatchObject([
      { reason: 'missing', value: { title: 'x' } },
    ]);
  });

  test('[R5] who comes back after a day is told what lost, by event and by pull, on every device (B17)', async () => {
    const task = newTask('Rent');
    const made = alices.batch(task);
    await alices.push(replica, made);
    const offline = alices.batch(newTitle(task.id, 'Alice, offline', made.stamp));
    const { head } = await bobs.push(replica, bobs.batch(newTitle(task.id, 'Bob', made.stamp)));

    await alices.push(replica, offline);

    const id = conflictId({ deviceId: alices.deviceId, n: 2, id: task.id, group: 'title' });
    const loss = { id, value: { title: 'Alice, offline' }, authorId: alice, winnerId: bob };
    expect(replica.events.at(-1)?.documents).toMatchObject([{ kind: 'conflict', ...loss }]);
    // Her phone, which has never seen the edit, and asks from where it stood before it.
    const at = { workspaceId, userId: alice, epoch: 'epoch-1', from: head, limit: 10 };
    const after = { seq: head, id: undefined };
    const page = await replica.sync.readPage({ ...at, after, deviceId: 'alicephone' });
    expect(JSON.parse(page).documents).toMatchObject([loss]);
  });

  test('[R8] of fifty changes one that meets nothing does not hold up the others (A5)', async () => {
    const tasks = Array.from({ length: 50 }, (_, at) => newTask(`${at}`));
    await alices.push(replica, alices.batch(...tasks.slice(1)));
    const value = { status: 'done', completedAt: '2026-11-22T09:00:00.000Z' };
    const changes = tasks.map(({ id }) => ({
      kind: 'task',
      id,
      group: 'status',
      value,
      base: null,
    }));
    const { results } = await alices.push(replica, alices.batch(...changes));
    expect(results).toMatchObject([{ outcome: 'committed' }]);
    const { documents } = await replica.pullAll({ workspaceId, userId: alice });
    const done = documents.filter((one) => 'status' in one && one['status'] === 'done');
    expect(done).toHaveLength(49);
    expect(documents.filter(({ kind }) => kind === 'conflict')).toMatchObject([
      { documentId: tasks[0]?.id, reason: 'missing', value },
    ]);
  });

  test('[R5] a dropped undo is reported by its index, without a conflict (A3)', async () => {
    const task = newTask('from Alice');
    const made = alices.batch(task);
    await alices.push(replica, made);
    await bobs.push(replica, bobs.batch(newTitle(task.id, 'Bob', made.stamp)));
    const undo = { ...newTitle(task.id, 'before', made.stamp), ifBase: true as const };
    const { results } = await alices.push(replica, alices.batch(newTask('other'), undo));
    expect(results).toMatchObject([{ outcome: 'committed', dropped: [1] }]);
    const { documents } = await replica.pullAll({ workspaceId, userId: alice });
    expect(documents.filter(({ kind }) => kind === 'conflict')).toEqual([]);
  });
});

describe('[R8] recurring tasks', () => {
  test('[R8] the occurrence that a sleeping device makes once more leaves what was typed into it (B9)', async () => {
    const task = newTask('Water the plants');
    await alices.push(replica, alices.batch(task));
    const id = nextOccurrenceId(task.id);
    const next = (dueDate: string) => ({ kind: 'task', id, create: { title: 'Water', dueDate } });
    const first = alices.batch(next('2026-11-26'));
    await alices.push(replica, first);
    await alices.push(replica, alices.batch(newTitle(id, 'Water, and the fern', first.stamp)));
    // Bob's device completed it offline; its stamp is the later one.
    const { results } = await bobs.push(replica, bobs.batch(next('2026-11-27')));
    expect(results).toMatchObject([{ outcome: 'committed' }]);
    expect(await document(id)).toMatchObject({
      title: 'Water, and the fern',
      dueDate: '2026-11-26',
    });
  });
});

describe('[R8] trees', () => {
  test('[R8] of two moves that make a cycle the later commit loses, also on a replica that knew of neither (A5)', async () => {
    const [one, other] = [newTask('one'), newTask('other')];
    await alices.push(replica, alices.batch(one, other));
    await alices.push(replica, alices.batch(move(one.id, other.id)));
    await replica.sync.close();
    const fresh = startReplica(storage);
    const third = newTask('in the same batch');
    const { results } = await bobs.push(fresh, bobs.batch(move(other.id, one.id), third));
    expect(await document(third.id, fresh)).toMatchObject({ title: 'in the same batch' });
    expect(results).toMatchObject([{ outcome: 'committed' }]);
    expect(await document(other.id, fresh)).toMatchObject({ parentId: null });
    const { documents } = await fresh.pullAll({ workspaceId, userId: alice });
    expect(documents.filter(({ kind }) => kind === 'conflict')).toMatchObject([
      { reason: 'place' },
    ]);
  });

  test('[R8] five levels hang below a task, a sixth does not, by creation or by moving a branch', async () => {
    const chain = [newTask('top')];
    for (let level = 1; level <= 6; level += 1) {
      chain.push(newTask(`level ${level}`, { parentId: chain.at(-1)?.id }));
    }
    await alices.push(replica, alices.batch(...chain));
    const [top, , , , , fifth, sixth] = chain;
    expect(await document(fifth?.id ?? '')).toMatchObject({ parentId: chain[4]?.id });
    expect(await document(sixth?.id ?? '')).toMatchObject({ parentId: null });
    await replica.sync.close();
    const fresh = startReplica(storage);
    const above = newTask('above');
    await alices.push(fresh, alices.batch(above, move(top?.id ?? '', above.id)));
    expect(await document(top?.id ?? '', fresh)).toMatchObject({ parentId: null });
  });

  test('[R8] moves of one batch see each other', async () => {
    const [a, b, c] = [newTask('a'), newTask('b'), newTask('c')];
    await alices.push(replica, alices.batch(a, b, c));
    await alices.push(replica, alices.batch(move(a.id, b.id), move(b.id, c.id), move(c.id, a.id)));
    expect(await document(a.id)).toMatchObject({ parentId: b.id });
    expect(await document(b.id)).toMatchObject({ parentId: c.id });
    expect(await document(c.id)).toMatchObject({ parentId: null });
  });
});
