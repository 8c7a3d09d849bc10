import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { FieldChange, RefusalCode } from '#shared/push-message';
import type { HeldStamp } from '#shared/stamp';
import type { DocumentRow, LocalMeta, StoredBatch } from './local-store.ts';
import type { MoveMark } from './move-record.ts';

/** A document of the server, and until when it belongs to what is filled first. */
export interface StoredDocument extends DocumentRow {
  /** An instant: when a task was closed; `openUntil` for everything that is not a closed task. */
  activeUntil: string;
}

/** The `activeUntil` of what is not closed: above every instant. */
export const openUntil = '~';

/** What takes one change of a batch back: its `base` is the stamp of the batch, known only once that is taken. */
export type Inverse = Pick<FieldChange, 'kind' | 'id' | 'group' | 'value'> & {
  /** The stamp that the group held before the change. */
  held: HeldStamp;
  /** The base to undo on, where the inverse touches another group than the change did. */
  base?: HeldStamp;
};

/** Marks a batch that undoes or redoes an action, named by its key (`action`, else the stamp of its batch). */
export interface UndoMark {
  name: 'undo' | 'redo';
  key: string;
  /** By `<id>/<group>`: the stamp of the older value that this batch put back. */
  standsFor: Readonly<Record<string, HeldStamp>>;
}

/** A batch of this device that the server has not settled. Batches are laid over documents in order of position. */
export interface OutboxRow {
  position: number;
  /** Batches carried over from before a fork bear the device id they were offered under. */
  deviceId: string;
  n: number;
  rev: number;
  /** Size on the wire, bytes of UTF-8. */
  bytes: number;
  batch: StoredBatch;
  inverse: readonly Inverse[];
  undo?: UndoMark | undefined;
  move?: MoveMark | undefined;
  /** It follows from a move: nobody takes it back by itself. */
  isQuiet?: boolean | undefined;
}

/** A batch that the log holds: `seq` is its entry, or the first whole checkpoint that was seen to include it. */
export interface SentRow extends OutboxRow {
  seq: number;
  settledAtMs: number;
}

/** A batch that the log holds as refused. */
export interface RefusedBatchRow extends SentRow {
  code: RefusalCode;
  pointer: string | undefined;
}

/** The single row of meta with what only the store itself reads. */
export interface StoredMeta extends LocalMeta {
  key: 'meta';
  /** The position of the next batch; positions are never used twice. */
  nextPosition: number;
  /** Device ids of batches carried over by a fork, settled by the next whole checkpoint. */
  carriedDeviceIds: readonly string[];
  /** Last rev that took batches out of the outbox: a view older than it compares positions. */
  outboxRemovedRev: number;
  /** Last rev that swapped all documents: a view older than it reads everything anew. */
  documentsResetRev: number;
  /** `<database>/<deviceId>` of the guests that moved in here (R12). */
  adoptedGuests: readonly string[];
  /** True once this database is being moved or sealed: it takes no more batches. */
  isClosing: boolean;
}

/** The tables of one (user, workspace). Sent and refused are keyed by position, as n starts again after a fork. */
export class LocalTables extends Dexie {
  declare documents: Table<StoredDocument, string>;
  declare rebuilt: Table<StoredDocument, string>;
  declare outbox: Table<OutboxRow, number>;
  declare sent: Table<SentRow, number>;
  declare refused: Table<RefusedBatchRow, number>;
  declare meta: Table<StoredMeta, 'meta'>;

  constructor(name: string, options: DexieOptions) {
    super(name, { ...options, chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      documents: 'id, rev, activeUntil',
      rebuilt: 'id',
      outbox: 'position, [deviceId+n], rev',
      sent: 'position, rev, settledAtMs',
      refused: 'position, rev',
      meta: 'key',
    });
    closeForOthers(this);
  }
}

/**
 * Gives way to another tab that deletes or upgrades the database, and stays closed: opened again by the next read, as
 * is Dexie's way, it would stand there empty. Every later call rejects with DatabaseClosedError.
 */
export function closeForOthers(database: Dexie): void {
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  database.on('blocked', () => false);
}
