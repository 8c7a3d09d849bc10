import type { BatchResult, RefusalCode } from '#shared/push-message';
import type { DeviceCounter } from '../storage/port.ts';
import type { LoggedBatch } from './log-entry.ts';

/** What came of one numbered batch, as its entry in the log says. */
export interface KnownOutcome {
  n: number;
  stamp: string;
  seq: number;
  outcome: 'committed' | 'refused';
  code?: RefusalCode;
  pointer?: string;
  dropped?: number[];
}

/** The numbers of one device in one workspace, as the log up to the cached head makes them. */
export interface CounterState {
  deviceId: string;
  userId: string;
  /** The highest n in the log. */
  n: number;
  seq: number;
  /** Outcomes from the first n of the device's latest push on; older ones are looked up in the log (R3). */
  recent: readonly KnownOutcome[];
  /** Refused batches, kept longer, so that a device which slept learns of each before it settles past it. */
  refused: readonly KnownOutcome[];
  /**
   * A batch that this device stamped stands in the log under another device id (R3, R10): what it still offers under its
   * own may be there already. Such a counter can stand at 0, and then the device is nobody's yet.
   */
  isCarriedFrom: boolean;
}

const recentMax = 1_000;
const refusedMax = 1_000;

/** The counter after one more batch of the device. `firstN` is the lowest n of the push that brought it. */
export function countBatch(
  counter: CounterState | undefined,
  of: { batch: LoggedBatch; seq: number; firstN: number },
): CounterState {
  const { batch, seq, firstN } = of;
  const known = knownOutcome(batch, seq);
  const recent = keptFrom(counter?.recent ?? [], firstN);
  const refused = counter?.refused ?? [];
  return {
    deviceId: batch.deviceId,
    userId: batch.userId,
    n: batch.n,
    seq,
    recent: [...recent.slice(Math.max(0, recent.length - recentMax + 1)), known],
    refused: batch.outcome === 'refused' ? [...refused, known].slice(-refusedMax) : refused,
    isCarriedFrom: counter?.isCarriedFrom ?? false,
  };
}

/** The counter of the device that stamped a batch which entry `seq` holds under another device id. */
export function markCarriedFrom(
  counter: CounterState | undefined,
  of: { deviceId: string; userId: string; seq: number },
): CounterState {
  const { deviceId, userId, seq } = of;
  const begun = counter ?? { deviceId, userId, n: 0, seq, recent: [], refused: [] };
  return { ...begun, seq, isCarriedFrom: true };
}

/** Whose a device is; undefined as long as it has committed nothing itself. */
export function ownerOf(counter: CounterState | undefined): string | undefined {
  return counter === undefined || counter.n === 0 ? undefined : counter.userId;
}

/** Outcomes stand in order of n, so nothing is to be dropped when the first one stays. */
function keptFrom(recent: readonly KnownOutcome[], firstN: number): readonly KnownOutcome[] {
  const [first] = recent;
  return first === undefined || first.n >= firstN ? recent : recent.filter(({ n }) => n >= firstN);
}

/** The answer for a batch whose outcome stands in the log. */
export function resultOf(known: KnownOutcome, repeated: boolean): BatchResult {
  const { stamp: _stamp, ...result } = known;
  return repeated ? { ...result, repeated: true } : result;
}

/** The outcome that a logged batch of entry `seq` had. */
export function knownOutcome(batch: LoggedBatch, seq: number): KnownOutcome {
  return {
    n: batch.n,
    stamp: batch.stamp,
    seq,
    outcome: batch.outcome,
    ...(batch.code === undefined ? {} : { code: batch.code }),
    ...(batch.pointer === undefined ? {} : { pointer: batch.pointer }),
    ...(batch.dropped === undefined ? {} : { dropped: batch.dropped }),
  };
}

/** As the view stores it. */
export function encodeCounter(workspaceId: string, counter: CounterState): DeviceCounter {
  const { deviceId, userId, n, seq, recent, refused, isCarriedFrom } = counter;
  const kept = JSON.stringify({ recent, refused, ...(isCarriedFrom ? { isCarriedFrom } : {}) });
  return { workspaceId, deviceId, userId, n, seq, recent: kept };
}

/** Reads what `encodeCounter` wrote. */
export function decodeCounter(row: DeviceCounter): CounterState {
  const { deviceId, userId, n, seq } = row;
  const kept: unknown = JSON.parse(row.recent);
  if (!isKept(kept)) throw new Error(`the counter of device ${deviceId} cannot be read`);
  const { recent, refused, isCarriedFrom = false } = kept;
  return { deviceId, userId, n, seq, recent, refused, isCarriedFrom };
}

type Kept = Pick<CounterState, 'recent' | 'refused'> & Partial<Pick<CounterState, 'isCarriedFrom'>>;

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'recent' in value &&
    Array.isArray(value.recent) &&
    'refused' in value &&
    Array.isArray(value.refused)
  );
}
