import type { StoredForm } from '#shared/kind-definition';
import type { CommitEvent } from '#shared/live-message';
import type { PullAnswer, RefusedBatch } from '#shared/pull-message';
import type { Batch, Change, RefusalCode } from '#shared/push-message';
import type { ClockState } from '#shared/stamp';
import type { Leaving, PendingMove } from './move-record.ts';

/**
 * What one device keeps of one workspace: the server's documents at a checkpoint, its own outbox, and meta.
 * One Dexie database holds it all, so that they live and die together (R3); this is its shape for the sync engine.
 */
export interface LocalStore {
  readonly userId: string;
  readonly workspaceId: string;

  /** Meta as last committed to disk. */
  readMeta(): Promise<LocalMeta>;
  /** The lowest unsettled batches with n > `after`, in order, that fit one push. */
  readOutbox(of: { after: number; maxBatches: number; maxBytes: number }): Promise<StoredBatch[]>;

  /**
   * Writes one pull answer in one transaction: documents over a smaller seq only, the checkpoint, and with `done`
   * everything that makes it whole: epoch, hash check, settling by `lastN` + `refused` (R2, R11).
   * Does nothing and says `stale` unless epoch, checkpoint and generation are still those it was asked from. The page
   * that ends a rebuild into another epoch needs to know of every former device id what the server has of it (R10).
   */
  applyPage(page: {
    asked: PullPosition;
    answer: PullAnswer;
    formers?: ReadonlyMap<string, FormerDevice>;
  }): Promise<ApplyOutcome>;
  /** Device ids other than the one of now under which batches of this store were numbered. */
  readFormerDeviceIds(): Promise<string[]>;
  /** Writes one commit event in one transaction if the checkpoint is whole and equal to `prev` in the same epoch. */
  applyCommit(event: CommitEvent): Promise<ApplyOutcome>;

  /** Begins to rebuild documents in a new generation, from checkpoint 0; the old ones stay shown until `done` (R10). */
  startRebuild(reason: RebuildReason): Promise<void>;
  /**
   * A copied or restored profile (R3): takes a new deviceId and renumbers the batch `fromN` and all unsettled ones
   * behind it from 1. Stamps stay. Does nothing if `deviceId` is no longer the device of this store.
   */
  fork(of: { deviceId: string; fromN: number }): Promise<void>;
  /** Stores the clock offset learnt with the smallest round trip (R6); restarts the clock from corrected time. */
  learnOffset(of: { offsetMs: number; roundTripMs: number }): Promise<void>;

  /** Tells of every transaction of any tab, by the new `rev`. */
  onChange(listener: (rev: number) => void): () => void;
  close(): void;
}

/** The single row of meta. */
export interface LocalMeta {
  deviceId: string;
  /** The device id the database was made with, which no fork changes; databases of older builds have none. */
  firstDeviceId?: string;
  /** The number the next batch takes. */
  nextN: number;
  /** `"<seq>"` when whole, `"<seq>.<id>"` inside a pull, `"0"` before the first. */
  checkpoint: string;
  /** The last whole checkpoint; 0 when fresh or rebuilding. */
  wholeSeq: number;
  epoch: string | undefined;
  /** Head hash over `documents` (16 hexadecimal digits), kept incrementally. */
  hash: string;
  /** The highest own n that was ever settled. */
  settledN: number;
  clock: ClockState;
  offsetMs: number;
  offsetRoundTripMs: number | undefined;
  /** Raised by every transaction; rows carry the rev that wrote them. */
  rev: number;
  /** Raised when a rebuild begins; pages of an older generation are stale. */
  generation: number;
  /** Present while a rebuild runs beside the documents that are shown. */
  rebuild: { reason: RebuildReason } | undefined;
  /** True when the hash at a whole checkpoint was not the server's; a rebuild repairs it (R11). */
  hashDiffers: boolean;
  /** Version of the stored shapes; a newer one than this build knows is never opened. */
  storeVersion: number;
  /** Moves to this workspace that are not at their end. */
  moves?: readonly PendingMove[];
  /** What moves from this workspace to others, or did. */
  leaving?: readonly Leaving[];
}

/** What the server's log has of a device id that this device bore before: the highest n and its stamp, and what was refused. */
export interface FormerDevice {
  lastN: number;
  lastStamp?: string | undefined;
  refused: readonly RefusedBatch[];
}

/** Where a pull asks from. */
export interface PullPosition {
  epoch: string | undefined;
  checkpoint: string;
  wholeSeq: number;
  generation: number;
  deviceId: string;
}

/** Why documents are built anew (R10, R11). */
export type RebuildReason = 'checkpoint_expired' | 'epoch_changed' | 'hash_differs' | 'asked';

/**
 * `applied`: on disk. `stale`: another tab or a rebuild was faster, nothing was written. `gap`: the event does not
 * follow the checkpoint. `behind`: the event is at or below the checkpoint. `hash_differs`: applied, but R11 failed.
 */
export type ApplyOutcome = 'applied' | 'stale' | 'gap' | 'behind' | 'hash_differs';

/** A batch in the outbox. */
export interface StoredBatch extends Batch {
  /** Corrected time of the action, ms. */
  atMs: number;
  /** What the person did, for history and undo, e.g. `task.rename`. */
  label: string;
}

/** A batch that the log holds as refused. */
export interface RefusedRow extends StoredBatch {
  seq: number;
  code: RefusalCode;
  pointer: string | undefined;
}

/** A document row. */
export interface DocumentRow {
  id: string;
  kind: string;
  seq: number;
  rev: number;
  document: StoredForm;
}

/** What a command hands over: all changes of one user action (R-write: safe on disk when the promise resolves). */
export interface UserAction {
  label: string;
  changes: readonly Change[];
  /** Ties the batches of one larger action together (an import). */
  action?: string;
  /** A document whose workspace what is new belongs to; left out, that is the personal one. */
  besideId?: string;
}

/** Takes n and adds the batch to the outbox in one strict Dexie transaction. */
export type CommitBatch = (action: UserAction) => Promise<StoredBatch>;
