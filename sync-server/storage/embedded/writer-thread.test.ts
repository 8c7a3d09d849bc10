import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entry, step } from '../contract-samples.ts';
import { openEmbeddedStorage } from './open-embedded-storage.ts';

const workspaceId = '7b1f5a86-4f3a-4a38-9b0e-0c2a5a1f6f10';
const wholeLog = { workspaceId, after: 0, limit: 10_000, maxBytes: 1e9 };
const walFrameBytes = 4096 + 24;

// From sources a thread first loads its compiler, which takes seconds where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

let dataDir = '';
let workers: Worker[] = [];
const remember = (worker: Worker) => void workers.push(worker);
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'taskflow-embedded-'));
  workers = [];
  process.on('worker', remember);
});
afterEach(() => {
  process.off('worker', remember);
  rmSync(dataDir, { recursive: true, force: true });
});

test('[R1] appends that arrive while one waits for the disk share the next wait', async () => {
  const storage = await openThreaded();
  const walPath = join(dataDir, 'log.db-wal');
  const before = statSync(walPath).size;
  const ids = Array.from({ length: 200 }, (_, at) => `workspace-${at}`);
  const outcomes = await Promise.all(
    ids.map((workspaceId) => storage.changeLog.append([entry({ workspaceId, seq: 1 })])),
  );
  expect(outcomes.flat()).toEqual(ids.map(() => 'appended'));
  // A transaction of its own for each would write its page of the table each time.
  expect((statSync(walPath).size - before) / walFrameBytes).toBeLessThan(100);
  await storage.close();
});

test('[R1] an append that fails takes none of those with it that share its wait', async () => {
  const storage = await openThreaded();
  const bodies = ['fine', 'fine too', 'cut\0here', 'fine as well'];
  const settled = await Promise.allSettled(
    bodies.map((body, at) =>
      storage.changeLog.append([entry({ workspaceId: `workspace-${at}`, seq: 1, body })]),
    ),
  );
  expect(settled.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  await storage.close();
});

test('[R1] of two appends of one number at once the first has it and the second is told that it is taken', async () => {
  const storage = await openThreaded();
  const both = [entry({ workspaceId, seq: 1 }), entry({ workspaceId, seq: 1 })];
  const outcomes = await Promise.all(both.map((one) => storage.changeLog.append([one])));
  expect(outcomes).toEqual([['appended'], ['taken']]);
  expect(await storage.changeLog.read(wholeLog)).toEqual(both.slice(0, 1));
  await storage.close();
});

test('steps applied without waiting for the ones before them come into the view in order', async () => {
  const storage = await openThreaded();
  const steps = Array.from({ length: 50 }, (_, at) =>
    step({ workspaceId, seq: at + 1, ids: ['a', `document-${at}`] }),
  );
  await Promise.all(steps.map((one) => storage.documentView.apply([one])));
  expect(await storage.documentView.state(workspaceId)).toMatchObject({ applied: 50 });
  await storage.close();
});

test('[R1] closing waits for what is under way', async () => {
  const storage = await openThreaded();
  const append = storage.changeLog.append([entry({ workspaceId, seq: 1 })]);
  const apply = storage.documentView.apply([step({ workspaceId, seq: 1, ids: ['a'] })]);
  await Promise.resolve();
  await storage.close();
  expect(await append).toEqual(['appended']);
  await apply;
  await expect(storage.ping()).rejects.toMatchObject({ code: 'storage_unavailable' });
});

test('[R1] when a thread ends everything that waits for it or asks it later is told so, and reads go on', async () => {
  const warn = vi.fn();
  const storage = await openEmbeddedStorage({ dataDir, threads: true, log: { warn } });
  await storage.changeLog.append([entry({ workspaceId, seq: 1 })]);
  const underWay = storage.changeLog.append([entry({ workspaceId, seq: 2 })]);
  const applying = storage.documentView.apply([step({ workspaceId, seq: 1, ids: ['a'] })]);
  const settled = Promise.allSettled([underWay, applying]);
  await Promise.all(workers.map((worker) => worker.terminate()));
  await settled;
  expect(['appended', 'unknown']).toContain((await underWay)[0]);

  expect(await storage.changeLog.append([entry({ workspaceId, seq: 3 })])).toEqual(['unknown']);
  for (const asked of [
    storage.ping(),
    storage.documentView.apply([step({ workspaceId: 'other', seq: 1 })]),
    storage.directory.addMember({ userId: 'alice', workspaceId }),
  ]) {
    await expect(asked).rejects.toMatchObject({ code: 'storage_unavailable' });
  }
  expect((await storage.changeLog.read(wholeLog)).length).toBeGreaterThanOrEqual(1);
  expect(warn).toHaveBeenCalledTimes(2);
  await storage.close();

  const again = await openThreaded();
  expect(await again.changeLog.read({ ...wholeLog, limit: 1 })).toHaveLength(1);
  await again.close();
});

function openThreaded() {
  return openEmbeddedStorage({ dataDir, threads: true });
}
