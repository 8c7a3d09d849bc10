import type { Storage } from '../storage/port.ts';
import { carriedKeysOf } from './carried-batch.ts';
import { knownOutcome } from './device-counter.ts';
import { decodeBody } from './log-entry.ts';
import type { Pending } from './draft-entry.ts';
import type { KeyedBatch } from './take-numbered-batch.ts';
import type { WorkspaceState } from './workspace-state.ts';

const pageEntries = 500;
const pageBytes = 8 * 1024 * 1024;

/**
 * Finds the batches that the Idempotency-Keys and carried batches of waiting submissions stand for. Asked anew on each attempt: a key
 * committed after this by another replica collides at head + 1, and the next attempt finds it.
 */
export async function findKeyedBatches(
  storage: Storage,
  state: WorkspaceState,
  pending: readonly Pending[],
): Promise<Map<string, KeyedBatch>> {
  const keyed = new Map<string, KeyedBatch>();
  const { workspaceId } = state;
  const find = async (key: string) => {
    const entry = await storage.changeLog.findKey({ workspaceId, key });
    if (entry === undefined) return;
    const { batches } = decodeBody(entry);
    const batch = batches.find((logged) => logged.key === key || logged.carried === key);
    if (batch !== undefined) keyed.set(key, { batch, seq: entry.seq });
  };
  await Promise.all(pending.flatMap(keysOf).map(find));
  return keyed;
}

function keysOf({ submission, from }: Pending): string[] {
  if (submission.name === 'device') return carriedKeysOf(submission, from);
  return submission.idempotency === undefined ? [] : [submission.idempotency.key];
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
  for (let after = 0; after < state.head.seq && wanted.size > 0; ) {
    const entries = await storage.changeLog.read({
      workspaceId: state.workspaceId,
      after,
      limit: pageEntries,
      maxBytes: pageBytes,
    });
    if (entries.length === 0) return;
    for (const entry of entries) {
      for (const batch of decodeBody(entry).batches) {
        const key = `${batch.deviceId}/${batch.n}`;
        if (wanted.delete(key)) state.olderOutcomes.set(key, knownOutcome(batch, entry.seq));
      }
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
