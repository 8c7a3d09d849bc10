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

/** A writer without an outbox (REST, import, jobs): n is taken while merging, anew on each attempt (R3). */
export interface NumberedSubmission {
  name: 'numbered';
  userId: string;
  deviceId: string;
  changes: readonly Change[];
  /** `<userId>/<Idempotency-Key>` and a digest of the request, stored with the entry. */
  idempotency: { key: string; digest: string } | undefined;
  /** Commands of the server itself may write members and workspaces and need no membership. */
  isServerCommand: boolean;
}
