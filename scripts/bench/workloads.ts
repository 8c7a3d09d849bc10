import type { Amounts, DriveName, TargetName } from '#scripts/bench/job';

/** The workloads that the speed of TaskFlow is judged by. */
export const workloadNames = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'] as const;

/** See `workloadNames`. */
export type WorkloadName = (typeof workloadNames)[number];

/** One kind of measurement of a workload, done to each of its targets once a round. */
export interface Measurement {
  /** Unique; rows name it. */
  id: string;
  workload: WorkloadName;
  drive: DriveName;
  targets: readonly TargetName[];
  amounts: Amounts;
  /** In processes started for it: memory that earlier work left behind would hide what is measured. */
  isFresh: boolean;
}

const taskflow = ['taskflow-embedded', 'taskflow-mongo'] as const;
const withMongo = ['bare-mongo', ...taskflow] as const;
const everything = ['bare-socket-io', 'bare-ws', 'bare-mongo', ...taskflow] as const;
const none: Amounts = { tasks: 0, edits: 0, receivers: 0, writers: 0, connections: 0 };

/** All measurements of a run, in the order of a round. */
export function planMeasurements(isQuick: boolean): Measurement[] {
  const edits = isQuick ? 100 : 250;
  const fixed: Measurement[] = [
    measurement('W1', 'upload', withMongo, { tasks: 10_000 }),
    measurement('W2', 'download', withMongo, { tasks: 10_000 }),
    measurement('W3', 'edits', everything, { edits, receivers: 20 }),
    measurement('W4', 'fan-out', everything, { edits: isQuick ? 30 : 100, receivers: 200 }),
    measurement('W5', 'writers', everything, { writers: 50, edits: 40 }),
    {
      ...measurement('W6', 'idle', ['bare-socket-io', 'bare-ws', ...taskflow], {
        connections: 1_000,
      }),
      isFresh: true,
    },
    measurement('W7', 'offline-edits', taskflow, { tasks: 1_000 }),
  ];
  const sizes = workspaceSizes(isQuick);
  return [
    ...fixed,
    ...sizes.map((tasks) => sized('edits', tasks, { edits, receivers: 20 })),
    ...sizes.map((tasks) => sized('download', tasks, {})),
  ];
}

/** The sizes of W8, in tasks, smallest first. */
export function workspaceSizes(isQuick: boolean): readonly number[] {
  return isQuick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
}

/** The id of a W8 measurement. */
export function sizedId(drive: DriveName, tasks: number): string {
  return `W8 ${drive} ${tasks}`;
}

function sized(drive: DriveName, tasks: number, amounts: Partial<Amounts>): Measurement {
  const { id: _unsized, ...rest } = measurement('W8', drive, taskflow, { ...amounts, tasks });
  return { ...rest, id: sizedId(drive, tasks) };
}

function measurement(
  workload: WorkloadName,
  drive: DriveName,
  targets: readonly TargetName[],
  amounts: Partial<Amounts>,
): Measurement {
  return {
    id: workload,
    workload,
    drive,
    targets,
    amounts: { ...none, ...amounts },
    isFresh: false,
  };
}
