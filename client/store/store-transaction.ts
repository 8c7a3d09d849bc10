import type { Table } from 'dexie';
import type { LocalTables, OutboxRow, StoredMeta } from './local-tables.ts';

/** What a transaction leaves behind; without `meta` it has written nothing. */
export interface Written<T> {
  result: T;
  meta?: StoredMeta;
  /** Writes still on their way: meta need not wait for them, the transaction does. */
  writing?: Promise<unknown>;
  /** The rows added to the outbox, where nothing else was written: who has seen all before need not read. */
  added?: readonly OutboxRow[];
}

/** A transaction of this tab that did no more than add to the outbox, with meta as it left it. */
export interface OwnAddition {
  meta: StoredMeta;
  outbox: readonly OutboxRow[];
}

/** What a transaction may use: meta as it is on disk now, the rev its rows must carry, and corrected time. */
export interface TransactionScope {
  meta: StoredMeta;
  rev: number;
  nowMs: number;
}

/**
 * Runs one strict transaction and raises `rev` if it wrote anything. It is over all tables unless they are named: one over
 * few waits for fewer others.
 */
export type Transact = <T>(
  run: (scope: TransactionScope) => Promise<Written<T>>,
  tablesOf?: (tables: LocalTables) => readonly Table[],
) => Promise<T>;

/**
 * The one way to write: meta is read inside the transaction, so a decision and what it rests on cannot come apart
 * (R2), and `announce` hears of the new rev only after the commit.
 */
export function createTransact(of: {
  tables: LocalTables;
  clock: () => number;
  announce: (rev: number, own: OwnAddition | undefined) => void;
}): Transact {
  const { tables, clock, announce } = of;
  return async (run, tablesOf = allTables) => {
    let committed: { meta: StoredMeta; added: readonly OutboxRow[] | undefined } | undefined;
    const result = await tables.transaction('rw', tablesOf(tables), async () => {
      const meta = await readStoredMeta(tables);
      const rev = meta.rev + 1;
      const written = await run({ meta, rev, nowMs: Math.floor(clock() + meta.offsetMs) });
      const next = written.meta && { ...written.meta, rev };
      await Promise.all([written.writing, next && tables.meta.put(next)]);
      if (next !== undefined) committed = { meta: next, added: written.added };
      return written.result;
    });
    if (committed !== undefined) {
      const { meta, added } = committed;
      announce(meta.rev, added && { meta, outbox: added });
    }
    return result;
  };
}

function allTables({ tables }: LocalTables): readonly Table[] {
  return tables;
}

/** The row of meta. Throws when there is none: then the database was deleted under our feet. */
export async function readStoredMeta(tables: LocalTables): Promise<StoredMeta> {
  const meta = await tables.meta.get('meta');
  if (meta === undefined) throw new Error('The local database has lost its meta row');
  return meta;
}
