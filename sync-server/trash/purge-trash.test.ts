import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyHeadHash, formatHash, replaceInHash } from '#shared/head-hash';
import type { StoredForm } from '#shared/kind-definition';
import type { Change } from '#shared/push-message';
import { testIds } from '#shared/testing/build-task';
import type { Storage } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { createFreshDocuments } from '../workspaces/fresh-documents.ts';
import { decodeBody } from '../sync/log-entry.ts';
import {
  makeWorkspace,
  readLog,
  startReplica,
  type TestReplica,
  testNowMs,
} from '../sync/testing/start-replica.ts';
import { newTask, newTitle, testDevice } from '../sync/testing/test-device.ts';
import { createTrashPurge, type TrashPurge } from './purge-trash.ts';

const { alice } = testIds;
const dayMs = 24 * 3_600_000;
let storage: Storage;
let close: () => Promise<void>;
let clock: { nowMs: number };
let replica: TestReplica;
let trash: TrashPurge;
let workspaceId: string;
let device: ReturnType<typeof testDevice>;

beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
});

beforeEach(async () => {
  clock = { nowMs: testNowMs };
  replica = startReplica(storage, () => clock.nowMs);
  trash = purgeOf(storage);
  workspaceId = await makeWorkspace({ storage, replica }, { [alice]: 'admin' });
  device = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
});

afterAll(() => close());

function purgeOf(over: Storage, commitPurge = replica.sync.purge): TrashPurge {
  const { applier } = replica.sync;
  const documents = createFreshDocuments(over);
  return createTrashPurge({
    storage: over,
    documents,
    commitPurge,
    applier,
    now: () => clock.nowMs,
  });
}

async function commit(...changes: Change[]): Promise<void> {
  const { results } = await device.push(replica, device.batch(...changes));
  expect(results[0]?.outcome).toBe('committed');
}

function trashed(id: string, kind = 'task'): Change {
  const value = { trashedAt: '2026-11-22T09:00:00.000Z' };
  return { kind, id, group: 'trash', value, base: null };
}

function purge(...documentIds: string[]): Promise<string[]> {
  return trash.purge({ workspaceId, userId: alice, documentIds });
}

function sweep(days: number, tombstoneDays = 90): Promise<void> {
  const kept = { trashKeptMs: days * dayMs, tombstonesKeptMs: tombstoneDays * dayMs };
  return trash.sweep({ workspaceId, ...kept });
}

async function shownIds(): Promise<string[]> {
  const { documents } = await replica.pullAll({ workspaceId, userId: alice });
  return documents.filter((one) => !('purged' in one)).map(({ id }) => id);
}

async function everythingStored(): Promise<string> {
  const rows = await storage.documentView.scan({
    workspaceId,
    afterSeq: 0,
    afterId: undefined,
    upTo: 1e9,
    limit: 1e4,
    maxBytes: 1e9,
  });
  return JSON.stringify([await readLog(storage, workspaceId), rows]);
}

/** Replays the log and checks each entry against its hash (R11). */
async function expectProvenLog(): Promise<void> {
  const held = new Map<string, StoredForm>();
  let hash = emptyHeadHash;
  for (const entry of await readLog(storage, workspaceId)) {
    for (const next of decodeBody(entry).documents) {
      hash = replaceInHash(hash, { previous: held.get(next.id), next });
      held.set(next.id, next);
    }
    expect(formatHash(hash)).toBe(entry.hash);
  }
}

