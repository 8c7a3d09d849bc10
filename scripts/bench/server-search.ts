import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyDocument } from '#shared/kind-definition';
import type { Creation } from '#shared/push-message';
import { taskKind } from '#shared/task';
import { startMongoReplicaSet } from '#scripts/mongo-replica-set';
import { createWorkspaceIndexer } from '#server/search/index-workspace';
import { searchTasks } from '#server/search/search-tasks';
import { searchWords } from '#server/search/search-words';
import { openEmbeddedStorage } from '#server/storage/embedded/open-embedded-storage';
import { openMongoStorage } from '#server/storage/mongo/open-mongo-storage';
import type { Storage, StoredDocument } from '#server/storage/port';
import { nodeTimers } from '#server/timers';
import { createFreshDocuments } from '#server/workspaces/fresh-documents';
import { generateWorkspace } from '#scripts/generate-workspace';
import { createSeededRandom, pickFrom } from '#scripts/seeded-random';

/**
 * `npx tsx scripts/bench/server-search.ts`: what a search at the server costs at 10,000 and 100,000 tasks on both storages:
 * the first of a workspace (its index is made then), one after a change, and questions of common and rare words.
 * Wall time; the server process answers nothing else meanwhile.
 */
const questions = ['re', 'review report', 'kasorve', 'qqxq', 'a', 'review kasorve'];
const syllables = ['ka', 're', 'mo', 'ti', 'lun', 'sor', 've', 'da', 'pel', 'an', 'er', 'sto'];
const space = { workspaceId: '00000000-0000-4000-8000-000000000001', epoch: 'bench' };
const { workspaceId } = space;
const random = createSeededRandom(7);

const mongo = await startMongoReplicaSet();
for (const taskCount of [10_000, 100_000]) {
  const { labels, tasks } = generateWorkspace({
    seed: 7,
    taskCount,
    nowMs: Date.UTC(2026, 10, 28),
  });
  const documents = [...labels, ...tasks].map((creation, at) => stored(creation, at + 1));
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-bench-'));
  const embedded = await openEmbeddedStorage({ dataDir });
  await measure(`embedded, ${taskCount} tasks`, embedded, documents);
  await rm(dataDir, { recursive: true });
  const storage = await openMongoStorage({ url: mongo.url, databaseName: `bench-${taskCount}` });
  await measure(`MongoDB, ${taskCount} tasks`, storage, documents);
}
await mongo.stop();

async function measure(
  name: string,
  storage: Storage,
  rows: readonly StoredDocument[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000) {
    const steps = rows.slice(at, at + 1_000).map((row) => stepOf(row));
    await storage.documentView.apply(steps);
  }
  const indexer = createWorkspaceIndexer({ storage, ...nodeTimers, onFailed: print });
  const parts = {
    searchIndex: storage.searchIndex,
    documents: createFreshDocuments(storage),
    indexer,
  };
  const search = (query: string) => {
    const words = searchWords(query);
    return searchTasks(parts, {
      ...space,
      words,
      includesTrash: false,
      limit: 20,
      before: undefined,
    });
  };
  print(`${name}: first answer after ${await timeOf(() => search('re'))}`);
  const rest = await timeOf(() => indexer.index({ ...space, waitMs: 600_000 }));
  print(`  the rest of the index ${rest}`);
  await storage.documentView.apply([stepOf({ ...nth(rows, 500), seq: rows.length + 1 })]);
  print(`  after a change ${await timeOf(() => search('re'))}`);
  for (const query of questions) {
    const times: number[] = [];
    let found = 0;
    for (let turn = 0; turn < 9; turn += 1) {
      const from = performance.now();
      found = (await search(query)).hits.length;
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    print(`  ${query}: ${found} hits, median ${ms(nth(times, 4))}, worst ${ms(nth(times, 8))}`);
  }
  await storage.close();
}

function stored({ kind, id, create }: Creation, seq: number): StoredDocument {
  const more = kind === 'task' ? { ...taskKind.defaults, ...create, ...rareText(create) } : create;
  const trash = { trashedAt: null };
  const document = { ...trash, ...more, kind, id, workspaceId, seq, stamps: {} } as AnyDocument;
  return { workspaceId, id, kind, seq, parentId: null, json: JSON.stringify(document) };
}

function rareText(create: Creation['create']): { title: string; notes: string } {
  const { title, notes = '' } = create as { title: string; notes?: string };
  return { title: `${title} ${rareWords(2)}`, notes: `${notes} ${rareWords(12)}` };
}

function rareWords(count: number): string {
  const word = () => Array.from({ length: 3 }, () => pickFrom(random, syllables)).join('');
  return Array.from({ length: count }, word).join(' ');
}

function stepOf(document: StoredDocument) {
  return { workspaceId, seq: document.seq, hash: '0', documents: [document], counters: [] };
}

function nth<T>(items: readonly T[], at: number): T {
  const item = items[at];
  if (item === undefined) throw new Error(`there is no item ${at}`);
  return item;
}

async function timeOf(run: () => Promise<unknown>): Promise<string> {
  const from = performance.now();
  await run();
  return ms(performance.now() - from);
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function print(line: unknown): void {
  process.stdout.write(`${String(line)}\n`);
}
