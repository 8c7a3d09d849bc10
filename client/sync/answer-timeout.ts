/** The slowest link that sync still gets through, bytes a millisecond: a full push takes two minutes on it. */
const slowestBytesPerMs = 8;

/** How long to wait for an answer, ms: `patienceMs`, and what the request itself needs to travel over a slow link. */
export function answerTimeoutMs(patienceMs: number, sentBytes: number): number {
  return Math.round(patienceMs + sentBytes / slowestBytesPerMs);
}