describe('[R7] purging what is in the trash', () => {
  test('[R7] a purged document leaves a tombstone, and none of its values anywhere', async () => {
    const task = newTask('a secret title', { notes: 'secret notes' });
    await commit(task, newTask('another one'));
    await commit(newTitle(task.id, 'a secret title too', null));
    await commit(trashed(task.id));
    expect(await everythingStored()).toContain('secret');
    expect(await purge(task.id)).toEqual([task.id]);
    expect(await everythingStored()).not.toContain('secret');
    const { documents } = await replica.pullAll({ workspaceId, userId: alice });
    const held = documents.find(({ id }) => id === task.id);
    expect(held).toEqual({ kind: 'task', id: task.id, workspaceId, seq: 5, purged: true });
    expect(await everythingStored()).toContain('another one');
    await expectProvenLog();
  });

  test('[R11] a device that holds the document and hears of the purge has the hash of the head', async () => {
    const task = newTask('milk');
    await commit(task);
    await commit(trashed(task.id));
    await purge(task.id);
    const event = replica.events.at(-1);
    expect(event).toMatchObject({ prev: 3, seq: 4, documents: [{ id: task.id, purged: true }] });
    const { hash, documents } = await replica.pullAll({ workspaceId, userId: alice });
    const sum = documents.reduce(
      (before, next) => replaceInHash(before, { previous: undefined, next }),
      emptyHeadHash,
    );
    expect([hash, event?.hash]).toEqual([formatHash(sum), formatHash(sum)]);
  });

  test('[R7] what is not in the trash is refused, and then nothing is purged', async () => {
    const [gone, kept] = [newTask('gone'), newTask('kept')];
    await commit(gone, kept);
    await commit(trashed(gone.id));
    await expect(purge(gone.id, kept.id)).rejects.toMatchObject({
      code: 'invalid',
      details: { errors: [{ pointer: '/documentIds/1', code: 'not_in_trash' }] },
    });
    expect(await shownIds()).toEqual(expect.arrayContaining([gone.id, kept.id]));
  });

  test('[R7] asked again, a purge does nothing and commits nothing that counts', async () => {
    const task = newTask('milk');
    await commit(task);
    await commit(trashed(task.id));
    expect(await purge(task.id)).toEqual([task.id]);
    const { length } = await readLog(storage, workspaceId);
    expect(await purge(task.id)).toEqual([]);
    expect(await readLog(storage, workspaceId)).toHaveLength(length);
  });

  test('[R7] a project goes with its tasks, their subtasks, and what of them lost; others stay', async () => {
    const project: Change = { kind: 'project', id: newTask('').id, create: { name: 'Move house' } };
    const task = newTask('pack', { projectId: project.id });
    const subtask = newTask('books', { parentId: task.id });
    const other = newTask('elsewhere');
    await commit(project, task, subtask, other);
    const bob = testDevice({ workspaceId, userId: alice, deviceId: 'bob0000000', seed: -500_000 });
    await commit(newTitle(task.id, 'pack all', null));
    await bob.push(replica, bob.batch(newTitle(task.id, 'a lost value', null)));
    await commit(trashed(project.id, 'project'));
    expect(await everythingStored()).toContain('a lost value');
    const purged = await purge(project.id);
    expect(purged).toEqual(expect.arrayContaining([project.id, task.id, subtask.id]));
    expect(purged).toHaveLength(4);
    expect(await everythingStored()).not.toContain('a lost value');
    expect(await shownIds()).toContain(other.id);
    await expectProvenLog();
  });

  test('[R7] an edit or a restore that comes between keeps the document, and all of its tree', async () => {
    const parent = newTask('parent');
    const child = newTask('child', { parentId: parent.id });
    await commit(parent, child);
    await commit(trashed(parent.id), trashed(child.id));
    // Between what the purge has listed and its commit.
    await commit(newTitle(child.id, 'edited on the train', null));
    const { purge: commitPurge } = replica.sync;
    const targets = [child, parent].map(({ id }) => ({ id, seq: 3 }));
    const trees = [{ targets }];
    await commitPurge({ workspaceId, userId: alice, trees });
    expect(await shownIds()).toEqual(expect.arrayContaining([parent.id, child.id]));
    expect(await purge(parent.id)).toEqual([child.id, parent.id]);
  });

  test('[R8] an edit that comes after the purge is kept as a conflict document', async () => {
    const task = newTask('milk');
    await commit(task);
    await commit(trashed(task.id));
    await purge(task.id);
    await commit(newTitle(task.id, 'written on the train', null));
    const { documents } = await replica.pullAll({ workspaceId, userId: alice });
    const kept = documents.find(({ kind }) => kind === 'conflict');
    expect(kept).toMatchObject({ documentId: task.id, reason: 'purged' });
    await sweep(0);
    expect(await everythingStored()).toContain('written on the train');
    await expectProvenLog();
  });

  test('[R4] a batch that was sent again after its values were blanked is known by its number', async () => {
    const task = newTask('milk');
    const batch = device.batch(task);
    await device.push(replica, batch);
    await commit(trashed(task.id));
    await purge(task.id);
    const again = await device.push(startReplica(storage), batch);
    expect(again.results).toEqual([{ n: 1, outcome: 'committed', seq: 2, repeated: true }]);
  });
});

