import { randomUUID } from 'node:crypto';
import { type Document, MongoClient } from 'mongodb';

/** The log of one workspace as it was when the backup was made. */
export interface LogBackup {
  readonly workspaceId: string;
  readonly entries: readonly Document[];
}

/** Copies the durable log of a workspace while servers write on. */
export function backUpLog(url: string, workspaceId: string): Promise<LogBackup> {
  return withDatabase(url, async (database) => {
    const options = { readConcern: { level: 'majority' }, sort: { _id: 1 } } as const;
    const entries = await database
      .collection<{ _id: string }>('entries')
      .find({ _id: under(workspaceId) }, options)
      .toArray();
    return { workspaceId, entries };
  });
}

/**
 * Puts the log of a workspace back to a backup under a new epoch, while no server runs (R10). Its view goes: it is made
 * again from the log. Accounts stay, so that everybody is still signed in. Resolves to the new epoch.
 */
export function restoreLog(url: string, { workspaceId, entries }: LogBackup): Promise<string> {
  return withDatabase(url, async (database) => {
    const epoch = randomUUID();
    const names = ['entries', 'documents', 'counters'];
    for (const name of names) {
      await database.collection<{ _id: string }>(name).deleteMany({ _id: under(workspaceId) });
    }
    const rows = database.collection<{ _id: string }>('watermarks');
    await rows.deleteOne({ _id: workspaceId });
    if (entries.length > 0) await database.collection('entries').insertMany([...entries]);
    const workspaces = database.collection<{ _id: string }>('workspaces');
    await workspaces.updateOne({ _id: workspaceId }, { $set: { epoch } });
    return epoch;
  });
}

async function withDatabase<T>(
  url: string,
  work: (database: ReturnType<MongoClient['db']>) => Promise<T>,
): Promise<T> {
  const writeConcern = { w: 'majority', journal: true } as const;
  const client = await MongoClient.connect(url, { writeConcern });
  try {
    return await work(client.db());
  } finally {
    await client.close();
  }
}

/** Keys of one workspace: its id and a slash, then anything. */
function under(workspaceId: string) {
  return { $gte: `${workspaceId}/`, $lt: `${workspaceId}0` };
}
