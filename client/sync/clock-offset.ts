/** One look at the server's clock: server time less the device's, and how long the round trip took (ms). */
export interface ClockSample {
  offsetMs: number;
  roundTripMs: number;
}

/** What is known so far; `roundTripMs` is undefined before the first sample. */
export interface KnownOffset {
  offsetMs: number;
  roundTripMs: number | undefined;
}

/**
 * The offset that an answer shows, taking the server's time as read halfway (R6). Undefined when the device's clock
 * was set back meanwhile: such a sample says nothing.
 */
export function clockSample({
  sentMs,
  receivedMs,
  serverMs,
}: {
  sentMs: number;
  receivedMs: number;
  serverMs: number;
}): ClockSample | undefined {
  const roundTripMs = receivedMs - sentMs;
  if (roundTripMs < 0 || !Number.isFinite(serverMs)) return undefined;
  return { offsetMs: Math.round(serverMs - (sentMs + roundTripMs / 2)), roundTripMs };
}

/**
 * Whether a sample should replace what is known (R6): a smaller round trip is nearer the truth, and two samples
 * that cannot both be true (each is right to half its round trip) mean that the device's clock was changed.
 */
export function isBetterSample(sample: ClockSample, known: KnownOffset): boolean {
  if (known.roundTripMs === undefined) return true;
  if (sample.roundTripMs < known.roundTripMs) return true;
  const toleranceMs = (sample.roundTripMs + known.roundTripMs) / 2 + 1;
  return Math.abs(sample.offsetMs - known.offsetMs) > toleranceMs;
}
