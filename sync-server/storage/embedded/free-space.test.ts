import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entry } from '../contract-samples.ts';
import type { ViewStep } from '../port.ts';
import {
  createEmbeddedDocumentView,
  documentViewMarks,
  documentViewSchema,
} from './document-view.ts';
import { openEmbeddedStorage } from './open-embedded-storage.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { createInlineWriter } from './sqlite-writer.ts';

async function filesWith(dataDir: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(dataDir)) {
    if ((await readFile(join(dataDir, name))).includes(text)) found.push(name);
  }
  return found;
}

test('[R7] what was blanked is in no file of the data directory while the server goes on', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-free-'));
  const storage = await openEmbeddedStorage({ dataDir });
  const secret = 'the secret of the purged task';
  const workspaceId = crypto.randomUUID();
  const held = entry({ workspaceId, seq: 1, body: JSON.stringify({ secret: secret.repeat(500) }) });
  await storage.changeLog.append([held]);
  await storage.changeLog.blank({ workspaceId, seq: 1, oldBody: held.body, body: '{}' });
  const open = await filesWith(dataDir, secret);
  await storage.close();
  const closed = await filesWith(dataDir, secret);
  await rm(dataDir, { recursive: true });
  expect({ open, closed }).toEqual({ open: [], closed: [] });
});

test('[R7] values that a release before secure_delete left in free pages go with the upgrade', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-free-'));
  const options = {
    path: join(dataDir, 'view.db'),
    synchronous: 'NORMAL',
    checkpointPages: 4000,
  } as const;
  const workspaceId = crypto.randomUUID();
  const secret = 'the title before';
  const stepOf = (seq: number, title: string): ViewStep => {
    const json = JSON.stringify({ id: 'a', seq, title });
    const document = { workspaceId, id: 'a', kind: 'task', seq, parentId: null, json };
    return { workspaceId, seq, hash: 'h', documents: [document], counters: [] };
  };
  const before = openSqliteFile({ ...options, upgrades: [documentViewSchema] });
  before.prepare('PRAGMA secure_delete = OFF').all();
  before.prepare('ALTER TABLE watermark ADD COLUMN blanked INTEGER NOT NULL DEFAULT 0').run();
  const old = createEmbeddedDocumentView(before, createInlineWriter(before));
  await old.apply([stepOf(1, secret.repeat(400))]);
  await old.apply([stepOf(2, 'short')]);
  before.prepare('ALTER TABLE watermark DROP COLUMN blanked').run();
  before.close();
  const upgraded = openSqliteFile({
    ...options,
    upgrades: [documentViewSchema, documentViewMarks],
  });
  upgraded.close();
  expect(await filesWith(dataDir, secret)).toEqual([]);
  await rm(dataDir, { recursive: true });
});
