import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { document, step } from '../storage/contract-samples.ts';
import type { Storage, StoredDocument } from '../storage/port.ts';
import { openTestStorage, type TestStorage } from '../testing/open-test-storage.ts';
import { createWorkspaceIndexer } from './index-workspace.ts';

let opened: TestStorage;
beforeAll(async () => {
  opened = await openTestStorage();
});
afterAll(() => opened.close());

const never = () => new Promise<void>(() => undefined);
const breathe = async (ms: number) => (ms < 100 ? undefined : never());

function indexerOf(storage: Storage = opened.storage, pause = breathe) {
  return createWorkspaceIndexer({ storage, pause, onFailed: () => undefined });
}

function task(workspaceId: string, id: string, of: { seq: number; title: string }): StoredDocument {
  const { seq, title } = of;
  const json = JSON.stringify({ kind: 'task', id, workspaceId, seq, title, notes: '', labels: {} });
  return document({ workspaceId, id, seq, json });
}

/** A workspace with one entry of so many tasks, as an import leaves it, that nobody has searched yet. */
async function imported(count: number) {
  const space = { workspaceId: randomUUID(), epoch: 'epoch-1' };
  const { workspaceId } = space;
  const documents = Array.from({ length: count }, (_, at) =>
    task(workspaceId, `t${String(at).padStart(4, '0')}`, { seq: 1, title: `Old task ${at}` }),
  );
  await opened.storage.documentView.apply([step({ workspaceId, seq: 1, documents })]);
  return space;
}

const find = (space: { workspaceId: string; epoch: string }, word: string) =>
  opened.storage.searchIndex.find({
    ...space,
    term: { word, isBeginning: true, others: [] },
    before: undefined,
    limit: 10_000,
  });

test('what was written before there was an index is indexed by the first search, over many pages of one entry', async () => {
  const space = await imported(450);
  expect(await indexerOf().index({ ...space, waitMs: 1_000 })).toEqual({
    indexed: 1,
    isWhole: true,
  });
  expect(await find(space, 'old')).toHaveLength(450);
});

test('the next search indexes what has changed only, and writes nothing where nothing has', async () => {
  const space = await imported(3);
  await indexerOf().index({ ...space, waitMs: 1_000 });
  const put = vi.spyOn(opened.storage.searchIndex, 'put');
  const raise = vi.spyOn(opened.storage.searchIndex, 'raiseIndexed');
  await indexerOf().index({ ...space, waitMs: 1_000 });
  expect([put.mock.calls.length, raise.mock.calls.length]).toEqual([0, 0]);
  const { workspaceId } = space;
  const documents = [task(workspaceId, 't0001', { seq: 2, title: 'New' })];
  await opened.storage.documentView.apply([step({ workspaceId, seq: 2, documents })]);
  await indexerOf().index({ ...space, waitMs: 1_000 });
  expect(put.mock.calls.flatMap(([{ rows }]) => rows.map(({ id }) => id))).toEqual(['t0001']);
  expect(await find(space, 'new')).toEqual(['t0001']);
  vi.restoreAllMocks();
});

test('an answer does not wait longer than it may, and who searches meanwhile starts no second run', async () => {
  const space = await imported(450);
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const scan = vi.spyOn(opened.storage.documentView, 'scan');
  const indexer = indexerOf(opened.storage, (ms) => (ms < 100 ? held : Promise.resolve()));
  const first = await indexer.index({ ...space, waitMs: 1_000 });
  const second = await indexer.index({ ...space, waitMs: 1_000 });
  expect([first, second]).toEqual([
    { indexed: 0, isWhole: false },
    { indexed: 0, isWhole: false },
  ]);
  expect(scan).toHaveBeenCalledTimes(1);
  goOn();
  await expect.poll(() => opened.storage.searchIndex.indexed(space)).toBe(1);
  await indexer.drain();
  expect(await find(space, 'old')).toHaveLength(450);
  vi.restoreAllMocks();
});

test('a restored log is indexed anew, and nothing of the one before it stays', async () => {
  const space = await imported(2);
  await indexerOf().index({ ...space, waitMs: 1_000 });
  const restored = { ...space, epoch: 'epoch-2' };
  expect(await indexerOf().index({ ...restored, waitMs: 1_000 })).toMatchObject({ indexed: 1 });
  expect(await find(restored, 'old')).toHaveLength(2);
  expect(await find(space, 'old')).toHaveLength(0);
});

test('[R7] a run that has read a document before its purge cannot bring its words back', async () => {
  const space = await imported(2);
  const { searchIndex } = opened.storage;
  const tombstones = new Map([['t0000', 2]]);
  let isPurged = false;
  const around: Storage = {
    ...opened.storage,
    searchIndex: {
      ...searchIndex,
      put: async (of) => {
        if (!isPurged) {
          isPurged = true;
          await indexerOf().forget({ ...space, tombstones });
        }
        await searchIndex.put(of);
      },
    },
  };
  await indexerOf(around).index({ ...space, waitMs: 1_000 });
  expect(await find(space, 'old')).toEqual(['t0001']);
});

test('[R7] a workspace that was never searched has nothing to forget', async () => {
  const space = await imported(1);
  await indexerOf().forget({ ...space, tombstones: new Map([['t0000', 2]]) });
  expect(await opened.storage.searchIndex.indexed(space)).toBeUndefined();
  expect(await opened.storage.searchIndex.readRows({ ...space, taskIds: ['t0000'] })).toEqual([]);
});
