import type { Random } from './scheduler.ts';

const firstCapMs = 500;
const lastCapMs = 30_000;
/** A Retry-After beyond this is a broken proxy, not a plan: the device asks again all the same. */
const longestAskedWaitMs = 5 * 60_000;

/**
 * How long to wait before the next attempt, ms: full jitter under a cap that doubles from 0.5 s to 30 s, so that
 * devices cut off together do not come back together. Never sooner than the server asked (`retryAfterMs`).
 * `attempt` counts the failures in a row, from 1.
 */
export function retryDelayMs({
  attempt,
  random,
  retryAfterMs = 0,
}: {
  attempt: number;
  random: Random;
  retryAfterMs?: number | undefined;
}): number {
  const capMs = Math.min(lastCapMs, firstCapMs * 2 ** Math.min(attempt - 1, 16));
  const jitteredMs = Math.round(random() * capMs);
  const askedMs = Math.min(Math.max(0, retryAfterMs), longestAskedWaitMs);
  return askedMs + jitteredMs;
}
