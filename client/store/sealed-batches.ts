import { Dexie, type Table } from 'dexie';
import { sealedDatabaseName } from './database-names.ts';
import { type BrowserDatabases, deleteDatabase, dexieOptions } from './device-databases.ts';
import type { LocalDatabase } from './local-database.ts';
import type { StoredBatch } from './local-store.ts';
import { closeForOthers } from './local-tables.ts';

/** A batch that could not be sent any more, kept for its author. */
export interface SealedBatch {
  workspaceId: string;
  deviceId: string;
  /** `waiting`: never settled; otherwise the code it was refused with. */
  reason: string;
  sealedAt: string;
  batch: StoredBatch;
}

interface SealedRow extends SealedBatch {
  stamp: string;
}

class SealedTables extends Dexie {
  declare batches: Table<SealedRow, [string, string]>;

  constructor(userId: string, of: BrowserDatabases) {
    const name = sealedDatabaseName(userId);
    super(name, { ...dexieOptions(of), chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({ batches: '[workspaceId+stamp]' });
    closeForOthers(this);
  }
}

/**
 * The end of a membership (R9): the person's unsettled and refused batches go to the sealed database, then the
 * workspace's database is deleted. Batches keep their keys, so after a crash all of it may be done again.
 * `database` must not be used afterwards. Returns how many were sealed.
 */
export async function sealAndDelete(
  of: BrowserDatabases,
  { database, now }: { database: LocalDatabase; now: string },
): Promise<number> {
  const { tables, workspaceId } = database;
  await database.transact(async ({ meta }) => ({
    result: undefined,
    meta: { ...meta, isClosing: true },
  }));
  const waiting = await tables.outbox.toArray();
  const refused = await tables.refused.toArray();
  const rows = [
    ...waiting.map((row) => ({ ...row, reason: 'waiting' })),
    ...refused.map((row) => ({ ...row, reason: row.code })),
  ].map(({ batch, deviceId, reason }): SealedRow => {
    return { workspaceId, stamp: batch.stamp, deviceId, reason, sealedAt: now, batch };
  });
  await withSealed(of, database.userId, (sealed) => sealed.batches.bulkPut(rows));
  database.close();
  await deleteDatabase(of, database);
  return rows.length;
}

/** The sealed batches of a user, in order of their stamps: shown, and exported as they are. */
export async function readSealed(of: BrowserDatabases, userId: string): Promise<SealedBatch[]> {
  const rows = await withSealed(of, userId, (sealed) => sealed.batches.toArray());
  return rows
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))
    .map(({ stamp: _stamp, ...sealed }) => sealed);
}

/** Forgets all sealed batches of a user; only on the person's own word. */
export async function discardSealed(of: BrowserDatabases, userId: string): Promise<void> {
  await new SealedTables(userId, of).delete();
}

async function withSealed<T>(
  of: BrowserDatabases,
  userId: string,
  use: (sealed: SealedTables) => PromiseLike<T>,
): Promise<T> {
  const sealed = new SealedTables(userId, of);
  try {
    return await use(sealed);
  } finally {
    sealed.close();
  }
}
