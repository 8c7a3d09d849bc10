import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { storageContract } from '../contract.ts';
import { openEmbeddedStorage } from './open-embedded-storage.ts';

// From sources a thread first loads its compiler, which takes seconds where the machine is busy.
vi.setConfig({ hookTimeout: 60_000 });

for (const threads of [false, true]) {
  const dataDir = mkdtempSync(join(tmpdir(), 'taskflow-embedded-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const name = `embedded storage ${threads ? 'with' : 'without'} writer threads`;
  storageContract(name, () => openEmbeddedStorage({ dataDir, threads }));
}
