import type { TargetName } from '#scripts/bench/job';
import { sizedId, workspaceSizes } from '#scripts/bench/workloads';

/** What a value must be: `value` itself, and `ratio` to the floor or to the smallest size. */
export type Goal = (of: { value: number; ratio: number; floor: number }) => boolean;

/** What a value is compared with: a measurement and a target. */
export interface Comparison {
  id: string;
  target: TargetName;
}

/** One line of the table. */
export interface Row {
  id: string;
  label: string;
  measure: string;
  unit: 'tasks/s' | 'writes/s' | 'ms' | 'KiB' | 'edits';
  /** Floors shown, the one that the embedded database is compared with first. */
  floors: readonly TargetName[];
  embedded: { against?: Comparison; goal?: Goal };
  mongo: { against?: Comparison; goal?: Goal };
  /** The goal in words. */
  goal: string;
}

const ratioAtLeast =
  (least: number): Goal =>
  ({ ratio }) =>
    ratio >= least;
const ratioAtMost =
  (most: number): Goal =>
  ({ ratio }) =>
    ratio <= most;
const valueAtMost =
  (most: number): Goal =>
  ({ value }) =>
    value <= most;
const fewKiBMore =
  (more: number): Goal =>
  ({ value, floor }) =>
    value <= floor + more * 1024;

/** Every line of the table with its goal; the goals are decided in the design and only restated here. */
export function planRows(isQuick: boolean): Row[] {
  return [...bulkRows, ...liveRows, ...idleRows, ...sizeRows(isQuick)];
}

const bulkRows: readonly Row[] = [
  compared('W1', 'one client uploads 10,000 tasks', 'perSecond', {
    unit: 'tasks/s',
    floors: ['bare-mongo'],
    goals: [ratioAtLeast(0.6), ratioAtLeast(0.6)],
    goal: '≥ 0.6 × insertMany',
  }),
  compared('W2', 'a fresh client pulls 10,000 tasks', 'perSecond', {
    unit: 'tasks/s',
    floors: ['bare-mongo'],
    goals: [ratioAtLeast(1.5), ratioAtLeast(1.5)],
    goal: '≥ 1.5 × find + send',
  }),
];

const liveFloors: readonly TargetName[] = ['bare-socket-io', 'bare-ws', 'bare-mongo'];

const liveRows: readonly Row[] = [
  compared('W3', 'an edit every 20 ms to 20 receivers, p50', 'p50Ms', {
    unit: 'ms',
    floors: liveFloors,
    goals: [ratioAtMost(1.45), ratioAtMost(1)],
    goal: '≤ 1.45 × Socket.IO; MongoDB ≤ insert + broadcast',
  }),
  compared('W3', 'the same, p99', 'p99Ms', {
    unit: 'ms',
    floors: liveFloors,
    goals: [ratioAtMost(1.6), ratioAtMost(1)],
    goal: '≤ 1.6 × Socket.IO; MongoDB ≤ insert + broadcast',
  }),
  compared('W4', 'one edit until the last of 200 receivers has it', 'p50Ms', {
    unit: 'ms',
    floors: liveFloors,
    goals: [ratioAtMost(1.4), ratioAtMost(1.4)],
    goal: '≤ 1.4 × floor',
  }),
  compared('W5', '50 clients × 40 single writes', 'perSecond', {
    unit: 'writes/s',
    floors: liveFloors,
    goals: [ratioAtLeast(0.6), ratioAtLeast(2)],
    goal: '≥ 0.6 × Socket.IO echo; MongoDB ≥ 2 × single inserts',
  }),
  compared('W5', 'the same, p99 of an acknowledgement', 'p99Ms', {
    unit: 'ms',
    floors: liveFloors,
    goals: [valueAtMost(40), undefined],
    goal: 'embedded ≤ 40 ms',
  }),
];

const idleRows: readonly Row[] = [
  {
    id: 'W6',
    label: 'an idle connection',
    measure: 'bytesPerConnection',
    unit: 'KiB',
    floors: ['bare-socket-io', 'bare-ws'],
    embedded: { against: { id: 'W6', target: 'bare-socket-io' }, goal: fewKiBMore(3) },
    mongo: { against: { id: 'W6', target: 'bare-socket-io' }, goal: fewKiBMore(3) },
    goal: '≤ Socket.IO + 3 KiB',
  },
  alone('W7', 'two devices, 1,000 offline edits each on the same tasks', {
    measure: 'tookMs',
    unit: 'ms',
    most: 250,
  }),
  alone('W7', 'the same, edits lost', { measure: 'lost', unit: 'edits', most: 0 }),
];

function sizeRows(isQuick: boolean): Row[] {
  const [smallest = 0, ...larger] = workspaceSizes(isQuick);
  const edits = larger.map((tasks) =>
    bySize(tasks, smallest, {
      drive: 'edits',
      label: `an edit in a workspace of ${tasks.toLocaleString('en')} tasks, p50`,
      measure: 'p50Ms',
      unit: 'ms',
      goal: ratioAtMost(1.2),
      words: `≤ 1.2 × that of ${smallest.toLocaleString('en')} tasks`,
    }),
  );
  const pulls = larger.map((tasks) =>
    bySize(tasks, smallest, {
      drive: 'download',
      label: `a fresh client pulls ${tasks.toLocaleString('en')} tasks`,
      measure: 'perSecond',
      unit: 'tasks/s',
      goal: ratioAtLeast(1 / 1.2),
      words: `linear: ≥ 0.83 × that of ${smallest.toLocaleString('en')} tasks`,
    }),
  );
  return [...edits, ...pulls];
}

function bySize(
  tasks: number,
  smallest: number,
  of: Pick<Row, 'label' | 'measure' | 'unit'> & {
    drive: 'edits' | 'download';
    goal: Goal;
    words: string;
  },
): Row {
  const id = sizedId(of.drive, smallest);
  return {
    ...of,
    id: sizedId(of.drive, tasks),
    floors: [],
    embedded: { against: { id, target: 'taskflow-embedded' }, goal: of.goal },
    mongo: { against: { id, target: 'taskflow-mongo' }, goal: of.goal },
    goal: of.words,
  };
}

/** A row compared with floors: the embedded database with the first one, MongoDB with bare MongoDB. */
function compared(
  id: string,
  label: string,
  measure: string,
  of: Pick<Row, 'unit' | 'floors' | 'goal'> & {
    goals: readonly [Goal | undefined, Goal | undefined];
  },
): Row {
  const { goals, ...rest } = of;
  const [embedded, mongo] = goals;
  return {
    ...rest,
    id,
    label,
    measure,
    embedded: {
      against: { id, target: rest.floors[0] ?? 'bare-mongo' },
      ...(embedded ? { goal: embedded } : {}),
    },
    mongo: { against: { id, target: 'bare-mongo' }, ...(mongo ? { goal: mongo } : {}) },
  };
}

/** A row that has no floor: nothing bare does what it measures. */
function alone(
  id: string,
  label: string,
  { most, ...of }: Pick<Row, 'measure' | 'unit'> & { most: number },
): Row {
  const goal = valueAtMost(most);
  return {
    ...of,
    id,
    label,
    floors: [],
    embedded: { goal },
    mongo: { goal },
    goal: `≤ ${most} ${of.unit}`,
  };
}