describe('[R7] sweeping the trash by age', () => {
  test('[R7] only what lies unchanged for so long goes, by the commits of the server', async () => {
    const [old, young] = [newTask('old'), newTask('young')];
    await commit(old, young);
    await commit(trashed(old.id));
    clock.nowMs += 20 * dayMs;
    // A device whose clock is wrong says that this one is in the trash for years.
    const value = { trashedAt: '1976-01-01T00:00:00.000Z' };
    await commit({ kind: 'task', id: young.id, group: 'trash', value, base: null });
    clock.nowMs += 11 * dayMs;
    await sweep(0);
    expect(await shownIds()).toEqual(expect.arrayContaining([old.id, young.id]));
    await sweep(30);
    expect(await shownIds()).not.toContain(old.id);
    expect(await shownIds()).toContain(young.id);
  });

  test('[R7] a tree in which something is younger stays, until all of it is old', async () => {
    const parent = newTask('parent');
    const child = newTask('child', { parentId: parent.id });
    await commit(parent, child);
    await commit(trashed(parent.id), trashed(child.id));
    clock.nowMs += 29 * dayMs;
    await commit(newTitle(child.id, 'edited on the train', null));
    clock.nowMs += 2 * dayMs;
    await sweep(30);
    expect(await shownIds()).toEqual(expect.arrayContaining([parent.id, child.id]));
    clock.nowMs += 29 * dayMs;
    await sweep(30);
    expect(await shownIds()).toHaveLength(1);
  });

  test('[R7] a round goes on where one before died between the commit and the log', async () => {
    const task = newTask('a secret title');
    await commit(task);
    await commit(trashed(task.id));
    const { purge: commitPurge } = replica.sync;
    const trees = [{ targets: [{ id: task.id, seq: 3 }] }];
    await commitPurge({ workspaceId, userId: alice, trees });
    expect(await everythingStored()).toContain('secret');
    await sweep(0);
    expect(await everythingStored()).not.toContain('secret');
  });

  test('[R7] two rounds at once blank one entry for different documents, and neither is forgotten', async () => {
    const [one, two] = [newTask('a secret title'), newTask('a secret name')];
    await commit(one, two);
    await commit(trashed(one.id), trashed(two.id));
    await Promise.all([purge(one.id), purge(two.id), sweep(0), sweep(0)]);
    expect(await everythingStored()).not.toContain('secret');
    await expectProvenLog();
  });
});

describe('[R10] letting go of tombstones', () => {
  test('[R10] a tombstone goes when it is old, and the horizon rises before it', async () => {
    const task = newTask('milk');
    await commit(task);
    await commit(trashed(task.id));
    await purge(task.id);
    await commit(newTask('later'));
    await sweep(0);
    expect((await storage.documentView.state(workspaceId)).horizon).toBe(0);
    clock.nowMs += 91 * dayMs;
    const order: string[] = [];
    const watched: Storage = {
      ...storage,
      documentView: {
        ...storage.documentView,
        raiseMarks: (of) => {
          if (of.horizon !== undefined) order.push(`horizon ${of.horizon}`);
          return storage.documentView.raiseMarks(of);
        },
        removeDocuments: (of) => {
          order.push(`remove ${of.documents.length}`);
          return storage.documentView.removeDocuments(of);
        },
      },
    };
    await purgeOf(watched).sweep({ workspaceId, trashKeptMs: 0, tombstonesKeptMs: 90 * dayMs });
    expect(order).toEqual(['horizon 4', 'remove 1']);
    const { documents } = await replica.pullAll({ workspaceId, userId: alice });
    expect(documents.some((one) => 'purged' in one)).toBe(false);
  });

  test('[R10] a device from before the horizon starts again, one from behind it goes on (B12)', async () => {
    const task = newTask('milk');
    await commit(task);
    await commit(trashed(task.id));
    await purge(task.id);
    await commit(newTask('later'));
    clock.nowMs += 91 * dayMs;
    await sweep(0);
    const ask = (from: number) =>
      replica.sync.readPage({
        workspaceId,
        userId: alice,
        epoch: 'epoch-1',
        deviceId: undefined,
        after: { seq: from, id: undefined },
        from,
        limit: 10,
      });
    await expect(ask(3)).rejects.toMatchObject({ code: 'checkpoint_expired' });
    expect(JSON.parse(await ask(4))).toMatchObject({ done: true, head: 5 });
  });

  test('[R10] what was purged is not let go of while its values are still in the log', async () => {
    const task = newTask('milk');
    await commit(task);
    await commit(trashed(task.id));
    await purge(task.id);
    clock.nowMs += 91 * dayMs;
    const stuck: Storage = {
      ...storage,
      documentView: {
        ...storage.documentView,
        state: async (id) => ({ ...(await storage.documentView.state(id)), blanked: 3 }),
      },
    };
    await purgeOf(stuck).sweep({ workspaceId, trashKeptMs: 0, tombstonesKeptMs: 90 * dayMs });
    expect((await storage.documentView.state(workspaceId)).horizon).toBe(0);
  });
});

