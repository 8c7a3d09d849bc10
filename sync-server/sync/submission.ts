import type { WorkspaceAction } from '#shared/permissions';
import type { Change } from '#shared/push-message';
import type { ReadBatch } from './read-batch.ts';

/** Batches that one writer asks to commit, in the order they are to be judged. */
export type Submission = DeviceSubmission | NumberedSubmission;

/** A push: the device numbered its batches itself. They are contiguous and ascending. */
export interface DeviceSubmission {
  name: 'device';
  userId: string;
  deviceId: string;
  batches: readonly ReadBatch[];
}

/** What a writer without an outbox asks for. */
export type NumberedCommand =
  | { name: 'change'; changes: readonly Change[] }
  /** Trees of documents to purge, each as a whole or not at all (R7). */
  | { name: 'purge'; trees: readonly PurgeTree[] };

/** Documents that are purged together. What only guards them must be unchanged as well, and stays. */
export interface PurgeTree {
  targets: readonly PurgeTarget[];
  guards?: readonly PurgeTarget[];
}

/** A document as it stood when its purge was decided: one that has changed since is left alone. */
export interface PurgeTarget {
  id: string;
  seq: number;
}

/** A writer without an outbox (REST, import, jobs): n is taken while merging, anew on each attempt (R3). */
export interface NumberedSubmission {
  name: 'numbered';
  userId: string;
  deviceId: string;
  command: NumberedCommand;
  /** `<userId>/<Idempotency-Key>` and a digest of the request, stored with the entry. */
  idempotency: { key: string; digest: string } | undefined;
  /** What the author's role must allow at this point of the log, though the server writes for them; left out: nothing. */
  needs?: WorkspaceAction | undefined;
  /** Commands of the server itself may write members and workspaces and need no membership. */
  isServerCommand: boolean;
}
