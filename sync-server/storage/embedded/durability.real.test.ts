import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { entry } from '../contract-samples.ts';
import { changeLogSchema, createEmbeddedChangeLog } from './change-log.ts';
import { openEmbeddedStorage } from './open-embedded-storage.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import { createInlineWriter, type SqliteWriter } from './sqlite-writer.ts';
import { startWriterThread } from './writer-thread.ts';

const workspaceId = '7b1f5a86-4f3a-4a38-9b0e-0c2a5a1f6f10';
const wholeLog = { workspaceId, after: 0, limit: 100_000, maxBytes: 1e9 };

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'taskflow-embedded-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const forms = [
  ['without writer threads', false],
  ['with writer threads', true],
] as const;

describe.each(forms)('%s', { timeout: 60_000 }, (_name, threads) => {
  test('[R1] [R2] whatever a process acknowledged before kill -9 is in the log, which has no gap', async () => {
    const program = await bundle(appendUntilKilled);
    let acknowledged = 0;
    for (let kill = 1; kill <= 16; kill++) {
      const options = [program, dataDir, workspaceId, ...(threads ? ['threads'] : [])];
      acknowledged = Math.max(acknowledged, await runUntilKilled(options));
      const storage = await openEmbeddedStorage({ dataDir });
      try {
        const entries = await storage.changeLog.read(wholeLog);
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
        expect(entries.every(({ seq, body }) => body.startsWith(`body of ${seq} `))).toBe(true);
        expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
        const { applied } = await storage.documentView.state(workspaceId);
        expect(applied).toBeLessThanOrEqual(entries.length);
      } finally {
        await storage.close();
      }
    }
    expect(acknowledged).toBeGreaterThan(100);
  }, 90_000);

  test('[R1] a full disk takes no entry, serves every read, and takes entries again once there is room', async () => {
    await withLogFile(threads, async (file, writer) => {
      const changeLog = createEmbeddedChangeLog(file, writer);
      const large = (seq: number) => entry({ workspaceId, seq, body: 'x'.repeat(20_000) });
      await changeLog.append([large(1)]);
      await writer.write([{ sql: 'PRAGMA max_page_count = 20', rows: [[]] }]);
      let seq = 2;
      while ((await changeLog.append([large(seq)]))[0] === 'appended') seq++;
      const other = '00000000-0000-4000-8000-000000000000';
      const bulk = [large(seq), entry({ workspaceId: other, seq: 1, body: 'x'.repeat(20_000) })];
      expect(await changeLog.append(bulk)).toEqual(['full', 'full']);
      expect(await changeLog.read(wholeLog)).toHaveLength(seq - 1);
      expect((await changeLog.heads({ workspaceIds: [workspaceId, other] })).size).toBe(1);

      await writer.write([{ sql: 'PRAGMA max_page_count = 10000', rows: [[]] }]);
      expect(await changeLog.append(bulk)).toEqual(['appended', 'appended']);
      expect(await changeLog.read(wholeLog)).toHaveLength(seq);
    });
  });

  test('[R1] a file that is gone for its process gives unknown outcomes and storage_unavailable', async () => {
    await withLogFile(threads, async (file, writer) => {
      const changeLog = createEmbeddedChangeLog(file, writer);
      await writer.close();
      file.close();
      expect(await changeLog.append([entry({ workspaceId, seq: 1 })])).toEqual(['unknown']);
      await expect(changeLog.read(wholeLog)).rejects.toMatchObject({ code: 'storage_unavailable' });
    });
  });

  test('[R1] after a failed write outcomes are unknown until the file is opened again, and reads go on', async () => {
    const program = await bundle(appendUntilFailed);
    const options = [program, dataDir, workspaceId, ...(threads ? ['threads'] : [])];
    const said = await runWithSmallFiles(options);
    expect(said).toMatchObject({ outcomes: ['unknown', 'unknown'], ping: 'storage_unavailable' });
    expect(said.read).toBe(said.acknowledged);
    const storage = await openEmbeddedStorage({ dataDir, threads });
    const { length } = await storage.changeLog.read(wholeLog);
    expect(length).toBeGreaterThanOrEqual(said.acknowledged);
    expect(await storage.changeLog.append([entry({ workspaceId, seq: length + 1 })])).toEqual([
      'appended',
    ]);
    await storage.close();
  });

  test('text that SQLite would cut or change is refused before it is written', async () => {
    await withLogFile(threads, async (file, writer) => {
      const changeLog = createEmbeddedChangeLog(file, writer);
      for (const body of ['a\0b', 'half \ud800 pair']) {
        const append = changeLog.append([entry({ workspaceId, seq: 1, body })]);
        await expect(append).rejects.toThrow(/cannot be stored/);
      }
      expect(await changeLog.append([entry({ workspaceId, seq: 1 })])).toEqual(['appended']);
    });
  });
});

