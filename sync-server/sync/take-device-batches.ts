import { ApiError } from '#shared/api-error';
import type { Batch, BatchResult } from '#shared/push-message';
import { serverDeviceId } from '#shared/stamp';
import { carriedKey, isCarried, isSameBatch, mayBeLogged, repeatLogged } from './carried-batch.ts';
import { ownerOf, resultOf } from './device-counter.ts';
import type { Verdict } from './draft-entry.ts';
import type { DraftOverlay } from './draft-overlay.ts';
import { encodeBatch } from './encode-batch.ts';
import { type Judged, judgeBatch } from './judge-batch.ts';
import { identityOf, type ReadBatch } from './read-batch.ts';
import { requireRole } from './require-role.ts';
import type { DeviceSubmission } from './submission.ts';
import type { KeyedBatch } from './take-numbered-batch.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Bytes that are left in the entry being drafted; a batch that needs more waits for the next entry. */
export interface Room {
  bytes: number;
}

/**
 * Judges the batches of a push in order of n, counters included (R3): the next number is merged, a number that was
 * used answers its stored outcome if the stamp is the one stored under it, else it and all behind it are `forked`.
 */
export function takeDeviceBatches(of: {
  overlay: DraftOverlay;
  state: WorkspaceState;
  submission: DeviceSubmission;
  from: number;
  room: Room;
  keyed: ReadonlyMap<string, KeyedBatch>;
}): Verdict {
  const { overlay, state, submission, from, room, keyed } = of;
  const { deviceId, userId, batches } = submission;
  const role = requireRole(overlay, userId);
  if (role.name === 'rejected') return role;
  const owner = ownerOf(overlay.counter(deviceId));
  // A client under the server's own id would pass its values off as merges of the server (R5).
  if (deviceId === serverDeviceId || (owner !== undefined && owner !== userId)) {
    return { name: 'rejected', error: new ApiError('device_taken') };
  }
  const results: BatchResult[] = [];
  for (let next = from; next < batches.length; next += 1) {
    const batch = batches[next];
    if (batch === undefined) break;
    const { n, stamp } = identityOf(batch);
    const counter = overlay.counter(deviceId);
    const last = counter?.n ?? 0;
    if (n > last + 1) return rejectGap(last + 1);
    if (n <= last) {
      const known =
        counter?.recent.find((outcome) => outcome.n === n) ??
        state.olderOutcomes.get(`${deviceId}/${n}`);
      if (known === undefined || known.stamp !== stamp) {
        results.push(...forkedFrom(batches.slice(next), state.head.seq));
        return { name: 'answered', results, next: batches.length };
      }
      results.push(resultOf(known, true));
      continue;
    }
    const judged = judge(batch, { overlay, state, submission, role: role.role, keyed });
    const encoded = encodeBatch(judged, overlay.seq);
    if (encoded.bytes > room.bytes) return { name: 'answered', results, next };
    room.bytes -= encoded.bytes;
    overlay.add(encoded, firstNumber(batches));
    const stored = overlay.counter(deviceId)?.recent.at(-1);
    if (stored !== undefined) results.push(resultOf(stored, false));
  }
  return { name: 'answered', results, next: batches.length };
}

function judge(
  read: ReadBatch,
  of: {
    overlay: DraftOverlay;
    state: WorkspaceState;
    submission: DeviceSubmission;
    role: Parameters<typeof judgeBatch>[1]['role'];
    keyed: ReadonlyMap<string, KeyedBatch>;
  },
): Judged {
  const { overlay, state, submission, role } = of;
  const { userId, deviceId } = submission;
  if (read.name === 'fit') {
    const { workspaceId } = state;
    const context = { ...overlay, workspaceId, userId, deviceId, role };
    if (mayBeLogged(read.batch, { deviceId, counter: overlay.counter(deviceId) })) {
      return judgeOnce(read.batch, { ...of, context });
    }
    return judgeBatch(read.batch, context);
  }
  const { n, stamp, code, pointer } = read;
  const logged = { deviceId, userId, n, stamp, outcome: 'refused' as const, code, pointer };
  return { logged: { ...logged, changes: [] }, documents: new Map() };
}

/** What a copy of this profile has offered before, under whatever name, is in the log already, or earlier in this very draft. */
function judgeOnce(
  batch: Batch,
  of: {
    overlay: DraftOverlay;
    keyed: ReadonlyMap<string, KeyedBatch>;
    context: Parameters<typeof judgeBatch>[1];
  },
): Judged {
  const { overlay, keyed, context } = of;
  const { deviceId, userId } = context;
  const key = carriedKey(batch, userId);
  const drafted = overlay.batches
    .map(({ logged }) => logged)
    .find((logged) => logged.userId === userId && isSameBatch(batch, { logged, key }));
  const known = drafted === undefined ? keyed.get(key) : { batch: drafted, seq: overlay.seq };
  if (known !== undefined) {
    return { logged: repeatLogged(batch, { known, deviceId, userId }), documents: new Map() };
  }
  const { logged, documents } = judgeBatch(batch, context);
  const carried = isCarried(batch, deviceId) ? { carried: key } : {};
  return { logged: { ...logged, ...carried }, documents };
}

/** A copied or restored profile: nothing of it is committed, the device takes a new id and numbers anew (R3). */
function forkedFrom(batches: readonly ReadBatch[], seq: number): BatchResult[] {
  return batches.map((batch) => ({ n: identityOf(batch).n, outcome: 'forked', seq }));
}

function rejectGap(expected: number): Verdict {
  return { name: 'rejected', error: new ApiError('batch_gap', { members: { expected } }) };
}

function firstNumber(batches: readonly ReadBatch[]): number {
  const [first] = batches;
  return first === undefined ? 1 : identityOf(first).n;
}
