import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuilt } from '../build.mjs';
import { keepEvidence, tableOfCounts, tableOfResumptions } from './chaos-history.ts';
import { type ChaosRecord, openChaosRecord } from './chaos-record.ts';
import type { ChaosRunner } from './chaos-run.ts';
import type { RuleVerdict } from './check-run.ts';
import { createCleanUps } from './clean-ups.ts';
import { runEmbedded } from './embedded-run.ts';
import { runMongo } from './mongo-run.ts';

/** Which databases a run can be made with. */
const runs: Readonly<Record<string, ChaosRunner>> = {
  embedded: runEmbedded,
  mongo: runMongo,
};

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'embedded' },
    minutes: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    devices: { type: 'string', default: '10' },
    tabs: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
});
/** However long a run was asked for, it ends. */
const maxMinutes = 120;
const problemsShown = 12;
/** What starting, healing and judging may take on top. */
const graceMs = 5 * 60_000;
const root = process.cwd();

/** What was put up is taken down in this time, or left to the keepers. */
const cleanUpMs = 10_000;
const cleanUps = createCleanUps();

// A second signal ends this process at once; the keepers then end the servers.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void giveUp(`Ended by ${signal}`));
}
const exitCode = await main();
if (cleanUps.hasBegun) await giveUp('');
// A run that broke may have left clients at work in this process; all other processes have been ended.
process.exit(exitCode);

/** Takes everything down and ends; a run that is cut short has failed. */
async function giveUp(why: string): Promise<void> {
  if (why !== '') print(why);
  await cleanUps.run(cleanUpMs);
  process.exit(1);
}

async function main(): Promise<number> {
  const runner = runs[values.database];
  if (runner === undefined) {
    print(`--database is one of ${Object.keys(runs).join(', ')}`);
    return 2;
  }
  if (!isBuilt(root) && (await build(root)) !== 0) return 1;
  const seed = Number(values.seed);
  const folder = await mkdtemp(join(tmpdir(), 'taskflow-chaos-'));
  const record = openChaosRecord({ seed, folder, print });
  print(`seed ${seed}, ${values.database}, ${values.minutes} min`);
  const minutes = Math.min(Number(values.minutes), maxMinutes);
  const watchdog = setTimeout(
    () => void giveUp(`The run hangs. What happened is kept in ${folder}\n0 passed, 1 failed`),
    minutes * 60_000 + graceMs,
  );
  const verdicts = await runner({
    seed,
    minutes,
    devices: Number(values.devices),
    tabs: Number(values.tabs),
    only: values.only,
    record,
    cleanUps,
    print,
  }).catch((error: unknown): RuleVerdict[] => [
    {
      rule: 'the run itself',
      problems: [error instanceof Error ? `${error.stack}` : String(error)],
    },
  ]);
  clearTimeout(watchdog);
  await record.close();
  for (const row of [...tableOfCounts(record), ...tableOfResumptions(record)]) print(row);
  return report(verdicts, record);
}

async function report(verdicts: readonly RuleVerdict[], record: ChaosRecord): Promise<number> {
  const { folder } = record;
  const failed = verdicts.filter(({ problems }) => problems.length > 0);
  for (const { rule, problems } of failed) {
    print(`\n${rule}: ${problems.length} problems`);
    for (const problem of problems.slice(0, problemsShown)) print(`  ${problem}`);
  }
  if (failed.length > 0) {
    await keepEvidence(record);
    print(`\nWhat happened is kept in ${folder}`);
  } else await rm(folder, { recursive: true, force: true });
  print(`${verdicts.length - failed.length} passed, ${failed.length} failed`);
  return failed.length > 0 ? 1 : 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