test('[R2] a log that lacks an entry in its middle is not read past it', async () => {
  await withLogFile(false, async (file, writer) => {
    const changeLog = createEmbeddedChangeLog(file, writer);
    for (const seq of [1, 2, 4]) await changeLog.append([entry({ workspaceId, seq })]);
    await expect(changeLog.read(wholeLog)).rejects.toThrow(/lacks entry 3/);
  });
});

async function withLogFile(
  threads: boolean,
  work: (file: SqliteFile, writer: SqliteWriter) => Promise<void>,
): Promise<void> {
  const path = join(dataDir, 'log.db');
  const options = { path, synchronous: 'FULL', checkpointPages: 1000 } as const;
  const file = openSqliteFile({ ...options, upgrades: [changeLogSchema] });
  const thread = { file: { ...options, upgrades: [] }, onLost: () => {} };
  const writer = threads ? startWriterThread(thread) : createInlineWriter(file);
  try {
    await work(file, writer);
  } finally {
    await writer.close();
    file.close();
  }
}

/** Goes on behind the head and says each seq as soon as it is acknowledged. */
const appendUntilKilled = `
  import { writeSync } from 'node:fs';
  import { openEmbeddedStorage } from './sync-server/storage/embedded/open-embedded-storage.ts';
  const [dataDir, workspaceId, threads] = process.argv.slice(2);
  const storage = await openEmbeddedStorage({ dataDir, threads: threads !== undefined });
  const { changeLog, documentView } = storage;
  const head = (await changeLog.heads({ workspaceIds: [workspaceId] })).get(workspaceId)?.seq ?? 0;
  const view = { documents: [], counters: [], workspaceId };
  let applied = (await documentView.state(workspaceId)).applied;
  while (applied < head) await documentView.apply([{ ...view, seq: ++applied, hash: 'h' }]);
  for (let seq = head + 1; ; seq++) {
    const body = ('body of ' + seq + ' ').repeat(1 + ((seq * 37) % 400));
    const rest = { epoch: 'e', commitId: 'c' + seq, prevCommitId: 'p', atMs: seq, hash: 'h', keys: [] };
    const [outcome] = await changeLog.append([{ workspaceId, seq, body, ...rest }]);
    if (outcome !== 'appended') throw new Error(outcome);
    writeSync(1, seq + '\\n');
    await documentView.apply([{ ...view, seq, hash: 'h' }]);
  }
`;

/** Appends until a write fails, and says what became of it and of what was asked after it. */
const appendUntilFailed = `
  import { openEmbeddedStorage } from './sync-server/storage/embedded/open-embedded-storage.ts';
  const [dataDir, workspaceId, threads] = process.argv.slice(2);
  const storage = await openEmbeddedStorage({ dataDir, threads: threads !== undefined });
  const append = async (seq) => {
    const rest = { epoch: 'e', commitId: 'c' + seq, prevCommitId: 'p', atMs: seq, hash: 'h', keys: [] };
    const body = 'x'.repeat(10_000);
    return (await storage.changeLog.append([{ workspaceId, seq, body, ...rest }]))[0];
  };
  let acknowledged = 0;
  let outcome;
  while ((outcome = await append(acknowledged + 1)) === 'appended') acknowledged++;
  const outcomes = [outcome, await append(acknowledged + 1)];
  const ping = await storage.ping().catch(({ code }) => code);
  const page = { workspaceId, after: 0, limit: 100_000, maxBytes: 1e9 };
  const { length: read } = await storage.changeLog.read(page);
  process.stdout.write(JSON.stringify({ acknowledged, outcomes, ping, read }));
  await storage.close();
`;

/** Bundles a program and the one of its threads into a directory where both find their packages; gives its path. */
async function bundle(contents: string): Promise<string> {
  const outdir = join(process.cwd(), 'node_modules/.cache', basename(dataDir));
  onTestFinished(() => rmSync(outdir, { recursive: true, force: true }));
  const stdin = { contents, resolveDir: process.cwd(), loader: 'ts' } as const;
  const writer = 'sync-server/storage/embedded/embedded-writer.ts';
  const options = { bundle: true, format: 'esm', platform: 'node', packages: 'external' } as const;
  const entryPoints = { 'embedded-writer': writer };
  await build({ stdin, entryPoints, ...options, outdir, logLevel: 'silent' });
  return join(outdir, 'stdin.js');
}

/** Runs the program where no file may grow beyond 2 MB: a write past that fails, as on a broken disk. */
async function runWithSmallFiles(options: readonly string[]) {
  const limited = ['-c', 'ulimit -f 2000 && exec "$0" "$@"', process.execPath, ...options];
  const child = spawn('bash', limited, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  return JSON.parse(said);
}

/** Runs the program, kills it some time after its first acknowledgement, and gives the last seq it said. */
async function runUntilKilled(options: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * 40);
    said += chunk.toString();
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  // A line that the kill cut short acknowledges nothing.
  return Number(said.split('\n').at(-2) ?? 0);
}
