import { sameJson } from '#shared/group-value';
import { type Batch, type Change, isCreation } from '#shared/push-message';
import { readStamp } from '#shared/stamp';
import type { LoggedBatch, LoggedChange } from './log-entry.ts';
import type { Submission } from './submission.ts';
import type { KeyedBatch } from './take-numbered-batch.ts';

/**
 * A batch that is offered under another device id than the one that made its stamp: a fork or a restore has numbered it anew
 * (R3, R10). Two copies of one profile may offer the same one, each under a name of its own, so it is known by its stamp.
 */
export function isCarried(batch: Batch, deviceId: string): boolean {
  return readStamp(batch.stamp).deviceId !== deviceId;
}

/** The key by which the log finds a carried batch again. No Idempotency-Key looks like it: those begin with a user's id. */
export function carriedKey({ stamp }: Pick<Batch, 'stamp'>, userId: string): string {
  return `carried/${userId}/${stamp}`;
}

/** The keys of the carried batches that a submission still waits with. */
export function carriedKeysOf(submission: Submission, from: number): string[] {
  if (submission.name !== 'device') return [];
  const { userId, deviceId, batches } = submission;
  return batches
    .slice(from)
    .flatMap((read) =>
      read.name === 'fit' && isCarried(read.batch, deviceId)
        ? [carriedKey(read.batch, userId)]
        : [],
    );
}

/**
 * The batch as the log holds it already, offered by a copy that was faster. Two copies that wrote in one millisecond gave
 * different batches one stamp: those differ in what they change, and both count.
 */
export function sameCarried(batch: Batch, known: KeyedBatch | undefined): KeyedBatch | undefined {
  if (known === undefined || known.batch.changes.length !== batch.changes.length) return undefined;
  const isSame = batch.changes.every((change, at) => isSameChange(change, known.batch.changes[at]));
  return isSame ? known : undefined;
}

/** Uses up the number of a batch that stands in an earlier entry: the log says so, and nothing changes again. */
export function repeatCarried(
  batch: Batch,
  of: { known: KeyedBatch; deviceId: string; userId: string },
): LoggedBatch {
  const { known, deviceId, userId } = of;
  const { outcome, code, pointer } = known.batch;
  return {
    deviceId,
    userId,
    n: batch.n,
    stamp: batch.stamp,
    outcome,
    ...(code === undefined ? {} : { code }),
    ...(pointer === undefined ? {} : { pointer }),
    sameAs: known.seq,
    changes: [],
  };
}

function isSameChange(change: Change, logged: LoggedChange | undefined): boolean {
  if (logged === undefined || logged.kind !== change.kind || logged.id !== change.id) return false;
  if (isCreation(change)) return 'created' in logged;
  if (!('effect' in logged) || logged.group !== change.group) return false;
  // A purge has taken the values out of the log; what is left names the same batch.
  return Object.keys(logged.value).length === 0 || sameJson(logged.value, change.value);
}
