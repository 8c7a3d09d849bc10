import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbeddedStorage } from '#server/storage/embedded/open-embedded-storage';
import { startLocalServer } from './local-server.ts';

test('[R1] a command opens the data itself only while nobody else does (A9)', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-local-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const running = await openEmbeddedStorage({ dataDir });
  const environment = { DATA_DIR: dataDir };
  await expect(startLocalServer(environment)).rejects.toThrow(`in use by process ${process.pid}`);

  await running.close();
  const own = await startLocalServer(environment);
  expect((await fetch(`${own.url}/healthz`)).status).toBe(200);
  await own.close();
});
