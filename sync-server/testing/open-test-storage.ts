import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStorage } from '../storage/embedded/open-embedded-storage.ts';
import type { Storage } from '../storage/port.ts';

/** An embedded storage, and how to close it and remove what it wrote. */
export interface TestStorage {
  storage: Storage;
  close: () => Promise<void>;
}

/** Opens the embedded storage in a directory of its own. */
export async function openTestStorage(): Promise<TestStorage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-storage-'));
  const storage = await openEmbeddedStorage({ dataDir });
  const close = async () => {
    await storage.close();
    await rm(dataDir, { recursive: true });
  };
  return { storage, close };
}
