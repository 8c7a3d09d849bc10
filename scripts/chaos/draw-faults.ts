import { createSeededRandom, type SeededRandom } from '#scripts/seeded-random';
import type { ClientFault } from './cast.ts';

/** A fault and how long to wait before it strikes. */
export interface DueFault<T> {
  afterMs: number;
  fault: T;
}

/**
 * Draws faults for ever, the same for the same seed. Each round brings every kind once or more, shuffled, so that a
 * short run sees them all.
 */
export function* drawFaults<T>(of: {
  seed: number;
  betweenMs: readonly [number, number];
  round: (random: SeededRandom) => T[];
}): Generator<DueFault<T>, never> {
  const random = createSeededRandom(of.seed);
  const [minMs, maxMs] = of.betweenMs;
  for (;;) {
    for (const fault of shuffle(random, of.round(random))) {
      yield { afterMs: minMs + random() * (maxMs - minMs), fault };
    }
  }
}

/** One round of what happens to clients in every run. */
export function clientRound(random: SeededRandom): ClientFault[] {
  const device = () => Math.floor(random() * 1_000);
  return [
    { name: 'device offline', device: device(), forMs: 4_000 + random() * 26_000 },
    { name: 'device offline', device: device(), forMs: 500 + random() * 4_000 },
    { name: 'all offline', forMs: 500 + random() * 4_000 },
    ...Array.from({ length: 4 }, (): ClientFault => ({ name: 'tab killed', device: device() })),
    { name: 'profile copied', device: device() },
  ];
}

function shuffle<T>(random: SeededRandom, list: readonly T[]): T[] {
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
