import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { entry, step } from '../contract-samples.ts';
import type { Storage } from '../port.ts';
import { noticeTables } from './notices.ts';
import { searchTables } from './search-index.ts';
import { openEmbeddedStorage } from './open-embedded-storage.ts';

const workspaceId = '7b1f5a86-4f3a-4a38-9b0e-0c2a5a1f6f10';
const wholeLog = { workspaceId, after: 0, limit: 10_000, maxBytes: 1e9 };

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'taskflow-embedded-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('opening a data directory', () => {
  test('[R7] what was blanked is in no file of the directory any more', async () => {
    const body = JSON.stringify({ secret: 'between us '.repeat(2_000) });
    const held = entry({ workspaceId, seq: 1, body });
    const nowhere = () =>
      readdirSync(dataDir).every(
        (name) => !readFileSync(join(dataDir, name)).includes('between us'),
      );
    await withStorage(async ({ changeLog }) => {
      await changeLog.append([held]);
    });
    expect(nowhere()).toBe(false);
    await withStorage(async ({ changeLog }) => {
      await changeLog.blank({ workspaceId, seq: 1, oldBody: body, body: '{}' });
    });
    expect(nowhere()).toBe(true);
  });

  test('[R13] a view of the first release is taken over as it is', async () => {
    await fill(3);
    const database = new Database(join(dataDir, 'view.db'));
    for (const table of searchTables) database.exec(`DROP TABLE ${table}`);
    database.exec('ALTER TABLE watermark DROP COLUMN blanked; PRAGMA user_version = 1');
    database.close();
    await withStorage(async ({ documentView }) => {
      expect(await documentView.state(workspaceId)).toMatchObject({ applied: 3, blanked: 0 });
    });
  });

  test('[R13] a log of the first release is taken over as it is, and holds notices from then on', async () => {
    await fill(3);
    withDatabase('log.db', (database) => {
      for (const table of noticeTables) database.exec(`DROP TABLE ${table}`);
      database.exec('PRAGMA user_version = 1');
    });
    const space = { workspaceId, epoch: 'epoch-1' };
    const told = { workspaceId, id: 'a', seq: 3, dueMs: 1, toldToMs: 900, body: '{}' };
    await withStorage(async ({ changeLog, notices }) => {
      expect(await changeLog.read(wholeLog)).toHaveLength(3);
      await notices.raiseNoticedTo({ ...space, seq: 3 });
      await notices.putNotices([told]);
    });
    await withStorage(async ({ notices }) => {
      expect(await notices.noticedTo(space)).toBe(3);
      const claimed = await notices.claimNotices({ nowMs: 1, leaseEndMs: 2, limit: 9 });
      expect(claimed).toEqual([expect.objectContaining(told)]);
    });
  });

  test('[R1] what was stored is there after closing and opening again', async () => {
    await fill(3);
    await withStorage(async ({ changeLog, documentView }) => {
      const entries = await changeLog.read(wholeLog);
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(await documentView.state(workspaceId)).toMatchObject({ applied: 3 });
    });
  });

  test('[R1] a directory that is open already is refused with the pid of its holder (A9)', async () => {
    await withStorage(async () => {
      await expect(openEmbeddedStorage({ dataDir })).rejects.toThrow(
        `in use by process ${process.pid}`,
      );
    });
    await fill(1);
  });

  test('[R1] a directory of another process is refused while it lives and taken over when it is killed (A9)', async () => {
    const holder = spawn(process.execPath, ['-e', holdLock, join(dataDir, 'lock.db')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    writeFileSync(join(dataDir, 'lock.pid'), `${holder.pid}\n`);
    await expect(openEmbeddedStorage({ dataDir })).rejects.toThrow(
      `in use by process ${holder.pid}`,
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await fill(1);
  });

  test('a pid left behind by a dead process hinders nobody, even if the number lives again', async () => {
    writeFileSync(join(dataDir, 'lock.pid'), `${process.ppid}\n`);
    await fill(1);
  });

  test('files of a newer release are refused and left as they are', async () => {
    await fill(1);
    for (const name of ['view.db', 'log.db']) {
      withDatabase(name, (database) => database.exec('PRAGMA user_version = 99'));
      const before = readFileSync(join(dataDir, name));
      await expect(openEmbeddedStorage({ dataDir })).rejects.toThrow(/newer release of TaskFlow/);
      expect(readFileSync(join(dataDir, name)).equals(before)).toBe(true);
    }
  });
});

describe('damaged files', () => {
  test('a log that is no database is refused', async () => {
    await fill(1);
    writeFileSync(join(dataDir, 'log.db'), 'not a database at all '.repeat(1_000));
    await expect(openEmbeddedStorage({ dataDir })).rejects.toThrow(/log\.db is damaged/);
  });

  test('a log that lost its end is refused', async () => {
    await fill(200);
    const path = join(dataDir, 'log.db');
    truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096);
    await expect(openEmbeddedStorage({ dataDir })).rejects.toThrow(/log\.db is damaged/);
  });

  test('a log that is missing beside its view is refused, not begun anew', async () => {
    await fill(1);
    rmSync(join(dataDir, 'log.db'));
    await expect(openEmbeddedStorage({ dataDir })).rejects.toThrow(/log\.db is missing/);
  });

  test('an entry with a flipped bit is never handed out; its neighbours are', async () => {
    await fill(3);
    const path = join(dataDir, 'log.db');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('body of entry 2');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(path, bytes);
    await withStorage(async ({ changeLog }) => {
      await expect(changeLog.read(wholeLog)).rejects.toThrow(/entry 2 of .* is damaged/);
      expect(await changeLog.read({ ...wholeLog, after: 2 })).toHaveLength(1);
    });
  });

  test('a damaged view is made again from nothing, and said so', async () => {
    await fill(3);
    writeFileSync(join(dataDir, 'view.db'), 'not a database at all '.repeat(1_000));
    const warn = vi.fn();
    await withStorage(
      async ({ documentView }) => {
        expect(await documentView.state(workspaceId)).toMatchObject({ applied: 0 });
        await documentView.apply([step({ workspaceId, seq: 1, ids: ['a'] })]);
      },
      { warn },
    );
    expect(warn).toHaveBeenCalledOnce();
  });

  test('a view that is ahead of its log is made again from nothing', async () => {
    await fill(3);
    copyFileSync(join(dataDir, 'log.db'), join(dataDir, 'backup.db'));
    await fill(4);
    copyFileSync(join(dataDir, 'backup.db'), join(dataDir, 'log.db'));
    await expectViewForgotten();
  });

  test('a view that another history made is made again from nothing', async () => {
    await fill(3);
    withDatabase('view.db', (database) => database.exec(`UPDATE watermark SET hash = 'other'`));
    await expectViewForgotten();
  });
});

