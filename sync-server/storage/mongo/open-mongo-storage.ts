import { MongoClient, type MongoClientOptions } from 'mongodb';
import { CausalClock } from './causal-clock.ts';
import { createMongoChangeLog } from './change-log.ts';
import { collectionsOf, createIndexes, type Collections } from './collections.ts';
import { createMongoDirectory } from './directory.ts';
import { createMongoDocumentView } from './document-view.ts';
import { guarded } from './mongo-errors.ts';
import { createMongoNotices } from './notices.ts';
import { refuseDuplicateKeys, selfTestKey } from './refuse-duplicate-keys.ts';
import { createMongoSearchIndex } from './search-index.ts';
import type { Storage } from '../port.ts';

/**
 * Times add up to what a caller waits for a database that has died: at most 3 s until the heartbeat notices and ends
 * what is under way, then 1.5 s for another primary.
 */
const clientOptions: MongoClientOptions = {
  minPoolSize: 10,
  maxPoolSize: 50,
  maxIdleTimeMS: 30_000,
  connectTimeoutMS: 1_500,
  socketTimeoutMS: 5_000,
  heartbeatFrequencyMS: 1_000,
  serverSelectionTimeoutMS: 1_500,
  waitQueueTimeoutMS: 1_500,
  retryWrites: true,
  retryReads: true,
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 4_000 },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
};

/**
 * Opens the storage in a MongoDB replica set or sharded cluster, making missing indexes. The database is the one that
 * `url` names, or `databaseName`. Every write waits for the journals of a majority and every read sees
 * only such writes, and all that this process has seen before.
 * Throws ApiError `storage_unavailable` when no primary answers, and Error when the database stores one key twice.
 */
export async function openMongoStorage({
  url,
  databaseName,
}: {
  url: string;
  databaseName?: string;
}): Promise<Storage> {
  const client = new MongoClient(url, clientOptions);
  try {
    await guarded(() => client.connect());
    const collections = collectionsOf(client.db(databaseName), new CausalClock(client));
    await guarded(() => refuseDuplicateKeys(collections.selfTests));
    // From here on every read is as new as what a majority holds now, whoever becomes the primary.
    await guarded(() => ping(collections));
    await guarded(() => createIndexes(collections));
    return {
      changeLog: createMongoChangeLog(collections),
      documentView: createMongoDocumentView(collections),
      directory: createMongoDirectory(collections),
      searchIndex: createMongoSearchIndex(collections),
      notices: createMongoNotices(collections),
      ping: () => guarded(() => ping(collections)),
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** A linearizable read is answered only by a primary that a majority still follows. */
async function ping({ selfTests }: Collections): Promise<void> {
  await selfTests.findOneProven(
    { _id: selfTestKey },
    { readConcern: { level: 'linearizable' }, maxTimeMS: 3_000 },
  );
}
