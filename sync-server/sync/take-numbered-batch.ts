import { protocolVersion } from '#shared/protocol-version';
import { may } from '#shared/permissions';
import { formatStamp } from '#shared/stamp';
import { knownOutcome, resultOf } from './device-counter.ts';
import type { LoggedBatch } from './log-entry.ts';
import { ApiError } from '#shared/api-error';
import type { Verdict } from './draft-entry.ts';
import type { DraftOverlay } from './draft-overlay.ts';
import { encodeBatch } from './encode-batch.ts';
import { judgeBatch } from './judge-batch.ts';
import { judgePurge } from './judge-purge.ts';
import { requireRole } from './require-role.ts';
import type { NumberedSubmission } from './submission.ts';
import type { Room } from './take-device-batches.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A batch that an Idempotency-Key stands for, as its entry has it. */
export interface KeyedBatch {
  batch: LoggedBatch;
  seq: number;
}

/**
 * Judges the one batch of a writer without an outbox: it takes its n here, anew on each attempt (R3), so that two
 * calls on two replicas can never take each other for a repeat. Its Idempotency-Key was looked up before.
 */
export function takeNumberedBatch(of: {
  overlay: DraftOverlay;
  state: WorkspaceState;
  submission: NumberedSubmission;
  from: number;
  room: Room;
  keyed: ReadonlyMap<string, KeyedBatch>;
}): Verdict {
  const { overlay, state, submission, from, room } = of;
  const { deviceId, userId, command, idempotency, isServerCommand } = submission;
  if (from > 0) return { name: 'answered', results: [], next: 1 };
  const role = isServerCommand
    ? ({ name: 'member', role: 'server' } as const)
    : requireRole(overlay, userId);
  if (role.name === 'rejected') return role;
  if (submission.needs !== undefined) {
    const author = requireRole(overlay, userId);
    if (author.name === 'rejected') return author;
    if (!may(author.role, submission.needs)) {
      return { name: 'rejected', error: new ApiError('forbidden') };
    }
  }
  const known = idempotency === undefined ? undefined : keyedBatch(of, idempotency.key);
  if (known !== undefined) return repeatKeyed(known, idempotency?.digest);
  const n = (overlay.counter(deviceId)?.n ?? 0) + 1;
  const stamp = formatStamp({ ms: overlay.atMs, counter: 0, deviceId });
  const { workspaceId } = state;
  const context = { ...overlay, workspaceId, userId, deviceId, role: role.role };
  const { logged, documents } =
    command.name === 'purge'
      ? judgePurge(command.trees, { ...context, n, stamp })
      : judgeBatch({ n, v: protocolVersion, stamp, changes: [...command.changes] }, context);
  const keyed =
    idempotency === undefined
      ? logged
      : { ...logged, key: idempotency.key, keyDigest: idempotency.digest };
  const encoded = encodeBatch({ logged: keyed, documents }, overlay.seq);
  if (encoded.bytes > room.bytes) return { name: 'answered', results: [], next: 0 };
  room.bytes -= encoded.bytes;
  overlay.add(encoded, n);
  const stored = overlay.counter(deviceId)?.recent.at(-1);
  return {
    name: 'answered',
    results: stored === undefined ? [] : [resultOf(stored, false)],
    next: 1,
  };
}

/** The batch a key stands for: in the log, or earlier in this very draft. */
function keyedBatch(
  of: { overlay: DraftOverlay; keyed: ReadonlyMap<string, KeyedBatch> },
  key: string,
): KeyedBatch | undefined {
  const drafted = of.overlay.batches.find(({ logged }) => logged.key === key);
  return drafted === undefined ? of.keyed.get(key) : { batch: drafted.logged, seq: of.overlay.seq };
}

function repeatKeyed(known: KeyedBatch, digest: string | undefined): Verdict {
  if (known.batch.keyDigest !== digest) {
    return { name: 'rejected', error: new ApiError('idempotency_conflict') };
  }
  const results = [resultOf(knownOutcome(known.batch, known.seq), true)];
  return { name: 'answered', results, next: 1 };
}
