import type { Storage } from '../storage/port.ts';
import { batchesMaybeLogged, carriedKey, isCarried } from './carried-batch.ts';
import { knownOutcome } from './device-counter.ts';
import { findOriginals, type SoughtBatch } from './find-originals.ts';
import { decodeBody } from './log-entry.ts';
import type { Pending } from './draft-entry.ts';
import { readLogBetween } from './read-log.ts';
import type { KeyedBatch } from './take-numbered-batch.ts';
import type { WorkspaceState } from './workspace-state.ts';

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

function namesSought(state: WorkspaceState, { submission, from }: Pending): SoughtBatch[] {
  const { userId, deviceId } = submission;
  const counterOf = (deviceId: string) => state.counters.get(deviceId);
  return batchesMaybeLogged(submission, { from, counterOf }).map((batch) => {
    const key = carriedKey(batch, userId);
    return { batch, key, userId, isCarried: isCarried(batch, deviceId) };
  });
}

function idempotencyKeys({ submission }: Pending): string[] {
  if (submission.name === 'device' || submission.idempotency === undefined) return [];
  return [submission.idempotency.key];
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
  const { workspaceId, head } = state;
  await readLogBetween(storage, { workspaceId, after: 0, upTo: head.seq }, (entry) => {
    for (const batch of decodeBody(entry).batches) {
      const key = `${batch.deviceId}/${batch.n}`;
      if (wanted.delete(key)) state.olderOutcomes.set(key, knownOutcome(batch, entry.seq));
    }
    return wanted.size > 0;
  });
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
