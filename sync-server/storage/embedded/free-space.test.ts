import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entry } from '../contract-samples.ts';
import { openEmbeddedStorage } from './open-embedded-storage.ts';

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
