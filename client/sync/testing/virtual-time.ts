import type { Random, Scheduler } from '../scheduler.ts';

/** Time that stands still until a test moves it; what is due runs in order, each after all before it has settled. */
export interface VirtualTime extends Scheduler {
  /** Lets `ms` go by. Work that is not a timer (promises, IndexedDB) is always finished before time moves on. */
  advance(ms: number): Promise<void>;
  /** Resolves after `ms` of virtual time. */
  sleep(ms: number): Promise<void>;
  /** Counts work that time must wait for. */
  track<T>(work: Promise<T>): Promise<T>;
  settle(): Promise<void>;
}

/** Creates a clock that starts at `startMs`. */
export function createVirtualTime(startMs = 1_763_800_000_000): VirtualTime {
  let nowMs = startMs;
  let timers: Timer[] = [];
  let order = 0;
  let pending = 0;

  const after: Scheduler['after'] = (delayMs, run) => {
    const timer = { atMs: nowMs + Math.max(0, delayMs), order: (order += 1), run };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  const settle = async () => {
    for (let quietTurns = 0; quietTurns < 2; ) {
      await new Promise((resolve) => setImmediate(resolve));
      quietTurns = pending === 0 ? quietTurns + 1 : 0;
    }
  };
  const advance = async (ms: number) => {
    const untilMs = nowMs + ms;
    await settle();
    for (;;) {
      const next = first(timers);
      if (next === undefined || next.atMs > untilMs) break;
      timers = timers.filter((timer) => timer !== next);
      nowMs = next.atMs;
      next.run();
      await settle();
    }
    nowMs = untilMs;
  };
  return {
    now: () => nowMs,
    after,
    advance,
    settle,
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    async track(work) {
      pending += 1;
      try {
        return await work;
      } finally {
        pending -= 1;
      }
    },
  };
}

interface Timer {
  atMs: number;
  order: number;
  run: () => void;
}

function first(timers: readonly Timer[]): Timer | undefined {
  let earliest = timers[0];
  for (const timer of timers) {
    if (earliest === undefined) break;
    const isEarlier = timer.atMs - earliest.atMs || timer.order - earliest.order;
    if (isEarlier < 0) earliest = timer;
  }
  return earliest;
}

/** A random source that a seed repeats exactly (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Random bytes from a random source. */
export function randomBytesOf(random: Random): (length: number) => Uint8Array {
  return (length) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
}