test('[R7] a subtask that nobody put in the trash, and that every screen shows, outlives the purge of its parent', async () => {
  const parent = newTask('parent');
  const child = newTask('still to be done', { parentId: parent.id });
  await commit(parent, child);
  // As DELETE /api/tasks/<id> does it, or a subtask added offline under a parent that went to the trash meanwhile.
  await commit(trashed(parent.id));
  clock.nowMs += 31 * dayMs;
  await sweep(30);
  expect(await shownIds()).toContain(child.id);
});

test('[R7] a project of many tasks that is restored before its purge is committed keeps all of them', async () => {
  const project: Change = { kind: 'project', id: newTask('').id, create: { name: 'Move house' } };
  const tasks = Array.from({ length: 2_100 }, () => newTask('x', { projectId: project.id }));
  await commit(project);
  for (let at = 0; at < tasks.length; at += 300) await commit(...tasks.slice(at, at + 300));
  await commit(trashed(project.id, 'project'));
  const restore = { ...trashed(project.id, 'project'), value: { trashedAt: null } };
  let isRestored = false;
  const late = purgeOf(storage, async (of) => {
    if (!isRestored) await commit(restore);
    isRestored = true;
    return replica.sync.purge(of);
  });
  const purged = await late.purge({ workspaceId, userId: alice, documentIds: [project.id] });
  expect(purged).toHaveLength(0);
});

test('[R8] a task of a trashed project whose parent is missing goes with it, and does not come up in the Inbox', async () => {
  const project: Change = { kind: 'project', id: newTask('').id, create: { name: 'Move house' } };
  const orphan = newTask('orphan', { projectId: project.id, parentId: newTask('').id });
  await commit(project, orphan);
  await commit(trashed(project.id, 'project'));
  await purge(project.id);
  expect(await shownIds()).not.toContain(orphan.id);
});

test('[R7] undoing an edit of a purged task writes nothing of what was purged into the log', async () => {
  const task = newTask('a secret title');
  const made = device.batch(task);
  await device.push(replica, made);
  await commit(newTitle(task.id, 'another', null));
  await commit(trashed(task.id));
  await purge(task.id);
  await commit({ ...newTitle(task.id, 'a secret title', made.stamp), ifBase: true });
  await sweep(0);
  expect(await everythingStored()).not.toContain('secret');
});

test('[R10] tombstones whose removal broke off after the horizon rose go in the next round', async () => {
  const task = newTask('milk');
  await commit(task);
  await commit(trashed(task.id));
  await purge(task.id);
  clock.nowMs += 91 * dayMs;
  const documentView = {
    ...storage.documentView,
    removeDocuments: () => Promise.reject(new Error('killed')),
  };
  const kept = { workspaceId, trashKeptMs: 0, tombstonesKeptMs: 90 * dayMs };
  await expect(purgeOf({ ...storage, documentView }).sweep(kept)).rejects.toThrow('killed');
  await sweep(0);
  expect(await storage.documentView.readDocuments({ workspaceId, ids: [task.id] })).toEqual([]);
});

test('[R7] a value that is said again in the very entry of the purge is not kept by it', async () => {
  const task = newTask('a secret title');
  await commit(task);
  await commit(trashed(task.id));
  const other = testDevice({ workspaceId, userId: alice, deviceId: 'other00000', seed: -500_000 });
  const again = other.batch(newTitle(task.id, 'a secret title', null));
  const trees = [{ targets: [{ id: task.id, seq: 3 }] }];
  await Promise.all([
    other.push(replica, again),
    replica.sync.purge({ workspaceId, userId: alice, trees }),
  ]);
  await sweep(0);
  expect(await everythingStored()).not.toContain('secret');
});