/** Appends and applies entries up to `head`. */
async function fill(head: number): Promise<void> {
  await withStorage(async ({ changeLog, documentView }) => {
    const heads = await changeLog.heads({ workspaceIds: [workspaceId] });
    for (let seq = (heads.get(workspaceId)?.seq ?? 0) + 1; seq <= head; seq++) {
      const body = `body of entry ${seq} `.repeat(20);
      expect(await changeLog.append([entry({ workspaceId, seq, body })])).toEqual(['appended']);
      await documentView.apply([step({ workspaceId, seq, ids: ['a', `doc-${seq}`] })]);
    }
  });
}

async function withStorage(
  work: (storage: Storage) => Promise<void>,
  log: { warn: () => void } = { warn: () => {} },
): Promise<void> {
  const storage = await openEmbeddedStorage({ dataDir, log });
  try {
    await work(storage);
  } finally {
    await storage.close();
  }
}

function withDatabase(name: string, work: (database: Database.Database) => void): void {
  const database = new Database(join(dataDir, name));
  work(database);
  database.close();
}

async function expectViewForgotten(): Promise<void> {
  await withStorage(async ({ documentView }) => {
    expect(await documentView.state(workspaceId)).toMatchObject({ applied: 0 });
    const everything = { afterSeq: 0, afterId: undefined, upTo: 99, limit: 99, maxBytes: 1e6 };
    expect(await documentView.scan({ workspaceId, ...everything })).toEqual([]);
    await documentView.apply([step({ workspaceId, seq: 1, ids: ['a'] })]);
  });
}

const holdLock = `
  const database = new (require('libsql'))(process.argv[1]);
  database.exec('BEGIN EXCLUSIVE');
  process.stdout.write('locked');
  setInterval(() => {}, 1000);
`;
