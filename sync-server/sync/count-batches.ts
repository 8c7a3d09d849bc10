import { readStamp } from '#shared/stamp';
import { type CounterState, countBatch, markCarriedFrom } from './device-counter.ts';
import type { LoggedBatch } from './log-entry.ts';

/** The devices whose counters a batch changes: the one that offered it, and the one that stamped it. */
export function devicesOf({ deviceId, stamp }: Pick<LoggedBatch, 'deviceId' | 'stamp'>): string[] {
  const { deviceId: author } = readStamp(stamp);
  return author === deviceId ? [deviceId] : [deviceId, author];
}

/** Counts one batch of entry `seq`; returns the counters that it changed. */
export function countLogged(
  counterOf: (deviceId: string) => CounterState | undefined,
  of: { batch: LoggedBatch; seq: number; firstN: number },
): CounterState[] {
  const { batch, seq } = of;
  const [deviceId = '', author] = devicesOf(batch);
  const counter = counterOf(deviceId);
  // Counters that were read may be ahead of the entries being gone through.
  const counted = counter !== undefined && counter.n >= batch.n ? [] : [countBatch(counter, of)];
  const stamped = author === undefined ? undefined : counterOf(author);
  if (author === undefined || stamped?.isCarriedFrom === true) return counted;
  return [...counted, markCarriedFrom(stamped, { deviceId: author, userId: batch.userId, seq })];
}

/** Counts the batches of one entry into `counters`; returns those it changed. */
export function countAll(
  counters: Map<string, CounterState>,
  batches: readonly LoggedBatch[],
  seq: number,
): CounterState[] {
  const firstNs = new Map<string, number>();
  const changed = new Map<string, CounterState>();
  for (const batch of batches) {
    const firstN = firstNs.get(batch.deviceId) ?? batch.n;
    firstNs.set(batch.deviceId, firstN);
    for (const counter of countLogged((id) => counters.get(id), { batch, seq, firstN })) {
      counters.set(counter.deviceId, counter);
      changed.set(counter.deviceId, counter);
    }
  }
  return [...changed.values()];
}
