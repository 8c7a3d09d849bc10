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

/** What is left of a wait once the server is known to be there: short, but no hot loop where only one way to it is broken. */
const heardWaitMs = 2_000;

/** When to try again after the server was heard of on another way, ms since 1970; never later than planned. */
export function retryAtOnceHeardMs(of: {
  nowMs: number;
  random: Random;
  plannedMs: number;
}): number {
  return Math.min(of.plannedMs, of.nowMs + heardWaitMs * (0.5 + of.random() / 2));
}
