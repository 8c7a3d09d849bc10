import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type BenchOptions, readBenchOptions, usage } from '#scripts/bench/bench-options';
import type { TargetName } from '#scripts/bench/job';
import { createMeasured, type Measured } from '#scripts/bench/measured';
import { describeRun, writeMeasuredSection } from '#scripts/bench/performance-page';
import { renderTable } from '#scripts/bench/render-table';
import { planRows } from '#scripts/bench/rows';
import { runJob } from '#scripts/bench/run-job';
import { type RunningTarget, startTarget } from '#scripts/bench/start-target';
import { summariseProfile } from '#scripts/bench/summarise-profile';
import { type Measurement, planMeasurements, workloadNames } from '#scripts/bench/workloads';
import { startMongoReplicaSet } from '#scripts/mongo-replica-set';
import { findMongod } from '#scripts/mongod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const options = readBenchOptions(process.argv.slice(2));
if (options === 'help') console.log(usage);
else await bench(options);

/** Measures every target of every workload once a round, one after the other, so that noise meets all of them alike. */
async function bench(options: BenchOptions): Promise<void> {
  const startedAt = new Date();
  const loadAtStart = loadavg()[0] ?? 0;
  execFileSync('npm', ['run', '--silent', 'build:server'], { cwd: root, stdio: 'inherit' });
  const mongo = await startMongoReplicaSet();
  const measured = createMeasured();
  try {
    await measure(options, mongo.url, measured);
  } finally {
    await mongo.stop();
  }
  if (options.isProfiled) return;
  const table = renderTable(planRows(options.isQuick), measured);
  const description = describeRun({
    ...options,
    startedAt,
    loadAtStart,
    mongodPath: await findMongod(),
  });
  console.log(`\n${description}\n\n${table}`);
  const isComplete = options.only === workloadNames && options.databases.length === 2;
  if (isComplete) writeMeasuredSection(`${root}/docs/performance.md`, `${description}\n\n${table}`);
}

async function measure(options: BenchOptions, mongoUrl: string, measured: Measured): Promise<void> {
  const plan = planMeasurements(options.isQuick)
    .filter(({ workload }) => options.only.includes(workload))
    .map((measurement) => ({ ...measurement, targets: targetsOf(measurement, options) }));
  const kept = new Map<TargetName, RunningTarget>();
  try {
    for (let round = 1; round <= options.rounds; round += 1) {
      for (const measurement of plan) {
        for (const name of measurement.targets) {
          const running = measurement.isFresh ? undefined : await keptTarget(kept, name, mongoUrl);
          const measures = await measureOnce(
            measurement,
            running ?? (await startTarget(name, mongoUrl)),
            options,
          );
          measured.add(measurement.id, name, measures);
          console.log(`${round}/${options.rounds} ${measurement.id} ${name}`, measures);
        }
      }
    }
  } finally {
    for (const running of kept.values()) await running.stop();
  }
}

/** Only TaskFlow is profiled: nobody wants to make the floors faster. */
function targetsOf(measurement: Measurement, options: BenchOptions): TargetName[] {
  return measurement.targets.filter((name) => {
    if (!name.startsWith('taskflow')) return !options.isProfiled;
    return options.databases.some((database) => name === `taskflow-${database}`);
  });
}

async function keptTarget(
  kept: Map<TargetName, RunningTarget>,
  name: TargetName,
  mongoUrl: string,
): Promise<RunningTarget> {
  const running = kept.get(name) ?? (await startTarget(name, mongoUrl));
  kept.set(name, running);
  return running;
}

async function measureOnce(
  measurement: Measurement,
  running: RunningTarget,
  { isProfiled }: BenchOptions,
) {
  const title = `${measurement.id} on ${running.target.name}`;
  const onProfile = (profile: unknown) => {
    console.log(`\n${title}\n${summariseProfile(profile as never)}\n`);
  };
  try {
    return await runJob({
      drive: measurement.drive,
      amounts: measurement.amounts,
      running,
      onProfile: isProfiled ? onProfile : undefined,
    });
  } finally {
    if (measurement.isFresh) await running.stop();
  }
}
