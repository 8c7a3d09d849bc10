import type { RandomBytes } from '#shared/ids';
import type { StoredForm } from '#shared/kind-definition';
import { storeVersion } from '#shared/store-version';
import { type ActionToCommit, commitBatches } from './commit-batch.ts';
import { databaseName, guestUserId } from './database-names.ts';
import { type BrowserDatabases, dexieOptions } from './device-databases.ts';
import { loadOnce } from './load-once.ts';
import type { LocalStore, RefusedRow, StoredBatch } from './local-store.ts';
import { LocalTables, type StoredDocument, type StoredMeta } from './local-tables.ts';
import {
  readActive,
  readChanges,
  readDocuments,
  readFirst,
  type LocalChanges,
  readOutbox,
  readRest,
} from './read-changes.ts';
import type { pulling } from './pulling.ts';
import { createTransact, readStoredMeta, type Transact } from './store-transaction.ts';
import { type OnRev, openRevChannel, type TabPort } from './tabs.ts';

/** The local store with what the live view, undo and the moving of databases read and write. */
export interface LocalDatabase extends LocalStore {
  readonly name: string;
  /** Adds batches to the outbox, all or none; safe on disk when it resolves. See `commitBatches`. */
  commitBatches(actions: readonly ActionToCommit[]): Promise<StoredBatch[]>;
  readChanges(sinceRev: number): Promise<LocalChanges>;
  readFirst(of: { ids: readonly string[]; sinceRev: number }): Promise<LocalChanges | undefined>;
  readActive(activeSince: string, shownIds?: Iterable<string>): Promise<LocalChanges>;
  readRest(activeSince: string): Promise<StoredDocument[]>;
  /** The server's documents with these ids, tombstones among them; unknown ids are left out. */
  readDocuments(ids: readonly string[]): Promise<StoredForm[]>;
  /** Refused batches, oldest first; they stay until the person dismisses them. */
  readRefused(): Promise<RefusedRow[]>;
  /** Forgets a refused batch by its stamp, after the person has seen it. */
  dismissRefused(stamp: string): Promise<void>;
  /** Where the other databases of the device are. */
  readonly browser: BrowserDatabases;
  /** For modules of the store that move batches between databases. */
  readonly tables: LocalTables;
  readonly transact: Transact;
  /** As in LocalStore, with what this tab itself added. */
  onChange: OnRev;
  /** While the page is frozen it hears of no change, and so reads nothing. */
  pause(isPaused: boolean): void;
}

/** The database was written by a newer build: it is not opened, so that nothing in it is hidden or lost (R13). */
export class StoreTooNewError extends Error {
  constructor() {
    super('A newer version of TaskFlow has written this database; reload to update');
    this.name = 'StoreTooNewError';
  }
}

/** What a local database is made from; `indexedDB` and `IDBKeyRange` default to the browser's. */
export interface OpenLocalStore extends BrowserDatabases {
  userId: string;
  workspaceId: string;
  /** Uncorrected milliseconds since 1970. */
  clock: () => number;
  random: RandomBytes;
  /** A BroadcastChannel that bears the name of this database. */
  channel: TabPort;
  /** Another tab deletes or upgrades the database, or the browser clears it: it is closed here for good, and the page must start again. */
  onTakenAway?: () => void;
}

/**
 * Opens, or makes, the database of one user and workspace.
 * Throws StoreTooNewError where a newer build has been; nothing was changed then.
 */
export async function openLocalStore(of: OpenLocalStore): Promise<LocalDatabase> {
  const name = databaseName(of);
  const tables = new LocalTables(name, dexieOptions(of));
  await openTables(tables, of);
  tables.on('versionchange', () => of.onTakenAway?.());
  // Only the browser itself ends a connection like this, as it clears the data. Opened again it would stand there empty.
  tables.backendDB().addEventListener('close', () => {
    tables.close();
    of.onTakenAway?.();
  });
  const revs = openRevChannel(of.channel);
  const transact = createTransact({ tables, clock: of.clock, announce: revs.announce });
  return {
    name,
    userId: of.userId,
    workspaceId: of.workspaceId,
    browser: of,
    tables,
    transact,
    ...pullingLater(tables, transact, of),
    ...reading(tables),
    commitBatches: (actions) =>
      transact(
        (scope) => commitBatches(tables, scope, { actions, random: of.random }),
        ({ meta, outbox }) => [meta, outbox],
      ),
    onChange: revs.onRev,
    pause: revs.pause,
    close() {
      revs.close();
      tables.close();
    },
  };
}

/** Opens the tables and makes sure of meta; a newer version of either is left as it is. */
async function openTables(tables: LocalTables, of: OpenLocalStore): Promise<void> {
  try {
    await tables.open();
    const held = await tables.meta.get('meta');
    if (held !== undefined && held.storeVersion > storeVersion) throw new StoreTooNewError();
    // Sealing that did not come to its end is begun anew when it is due; a guest's move must be finished.
    const isClosingIn = (meta: StoredMeta) => meta.isClosing && of.userId === guestUserId;
    // What is as it should be is not written: a strict write costs a start more than its reads.
    if (held !== undefined && held.isClosing === isClosingIn(held)) return;
    const fresh = held ?? (await import('./fresh-meta.ts')).freshMeta(of.random);
    await tables.transaction('rw', tables.meta, async () => {
      // Two tabs may open a new database at once: the second finds the device id of the first.
      const meta = (await tables.meta.get('meta')) ?? fresh;
      await tables.meta.put({ ...meta, isClosing: isClosingIn(meta) });
    });
  } catch (error) {
    tables.close();
    if (error instanceof Error && error.name === 'VersionError') throw new StoreTooNewError();
    throw error;
  }
}

const loadPulling = loadOnce(() => import('./pulling.ts'));

/** What only sync does to a database is loaded with the first of it: nobody waits for it to see the list. */
function pullingLater(...of: Parameters<typeof pulling>): ReturnType<typeof pulling> {
  const parts = async () => (await loadPulling()).pulling(...of);
  return {
    applyPage: async (page) => (await parts()).applyPage(page),
    applyCommit: async (event) => (await parts()).applyCommit(event),
    startRebuild: async (reason) => (await parts()).startRebuild(reason),
    fork: async (from) => (await parts()).fork(from),
    readFormerDeviceIds: async () => (await parts()).readFormerDeviceIds(),
    learnOffset: async (sample) => (await parts()).learnOffset(sample),
    readRefused: async () => (await parts()).readRefused(),
    dismissRefused: async (stamp) => (await parts()).dismissRefused(stamp),
  };
}

function reading(tables: LocalTables) {
  return {
    readMeta: () => readStoredMeta(tables),
    readOutbox: async (of) => (await readOutbox(tables, of)).map(({ batch }) => batch),
    readChanges: (sinceRev) => readChanges(tables, sinceRev),
    readFirst: (of) => readFirst(tables, of),
    readActive: (activeSince, shownIds) => readActive(tables, activeSince, shownIds),
    readRest: (activeSince) => readRest(tables, activeSince),
    readDocuments: (ids) => readDocuments(tables, ids),
  } satisfies Partial<LocalDatabase>;
}
