import type { StoredMeta } from './local-tables.ts';

/** One measurement of how far the server's clock is ahead of this device's. */
export interface OffsetSample {
  offsetMs: number;
  roundTripMs: number;
}

/**
 * Meta after a measurement (R6): the smallest round trip wins, and a clock that ran ahead starts again from corrected
 * time. A sample that contradicts the kept one means that the device's clock was set, and takes its place.
 * `clockMs` is the uncorrected time. Returns the same object when the kept sample stands.
 */
export function withOffset(meta: StoredMeta, sample: OffsetSample, clockMs: number): StoredMeta {
  const kept = meta.offsetRoundTripMs;
  const isBetter = kept === undefined || sample.roundTripMs < kept;
  if (!isBetter && !contradicts(sample, { offsetMs: meta.offsetMs, roundTripMs: kept })) {
    return meta;
  }
  const correctedMs = Math.floor(clockMs + sample.offsetMs);
  const clock = meta.clock.ms > correctedMs ? { ms: correctedMs, counter: 0 } : meta.clock;
  return { ...meta, clock, offsetMs: sample.offsetMs, offsetRoundTripMs: sample.roundTripMs };
}

/** The true offset lies within half a round trip of each sample; where these do not meet, one is of another clock. */
function contradicts(a: OffsetSample, b: OffsetSample): boolean {
  return Math.abs(a.offsetMs - b.offsetMs) > (a.roundTripMs + b.roundTripMs) / 2;
}
