import type { Batch } from '#shared/push-message';
import { readStamp, type Stamp } from '#shared/stamp';
import type { Storage } from '../storage/port.ts';
import { isSameBatch } from './carried-batch.ts';
import { ownerOf } from './device-counter.ts';
import { decodeBody, type LoggedBatch } from './log-entry.ts';
import { readLogBetween } from './read-log.ts';
import type { KeyedBatch } from './take-numbered-batch.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A batch that may be in the log under the name it got first, or under one that a copy gave it. */
export interface SoughtBatch {
  batch: Batch;
  key: string;
  userId: string;
  /** Under its first name only what is offered under another one can be. */
  isCarried: boolean;
}

/** More than a few devices can offer at once; beyond it the log is read once more. */
const maxRemembered = 20_000;

/**
 * Adds to `keyed` what stands in the log under the very device that stamped it. Where the counter of that device keeps all
 * of its outcomes, it tells; else the log is read once for all of them. (No order of stamps may be relied on: a device whose
 * clock was put right stamps lower than before.)
 *
 * The state remembers how far was read for each: others commit meanwhile, and a judgement that began the whole log anew each
 * time the head moves would never come to its end.
 */
export async function findOriginals(
  storage: Storage,
  state: WorkspaceState,
  { sought, keyed }: { sought: readonly SoughtBatch[]; keyed: Map<string, KeyedBatch> },
): Promise<void> {
  const wanted = sought.filter((one) => {
    return one.isCarried && !keyed.has(one.key) && mayBeOriginal(state, one);
  });
  const stamps = wanted.map(({ batch }) => batch.stamp);
  await readOn(storage, state, stamps);
  for (const { batch, key, userId } of wanted) {
    const seq = state.originals.get(batch.stamp)?.seq;
    if (seq === undefined) continue;
    const logged = await readOriginal(storage, { workspaceId: state.workspaceId, seq, batch });
    const isOurs = logged?.userId === userId && isSameBatch(batch, { logged, key });
    if (isOurs) keyed.set(key, { batch: logged, seq });
  }
}

async function readOriginal(
  { changeLog }: Storage,
  { workspaceId, seq, batch }: { workspaceId: string; seq: number; batch: Batch },
): Promise<LoggedBatch | undefined> {
  const [entry] = await changeLog.read({ workspaceId, after: seq - 1, limit: 1, maxBytes: 1 });
  if (entry === undefined) return undefined;
  return decodeBody(entry).batches.find((one) => isOriginal(one) && one.stamp === batch.stamp);
}

async function readOn(
  storage: Storage,
  state: WorkspaceState,
  stamps: readonly Stamp[],
): Promise<void> {
  const { workspaceId, originals } = state;
  if (originals.size > maxRemembered) originals.clear();
  const upTo = state.head.seq;
  const open = new Set<Stamp>();
  let after = upTo;
  for (const stamp of stamps) {
    const known = originals.get(stamp);
    if (known?.seq !== undefined) continue;
    after = Math.min(after, known?.readTo ?? 0);
    open.add(stamp);
  }
  await readLogBetween(storage, { workspaceId, after, upTo }, (entry) => {
    // Parsing every entry of a long log would hold up everybody; looking for stamps in the text does not.
    if (!stampsIn(entry.body).some((stamp) => open.has(stamp))) return true;
    for (const batch of decodeBody(entry).batches) {
      if (!isOriginal(batch) || !open.delete(batch.stamp)) continue;
      originals.set(batch.stamp, { readTo: entry.seq, seq: entry.seq });
    }
    return open.size > 0;
  });
  for (const stamp of open) originals.set(stamp, { readTo: upTo, seq: undefined });
}

/** Whether the device that made a stamp may have it in the log. */
function mayBeOriginal(state: WorkspaceState, { batch: { stamp }, userId }: SoughtBatch): boolean {
  const counter = state.counters.get(readStamp(stamp).deviceId);
  if (counter === undefined || ownerOf(counter) !== userId) return false;
  return counter.recent[0]?.n !== 1 || counter.recent.some((known) => known.stamp === stamp);
}

function isOriginal({ deviceId, stamp, sameAs }: LoggedBatch): boolean {
  return sameAs === undefined && deviceId === readStamp(stamp).deviceId;
}

function stampsIn(body: string): Stamp[] {
  const stamps = body.matchAll(/"stamp":"([0-9a-z]{12}-[0-9a-z]{10})"/g);
  return [...stamps].flatMap(([, stamp]) => stamp ?? []);
}
