import { pickFrom, type SeededRandom } from '#scripts/seeded-random';
import type { LinkWeather } from './link-weather.ts';

/** What can happen to the servers of a run and to everything between them. Numbers are those of the list of faults. */
export type MongoFault =
  /** F1, F3: the primary dies, or is frozen. */
  | { name: 'primary killed' | 'primary frozen'; forMs: number }
  /** F2: every process at once, as by a power cut. */
  | { name: 'everything killed'; forMs: number }
  /** F4 */
  | { name: 'primary steps down' }
  /** F5, F6: the primary is cut from the other members, both ways or one, while servers still reach it. */
  | { name: 'primary cut off'; way: 'both' | 'in' | 'out'; forMs: number }
  /** F7: answers of the database get lost, again and again. */
  | { name: 'answers lost'; server: number; times: number }
  /** F8: all ways to the database are slow. */
  | { name: 'slow database'; forMs: number }
  /** F12 */
  | { name: 'redis killed' | 'redis frozen'; forMs: number }
  /** F14: a server is cut from the others. */
  | { name: 'server cut from redis'; server: number; forMs: number }
  /** F15, F16: a server dies in the middle of a push, or ends in order. */
  | { name: 'server killed' | 'server stopped' | 'server frozen'; server: number; forMs: number }
  /** F17: all connections break at once. */
  | { name: 'all connections reset' }
  /** F18, F19, F20: what goes wrong between clients and one server. */
  | { name: 'bad link'; kind: BadLink; server: number; forMs: number }
  /** F19: somebody joins and reads nothing while more than a megabyte is written. */
  | { name: 'slow reader'; server: number }
  /** F34: checkpoints expire while some device sleeps. */
  | { name: 'slept past a purge'; device: number };

/** How a link between clients and a server goes bad. */
export type BadLink = 'half-open' | 'stalled' | 'doubled and reordered' | 'torn and slow' | 'cut';

/** The weather of each. */
export const badWeathers: Readonly<Record<BadLink, Partial<LinkWeather>>> = {
  'half-open': { up: 'drop', down: 'drop' },
  stalled: { down: 'stall' },
  'doubled and reordered': { doubleShare: 0.2, reorderShare: 0.2, jitterMs: 20 },
  'torn and slow': { sliceBytes: 700, latencyMs: 60, jitterMs: 40, bytesPerSecond: 300_000 },
  cut: { cutAfterDownBytes: 1_500 },
};

/**
 * Longer than the 10 s after which a device gives up on an answer, so that whoever pushes notices. A missed ping takes
 * 40 s, of which a round has no room.
 */
const halfOpenMs = { least: 12_000, most: 16_000 };

/** One round: each kind once, its length and its victim drawn. */
export function mongoRound(random: SeededRandom): MongoFault[] {
  const ms = (least: number, most: number) => Math.round(least + random() * (most - least));
  const server = () => Math.floor(random() * 1_000);
  const badLink = (kind: BadLink, forMs: number): MongoFault => {
    return { name: 'bad link', kind, server: server(), forMs };
  };
  return [
    { name: 'primary killed', forMs: ms(1_000, 4_000) },
    { name: 'primary frozen', forMs: ms(3_000, 6_000) },
    { name: 'everything killed', forMs: ms(200, 1_500) },
    { name: 'primary steps down' },
    { name: 'primary cut off', way: 'both', forMs: ms(4_000, 8_000) },
    {
      name: 'primary cut off',
      way: pickFrom(random, ['in', 'out'] as const),
      forMs: ms(4_000, 8_000),
    },
    { name: 'answers lost', server: server(), times: 10 },
    { name: 'slow database', forMs: ms(3_000, 6_000) },
    { name: 'redis killed', forMs: ms(500, 3_000) },
    { name: 'redis frozen', forMs: ms(1_000, 4_000) },
    { name: 'server cut from redis', server: server(), forMs: ms(3_000, 6_000) },
    { name: 'server killed', server: server(), forMs: ms(100, 3_000) },
    { name: 'server killed', server: server(), forMs: ms(100, 3_000) },
    { name: 'server stopped', server: server(), forMs: ms(100, 1_000) },
    { name: 'server frozen', server: server(), forMs: ms(1_000, 5_000) },
    { name: 'all connections reset' },
    badLink('half-open', ms(halfOpenMs.least, halfOpenMs.most)),
    badLink('stalled', ms(2_000, 6_000)),
    badLink('doubled and reordered', ms(4_000, 8_000)),
    badLink('torn and slow', ms(3_000, 6_000)),
    badLink('cut', ms(2_000, 4_000)),
    { name: 'slow reader', server: server() },
    { name: 'slept past a purge', device: server() },
  ];
}
