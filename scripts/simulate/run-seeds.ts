import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import { checkHistory } from './check-history.ts';
import { drawSchedule, type Schedule } from './schedule.ts';
import { runSchedule } from './world.ts';

/** What many runs came to. */
export interface RunsReport {
  passed: number;
  failures: { seed: number; problems: readonly string[] }[];
  /** How often things really happened, by name. */
  counts: Record<string, number>;
}

const reportSchema = z.object({
  passed: z.int(),
  failures: z.array(z.object({ seed: z.int(), problems: z.array(z.string()) })),
  counts: z.record(z.string(), z.int()),
});

/** Runs seeds one after another. */
export async function runSeeds(seeds: readonly number[]): Promise<RunsReport> {
  const report: RunsReport = { passed: 0, failures: [], counts: {} };
  for (const seed of seeds) {
    const { problems, counts } = await judgeSchedule(drawSchedule(seed));
    if (problems.length === 0) report.passed += 1;
    else report.failures.push({ seed, problems });
    addCounts(report.counts, counts);
  }
  return report;
}

/** What one schedule came to; a run that throws has failed by a rule of its own, and its seed is kept. */
export async function judgeSchedule(
  schedule: Schedule,
): Promise<{ problems: readonly string[]; counts: Readonly<Record<string, number>> }> {
  try {
    const { history } = await runSchedule(schedule);
    return { problems: checkHistory(history), counts: Object.fromEntries(history.counts) };
  } catch (error) {
    return { problems: [thrownProblem(schedule.seed, error)], counts: {} };
  }
}

/** The problem of a run that threw, in the form of `checkHistory`. */
export function thrownProblem(seed: number, error: unknown): string {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `the run itself: seed ${seed} threw: ${why}`;
}

/** Shares the seeds among processes, since a run keeps one core busy. */
export async function runSeedsInProcesses(
  seeds: readonly number[],
  processes: number,
): Promise<RunsReport> {
  const shares = Array.from({ length: processes }, (_, share) =>
    seeds.filter((_seed, index) => index % processes === share),
  );
  const reports = await Promise.all(shares.map(runInProcess));
  const counts: Record<string, number> = {};
  for (const report of reports) addCounts(counts, report.counts);
  return {
    passed: reports.reduce((sum, { passed }) => sum + passed, 0),
    failures: reports.flatMap(({ failures }) => failures).toSorted((a, b) => a.seed - b.seed),
    counts,
  };
}

function runInProcess(seeds: readonly number[]): Promise<RunsReport> {
  return new Promise((resolve, reject) => {
    const path = fileURLToPath(new URL('simulate-worker.ts', import.meta.url));
    // A run leaves much behind that is soon forgotten: more room for it saves a tenth of the time.
    const execArgv = [...process.execArgv, '--max-semi-space-size=64'];
    const worker = fork(path, [], { execArgv });
    worker.on('message', (message) => {
      const report = parse(reportSchema, message);
      if (report.ok) resolve(report.value);
      else reject(new Error('a worker sent no report'));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
    worker.send(seeds);
  });
}

function addCounts(sum: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
}
