import { type CounterState, countBatch } from './device-counter.ts';
import type { LoggedBatch } from './log-entry.ts';

/** Counts the batches of one entry into `counters`; returns those it changed. */
export function countAll(
  counters: Map<string, CounterState>,
  batches: readonly LoggedBatch[],
  seq: number,
): CounterState[] {
  const firstNs = new Map<string, number>();
  const changed = new Map<string, CounterState>();
  for (const batch of batches) {
    const { deviceId } = batch;
    const counter = counters.get(deviceId);
    // Counters that were read may be ahead of the entries being gone through.
    if (counter !== undefined && counter.n >= batch.n) continue;
    const firstN = firstNs.get(deviceId) ?? batch.n;
    firstNs.set(deviceId, firstN);
    const next = countBatch(counter, { batch, seq, firstN });
    counters.set(deviceId, next);
    changed.set(deviceId, next);
  }
  return [...changed.values()];
}
