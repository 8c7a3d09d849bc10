import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { checkHistory } from './check-history.ts';
import { judgeSchedule, runSeedsInProcesses, type RunsReport, thrownProblem } from './run-seeds.ts';
import { describeSchedule, drawSchedule, type Schedule } from './schedule.ts';
import { breaksSameRule, shrinkSchedule } from './shrink.ts';
import { runSchedule } from './world.ts';

/** What must really have happened in a large run, or it proves nothing. */
const mustHappen = [
  'append.taken',
  'append.unknown',
  'event.gap',
  'event.behind',
  'fork',
  'net.doubled',
  'problem.checkpoint_expired',
  'problem.epoch_changed',
  'membership ended',
  'rebuild.epoch_changed',
  'redis.silent',
  'disk full',
  'updated',
  'edit energy',
  'evicted',
  'killed after writing',
  'killed before writing',
  'purge.heard',
  'tombstones dropped',
  'conflict kept',
  'completed apart',
  'created again',
  'fault profile copied',
  'fault new profile copied, then restored',
  'edit undo',
  'fault device clock',
  'fault server clock',
  'fault leader frozen',
  'fault leader killed',
  'fault replica crash',
  'storage.failed',
] as const;
const largeRun = 300;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean' },
  },
});
process.exitCode = await main();

/** Resolves to the exit code; 2: what was asked for makes no sense. */
async function main(): Promise<number> {
  const asked = { seeds: values.seeds ?? String(largeRun), from: values.from, seed: values.seed };
  for (const [name, text] of Object.entries(asked)) {
    const least = name === 'seeds' ? 1 : 0;
    if (text === undefined || isWholeNumber(text, least)) continue;
    print(`--${name} is a whole number of at least ${least}, not "${text}".`);
    return 2;
  }
  return values.seed === undefined
    ? runMany(Number(asked.seeds), Number(values.from))
    : runOne(Number(values.seed));
}

function isWholeNumber(text: string, least: number): boolean {
  return /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) && Number(text) >= least;
}

async function runMany(count: number, from: number): Promise<number> {
  const seeds = Array.from({ length: count }, (_, index) => index + from);
  const report = await runSeedsInProcesses(seeds, Math.min(2, availableParallelism()));
  for (const [name, times] of Object.entries(report.counts).toSorted(byName)) {
    print(`${String(times).padStart(8)}  ${name}`);
  }
  for (const { seed, problems } of report.failures) {
    print(`\nseed ${seed}: ${problems.slice(0, 5).join('\n  ')}`);
  }
  const [first] = report.failures;
  if (first !== undefined) await explain(drawSchedule(first.seed));
  const missing = count < largeRun ? [] : neverHappened(report);
  for (const name of missing) print(`It never happened: ${name}`);
  const failed = report.failures.length + missing.length;
  print(`${report.passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runOne(seed: number): Promise<number> {
  const schedule = drawSchedule(seed);
  const ran = await runSchedule(schedule, { keepsTrace: values.trace ?? false }).catch(
    (error: unknown) => thrownProblem(seed, error),
  );
  if (typeof ran === 'string') {
    print(ran);
    await explain(schedule);
    return 1;
  }
  const { history, traceHash, trace } = ran;
  for (const line of trace) print(line);
  const problems = checkHistory(history);
  for (const problem of problems) print(problem);
  if (problems.length > 0) await explain(schedule);
  print(`${problems.length === 0 ? 'passed' : 'failed'}, trace ${traceHash}`);
  return problems.length === 0 ? 0 : 1;
}

/** Prints what is left of a failing schedule when everything that does not matter is gone. */
async function explain(schedule: Schedule): Promise<void> {
  const problemsOf = async (candidate: Schedule) => (await judgeSchedule(candidate)).problems;
  const whole = await problemsOf(schedule);
  const shrunk = await shrinkSchedule(schedule, async (one) =>
    breaksSameRule(whole, await problemsOf(one)),
  );
  print(`\nShrunk schedule of seed ${schedule.seed}:\n${describeSchedule(shrunk)}`);
  for (const problem of (await problemsOf(shrunk)).slice(0, 5)) print(`  ${problem}`);
}

function neverHappened(report: RunsReport): string[] {
  return mustHappen.filter((name) => report.counts[name] === undefined);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function byName([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1;
}
