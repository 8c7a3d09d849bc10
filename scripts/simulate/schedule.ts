import { createSeededRandom, pickFrom, type SeededRandom } from '#scripts/seeded-random';

/** Faults that come at a moment. Seeds draw from this list by place, so that a new one goes to its end. */
export const suddenFaults = [
  'offline',
  'socket cut',
  'replica crash',
  'leader killed',
  'leader frozen',
  'device clock',
  'server clock',
  'redis silent',
  'disk full',
  'slept past a purge',
  'purged',
  'tab killed writing',
  'device updated',
  'completed apart',
  'taken back',
] as const;

/** Faults of which a run has at most one, and only one kind. */
export const rareFaults = [
  'restore',
  'profile copied',
  'membership ended',
  'storage evicted',
  'copied, then restored',
  'restored twice',
  'new profile copied, then restored',
] as const;

/** How many faults of each list there were when a seed first failed: by that it still draws the same schedule. */
export interface FaultsKnown {
  sudden: number;
  rare: number;
}

/** The lists as they began. */
export const firstFaults: FaultsKnown = { sudden: 10, rare: 3 };
const allFaults: FaultsKnown = { sudden: suddenFaults.length, rare: rareFaults.length };

/** A fault by its name. */
export type Fault = (typeof suddenFaults)[number] | (typeof rareFaults)[number];

/** One thing that happens: who does it and how follows from its own `seed`, so that leaving out others changes nothing of it. */
export interface Step {
  afterMs: number;
  what: 'edit' | Fault;
  seed: number;
}

/** Everything a run is made from. */
export interface Schedule {
  seed: number;
  devices: number;
  replicas: number;
  tabsPerDevice: number;
  /** Documents a page of a pull has. */
  pageLimit: number;
  isNetworkBad: boolean;
  isStorageBad: boolean;
  /** The servers and some devices run the next build, the other devices the one before. */
  isMixed: boolean;
  steps: readonly Step[];
}

const mostSteps = 26;

/** Draws a schedule. Each has some kinds of faults, not all, so that each kind is also seen among few others. */
export function drawSchedule(seed: number, known = allFaults): Schedule {
  const random = createSeededRandom(seed * 2_654_435_761);
  const kinds = suddenFaults.slice(0, known.sudden).filter(() => random() < 0.45);
  const rareKinds = rareFaults.slice(0, known.rare);
  const rare = random() < 0.5 ? pickFrom(random, rareKinds) : undefined;
  const devices = 2 + Math.floor(random() * 2);
  const count = 10 + Math.floor(random() * (mostSteps - 10));
  const steps = Array.from({ length: count }, (_, index): Step => {
    const isRareTurn = rare !== undefined && index === Math.floor(count * 0.6);
    const what = isRareTurn ? rare : drawStep(random, kinds);
    const afterMs = Math.floor(random() ** 2 * 3_000);
    return { afterMs, what, seed: Math.floor(random() * 2 ** 31) };
  });
  return {
    seed,
    devices,
    replicas: 1 + Math.floor(random() * 3),
    tabsPerDevice: random() < 0.5 ? 1 : 2,
    pageLimit: random() < 0.5 ? 3 : 50,
    isNetworkBad: random() < 0.6,
    isStorageBad: random() < 0.5,
    isMixed: known !== firstFaults && random() < 0.3,
    steps,
  };
}

/** The schedule as one line, to be read by people. */
export function describeSchedule(schedule: Schedule): string {
  const { steps, ...settings } = schedule;
  const lines = steps.map((step) => `  +${step.afterMs} ms ${step.what} (${step.seed})`);
  return [JSON.stringify(settings), ...lines].join('\n');
}

function drawStep(random: SeededRandom, kinds: readonly Fault[]): Step['what'] {
  return kinds.length > 0 && random() < 0.3 ? pickFrom(random, kinds) : 'edit';
}
