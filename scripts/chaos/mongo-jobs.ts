import type { Storage } from '#server/storage/port';
import { openMongoStorage } from '#server/storage/mongo/open-mongo-storage';
import type { Sync } from '#server/sync/create-sync';
import { createTrashPurge, type TrashPurge } from '#server/trash/purge-trash';
import { createFreshDocuments } from '#server/workspaces/fresh-documents';
import type { ChaosRecord } from './chaos-record.ts';
import { createJobSync } from './job-sync.ts';

/** How a job works beside the servers: as one more replica, without clients, over the same database. */
interface Job {
  storage: Storage;
  sync: Sync;
  trash: TrashPurge;
}

/** Opens the storage past all links for as long as `work` takes. */
export async function withMongoStorage<T>(
  url: string,
  work: (storage: Storage) => Promise<T>,
): Promise<T> {
  const storage = await openMongoStorage({ url });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** Lets a job of the servers run in this process. Every purge it decides on goes into the history (R7). */
export function runJob<T>(
  of: { url: string; record: ChaosRecord },
  work: (job: Job) => Promise<T>,
): Promise<T> {
  return withMongoStorage(of.url, async (storage) => {
    const sync = createJobSync(storage);
    const { purgeDecisions } = of.record.recorder.history;
    const trash = createTrashPurge({
      storage,
      documents: createFreshDocuments(storage),
      commitPurge: (purge) => {
        for (const { id, seq } of purge.trees.flatMap(({ targets }) => targets))
          purgeDecisions.add(`${id} ${seq}`);
        return sync.purge(purge);
      },
      applier: sync.applier,
      now: () => Date.now(),
    });
    try {
      return await work({ storage, sync, trash });
    } finally {
      await sync.close();
    }
  });
}
