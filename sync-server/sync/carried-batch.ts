import { sameJson } from '#shared/group-value';
import { type Batch, type Change, isCreation } from '#shared/push-message';
import { readStamp } from '#shared/stamp';
import { digestOf } from './changes-digest.ts';
import type { CounterState } from './device-counter.ts';
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

/**
 * The key by which the log finds a carried batch again: two copies that wrote in one millisecond may have given different ones
 * the same stamp, so what it changes is part of it. No Idempotency-Key looks like it: those begin with a user's id.
 */
export function carriedKey({ stamp, changes }: Batch, userId: string): string {
  return `carried/${userId}/${stamp}/${digestOf(changes)}`;
}

/**
 * Whether the log may hold a batch under another name than the one it is offered under now: it was numbered anew itself, or
 * something that this device stamped was, by a copy of the profile that did not know how far this one had come.
 */
export function mayBeLogged(
  batch: Batch,
  { deviceId, counter }: { deviceId: string; counter: CounterState | undefined },
): boolean {
  return isCarried(batch, deviceId) || counter?.isCarriedFrom === true;
}

/** The batches that a submission still waits with and that the log may hold under another name. */
export function batchesMaybeLogged(
  submission: Submission,
  of: { from: number; counterOf: (deviceId: string) => CounterState | undefined },
): Batch[] {
  if (submission.name !== 'device') return [];
  const { deviceId, batches } = submission;
  const counter = of.counterOf(deviceId);
  return batches
    .slice(of.from)
    .flatMap((read) => (read.name === 'fit' ? [read.batch] : []))
    .filter((batch) => mayBeLogged(batch, { deviceId, counter }));
}

/** Whether a batch of the log is the one that is offered, under whatever name it stands there. */
export function isSameBatch(batch: Batch, of: { logged: LoggedBatch; key: string }): boolean {
  const { logged, key } = of;
  if (logged.sameAs !== undefined || logged.stamp !== batch.stamp) return false;
  if (logged.carried !== undefined) return logged.carried === key;
  if (logged.digest !== undefined) return logged.digest === digestOf(batch.changes);
  return (
    logged.changes.length === batch.changes.length &&
    batch.changes.every((change, at) => isSameChange(change, logged.changes[at]))
  );
}

/** Uses up the number of a batch that stands in an earlier entry: the log says so, and nothing changes again. */
export function repeatLogged(
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
