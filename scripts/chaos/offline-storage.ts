import { cp, rm } from 'node:fs/promises';
import { openEmbeddedStorage } from '#server/storage/embedded/open-embedded-storage';
import type { Storage } from '#server/storage/port';
import type { DataDisk } from './small-disk.ts';

/**
 * Opens the data of a server that does not run, for a command or for the judge. SQLite names files by where they really
 * are, so it cannot reach into the namespace of the disk: the work is done on a copy in `folder`, which then takes the
 * place of the original. The copy stays; it is what a failure is explained with.
 */
export async function withStorage<T>(
  of: { disk: DataDisk; folder: string },
  work: (storage: Storage) => Promise<T>,
): Promise<T> {
  const { disk, folder } = of;
  await rm(folder, { recursive: true, force: true });
  await cp(disk.path, folder, { recursive: true });
  const storage = await openEmbeddedStorage({ dataDir: folder });
  const result = await work(storage).finally(() => storage.close());
  await rm(disk.path, { recursive: true });
  await cp(folder, disk.path, { recursive: true });
  return result;
}
