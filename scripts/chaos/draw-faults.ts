import { setTimeout as pause } from 'node:timers/promises';
import { createSeededRandom, type SeededRandom } from '#scripts/seeded-random';

/** A fault and how long to wait before it strikes. */
export interface DueFault<T> {
  afterMs: number;
  fault: T;
}

/**
 * Draws faults for ever, the same for the same seed. Each round brings every kind once or more, shuffled, so that a
 * short run sees them all.
 */
export function* drawFaults<T extends { name: string }>(of: {
  seed: number;
  betweenMs: readonly [number, number];
  round: (random: SeededRandom) => T[];
  /** Words in the names of those that are wanted; left out: all. */
  only?: string;
}): Generator<DueFault<T>, never> {
  const random = createSeededRandom(of.seed);
  const [minMs, maxMs] = of.betweenMs;
  const { only = '' } = of;
  for (;;) {
    const wanted = of.round(random).filter(({ name }) => name.includes(only));
    if (wanted.length === 0) throw new Error(`no fault is called ${only}`);
    for (const fault of shuffle(random, wanted)) {
      yield { afterMs: minMs + random() * (maxMs - minMs), fault };
    }
  }
}

/** The names of the faults of one round, as `only` leaves them. */
export function namesInRound<T extends { name: string }>(
  round: (random: SeededRandom) => T[],
  only: string,
): string[] {
  const names = round(createSeededRandom(1)).map(({ name }) => name);
  return names.filter((name) => name.includes(only));
}

/** Lets one fault after the other strike until the time is over; the last one is waited for. */
export async function strikeUntil<T>(
  endMs: number,
  faults: Iterator<DueFault<T>, never>,
  strike: (fault: T) => Promise<void>,
): Promise<void> {
  for (;;) {
    const { afterMs, fault } = faults.next().value;
    if (Date.now() + afterMs > endMs) return;
    await pause(afterMs);
    await strike(fault);
  }
}

function shuffle<T>(random: SeededRandom, list: readonly T[]): T[] {
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
