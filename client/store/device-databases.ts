import { Dexie, type DexieOptions } from 'dexie';
import { type DatabaseOwner, databaseName, readDatabaseName } from './database-names.ts';
import { LocalTables } from './local-tables.ts';
import type { StoredBatch } from './local-store.ts';

/** The IndexedDB to use; both default to the browser's own. */
export interface BrowserDatabases {
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
}

/** What one database on this device holds that the server does not. */
export interface DatabaseSummary extends DatabaseOwner {
  unsettled: number;
  refused: number;
  /** True while it is being moved or sealed: it takes no more batches. */
  isClosing: boolean;
}

/** Options of Dexie for the given or the browser's own IndexedDB. */
export function dexieOptions(of: BrowserDatabases): DexieOptions {
  return {
    ...(of.indexedDB === undefined ? {} : { indexedDB: of.indexedDB }),
    ...(of.IDBKeyRange === undefined ? {} : { IDBKeyRange: of.IDBKeyRange }),
  };
}

/** The databases of a user on this device, in order of workspace id. */
export async function listDatabases(
  of: BrowserDatabases,
  userId: string,
): Promise<DatabaseOwner[]> {
  const all = await (of.indexedDB ?? indexedDB).databases();
  const owners = all.flatMap(({ name }) => readDatabaseName(name ?? '') ?? []);
  return owners
    .filter((owner) => owner.userId === userId)
    .toSorted((a, b) => (a.workspaceId < b.workspaceId ? -1 : 1));
}

/** What a user would lose by signing out now: sign-out asks when anything is unsettled (R12). */
export async function summarizeDatabases(
  of: BrowserDatabases,
  userId: string,
): Promise<DatabaseSummary[]> {
  const owners = await listDatabases(of, userId);
  return Promise.all(
    owners.map((owner) =>
      withTables(of, owner, async (tables) => ({
        ...owner,
        unsettled: await tables.outbox.count(),
        refused: await tables.refused.count(),
        isClosing: (await tables.meta.get('meta'))?.isClosing === true,
      })),
    ),
  );
}

/** The unsettled batches of a user, in order, for the export that sign-out offers. */
export async function exportUnsettled(
  of: BrowserDatabases,
  userId: string,
): Promise<{ workspaceId: string; batches: StoredBatch[] }[]> {
  const owners = await listDatabases(of, userId);
  return Promise.all(
    owners.map((owner) =>
      withTables(of, owner, async (tables) => {
        const rows = await tables.outbox.orderBy('position').toArray();
        return { workspaceId: owner.workspaceId, batches: rows.map(({ batch }) => batch) };
      }),
    ),
  );
}

/** Deletes one database; other tabs that have it open lose their connection. Deleting it again does nothing. */
export async function deleteDatabase(of: BrowserDatabases, owner: DatabaseOwner): Promise<void> {
  await new Dexie(databaseName(owner), dexieOptions(of)).delete();
}

/** Deletes all databases of a user but the sealed one, which goes only when the person says so. */
export async function deleteDatabases(of: BrowserDatabases, userId: string): Promise<void> {
  for (const owner of await listDatabases(of, userId)) await deleteDatabase(of, owner);
}

/** Opens the tables of one database for a moment. */
export async function withTables<T>(
  of: BrowserDatabases,
  owner: DatabaseOwner,
  use: (tables: LocalTables) => Promise<T>,
): Promise<T> {
  const tables = new LocalTables(databaseName(owner), dexieOptions(of));
  try {
    return await use(tables);
  } finally {
    tables.close();
  }
}
