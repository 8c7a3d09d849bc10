import { readStamp, type Stamp } from '#shared/stamp';
import type { Storage, StoredEntry } from '../storage/port.ts';
import { batchesMaybeLogged, carriedKey } from './carried-batch.ts';
import { knownOutcome, ownerOf } from './device-counter.ts';
import { decodeBody, type LoggedBatch } from './log-entry.ts';
import type { Pending } from './draft-entry.ts';
import type { KeyedBatch } from './take-numbered-batch.ts';
import type { WorkspaceState } from './workspace-state.ts';

const pageEntries = 500;
const pageBytes = 8 * 1024 * 1024;

/**
 * Finds the batches that Idempotency-Keys and batches numbered anew stand for, by key. Asked anew on each attempt: a key
 * committed after this by another replica collides at head + 1, and the next attempt finds it.
 */
export async function findKeyedBatches(
  storage: Storage,
  state: WorkspaceState,
  pending: readonly Pending[],
): Promise<Map<string, KeyedBatch>> {
  const keyed = new Map<string, KeyedBatch>();
  const sought = pending.flatMap((one) => namesSought(state, one));
  const keys = new Set([...sought.map(({ key }) => key), ...pending.flatMap(idempotencyKeys)]);
  const find = async (key: string) => {
    const entry = await storage.changeLog.findKey({ workspaceId: state.workspaceId, key });
    if (entry === undefined) return;
    const { batches } = decodeBody(entry);
    const batch = batches.find((logged) => logged.key === key || logged.carried === key);
    if (batch !== undefined) keyed.set(key, { batch, seq: entry.seq });
  };
  await Promise.all([...keys].map(find));
  await findOriginals(storage, state, { sought, keyed });
  return keyed;
}

/** A batch that may be in the log under the name it got first, or under one that a copy gave it. */
interface SoughtBatch {
  key: string;
  stamp: Stamp;
  userId: string;
}

function namesSought(state: WorkspaceState, { submission, from }: Pending): SoughtBatch[] {
  const { userId } = submission;
  const counterOf = (deviceId: string) => state.counters.get(deviceId);
  return batchesMaybeLogged(submission, { from, counterOf }).map((batch) => {
    return { key: carriedKey(batch, userId), stamp: batch.stamp, userId };
  });
}

function idempotencyKeys({ submission }: Pending): string[] {
  if (submission.name === 'device' || submission.idempotency === undefined) return [];
  return [submission.idempotency.key];
}

/**
 * Adds to `keyed` what stands in the log under the very device that stamped it. Where the counter of that device keeps all
 * of its outcomes, it tells; else the log is read once for all of them. (No order of stamps may be relied on: a device whose
 * clock was put right stamps lower than before.)
 */
async function findOriginals(
  storage: Storage,
  state: WorkspaceState,
  { sought, keyed }: { sought: readonly SoughtBatch[]; keyed: Map<string, KeyedBatch> },
): Promise<void> {
  const wanted = new Map(
    sought
      .filter((one) => !keyed.has(one.key) && mayBeOriginal(state, one))
      .map((one) => [one.stamp, one]),
  );
  if (wanted.size === 0) return;
  await readWholeLog(storage, state, (entry) => {
    // Parsing every entry of a long log would hold up everybody; looking for stamps in the text does not.
    if (!stampsIn(entry.body).some((stamp) => wanted.has(stamp))) return true;
    for (const batch of decodeBody(entry).batches) {
      const one = wanted.get(batch.stamp);
      if (one === undefined || !isOriginal(batch, one)) continue;
      wanted.delete(batch.stamp);
      keyed.set(one.key, { batch, seq: entry.seq });
    }
    return wanted.size > 0;
  });
}

function stampsIn(body: string): Stamp[] {
  return [...body.matchAll(/"stamp":"([0-9a-z]{12}-[0-9a-z]{10})"/g)].flatMap(
    ([, stamp]) => stamp ?? [],
  );
}

function isOriginal({ deviceId, userId, stamp }: LoggedBatch, one: SoughtBatch): boolean {
  return userId === one.userId && stamp === one.stamp && deviceId === readStamp(stamp).deviceId;
}

/** Whether the device that made a stamp may have it in the log. */
function mayBeOriginal(state: WorkspaceState, { stamp, userId }: SoughtBatch): boolean {
  const counter = state.counters.get(readStamp(stamp).deviceId);
  if (counter === undefined || ownerOf(counter) !== userId) return false;
  return counter.recent[0]?.n !== 1 || counter.recent.some((known) => known.stamp === stamp);
}

/**
 * Looks up, in the log itself, numbers that the counters no longer keep (R3): a device that asks for one was copied,
 * restored, or asleep through many pushes of its own copy. Reads the log once for all of them.
 */
export async function findOlderOutcomes(
  storage: Storage,
  state: WorkspaceState,
  pending: readonly Pending[],
): Promise<void> {
  const wanted = new Set(pending.flatMap((one) => forgottenNumbers(state, one)));
  if (wanted.size === 0) return;
  await readWholeLog(storage, state, (entry) => {
    for (const batch of decodeBody(entry).batches) {
      const key = `${batch.deviceId}/${batch.n}`;
      if (wanted.delete(key)) state.olderOutcomes.set(key, knownOutcome(batch, entry.seq));
    }
    return wanted.size > 0;
  });
}

/** Reads the log from its beginning up to the cached head, for as long as `wantsMore` says so. */
async function readWholeLog(
  storage: Storage,
  { workspaceId, head }: WorkspaceState,
  wantsMore: (entry: StoredEntry) => boolean,
): Promise<void> {
  for (let after = 0; after < head.seq; ) {
    const page = { workspaceId, after, limit: pageEntries, maxBytes: pageBytes };
    const entries = await storage.changeLog.read(page);
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (!wantsMore(entry)) return;
      after = entry.seq;
    }
  }
}

function forgottenNumbers(state: WorkspaceState, { submission, from }: Pending): string[] {
  if (submission.name !== 'device') return [];
  const { deviceId, batches } = submission;
  const counter = state.counters.get(deviceId);
  if (counter === undefined) return [];
  const oldestKept = counter.recent[0]?.n ?? counter.n + 1;
  return batches
    .slice(from)
    .map((batch) => (batch.name === 'fit' ? batch.batch.n : batch.n))
    .filter((n) => n < oldestKept)
    .map((n) => `${deviceId}/${n}`)
    .filter((key) => !state.olderOutcomes.has(key));
}
