import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { findMongod } from '#scripts/mongod';

/** A running replica set of real mongod processes with journals on disk, empty at first. */
export interface MongoReplicaSet {
  /** Connection string of the whole set, without a database name. */
  readonly url: string;
  /** Process ids of its members, for tests that kill or freeze one; the first to be elected is any of them. */
  readonly pids: readonly number[];
  /** Ends all members and deletes their files. */
  stop(): Promise<void>;
}

/**
 * Starts a replica set of one or three members on free ports of 127.0.0.1 and waits for a primary.
 * Throws when there is no mongod for this machine.
 */
export async function startMongoReplicaSet({
  members = 1,
}: {
  members?: 1 | 3;
} = {}): Promise<MongoReplicaSet> {
  useOwnBinary(await findMongod());
  const replicaSet = await MongoMemoryReplSet.create({
    // The library's default keeps nothing on disk and knows no journal, which is what commits are about.
    replSet: { count: members, ip: '127.0.0.1', storageEngine: 'wiredTiger' },
  });
  return {
    url: replicaSet.getUri().replace('/?', '/?w=majority&'),
    pids: replicaSet.servers.flatMap(
      (server) => server.instanceInfo?.instance.mongodProcess?.pid ?? [],
    ),
    stop: async () => {
      await replicaSet.stop({ doCleanup: true, force: true });
    },
  };
}

/** The library is set up by environment only; it must neither download a binary nor complain about ours. */
function useOwnBinary(path: string): void {
  process.env['MONGOMS_SYSTEM_BINARY'] = path;
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] = 'false';
  process.env['MONGOMS_RUNTIME_DOWNLOAD'] = 'false';
}
