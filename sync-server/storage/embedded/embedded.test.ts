import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { storageContract } from '../contract.ts';
import { openEmbeddedStorage } from './open-embedded-storage.ts';

for (const threads of [false, true]) {
  const dataDir = mkdtempSync(join(tmpdir(), 'taskflow-embedded-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const name = `embedded storage ${threads ? 'with' : 'without'} writer threads`;
  storageContract(name, () => openEmbeddedStorage({ dataDir, threads }));
}
