import { parseArgs } from 'node:util';
import { checkHistory } from './check-history.ts';
import { type CrashPoint, CrashWatch } from './crash-point.ts';
import type { Schedule, Step } from './schedule.ts';
import { runSchedule } from './world.ts';

/** What the two devices of each sweep do, and what happens between. Each step has a chance of its own. */
const sweeps: Readonly<Record<string, readonly Step['what'][]>> = {
  edits: ['edit', 'edit', 'edit', 'edit', 'edit', 'edit', 'edit', 'edit'],
  restore: ['edit', 'edit', 'edit', 'edit', 'restore', 'edit', 'edit'],
  fork: ['edit', 'edit', 'profile copied', 'edit', 'edit', 'edit', 'edit'],
  purge: ['edit', 'edit', 'edit', 'purged', 'edit', 'edit'],
  removal: ['edit', 'edit', 'edit', 'membership ended', 'edit', 'edit'],
};
const stepMs = 350;

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
let passed = 0;
let failed = 0;
for (const [name, whats] of Object.entries(sweeps)) {
  if (name.includes(values.only)) await sweep(name, scheduleOf(whats));
}
print(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs one schedule once for every await there is in it, and lets somebody die there. */
async function sweep(name: string, schedule: Schedule): Promise<void> {
  const counting = new CrashWatch();
  await judge(name, schedule, counting);
  for (const who of ['replica', 'device'] as const) {
    for (let at = 1; at <= counting.counts[who]; at += 1) {
      for (const phase of ['before', 'after'] as const) {
        const point: CrashPoint = { who, at, phase };
        await judge(`${name}: ${who} dies ${phase} await ${at}`, schedule, new CrashWatch(point));
      }
    }
  }
  print(
    `${name}: ${counting.counts.replica} awaits of replicas, ${counting.counts.device} of a device`,
  );
}

async function judge(what: string, schedule: Schedule, crashes: CrashWatch): Promise<void> {
  const problems = await problemsOf(schedule, crashes);
  if (problems.length === 0) passed += 1;
  else failed += 1;
  for (const problem of problems.slice(0, 4)) print(`${what}: ${problem}`);
}

async function problemsOf(schedule: Schedule, crashes: CrashWatch): Promise<string[]> {
  try {
    return checkHistory((await runSchedule(schedule, { crashes })).history);
  } catch (error) {
    return [`the run itself: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

/** Two replicas, two devices with a tab each, pages of three documents, and good weather: only the crash goes wrong. */
function scheduleOf(whats: readonly Step['what'][]): Schedule {
  return {
    seed: 1,
    devices: 2,
    replicas: 2,
    tabsPerDevice: 1,
    pageLimit: 3,
    isNetworkBad: false,
    isStorageBad: false,
    isMixed: false,
    steps: whats.map((what, index) => ({ afterMs: stepMs, what, seed: 1_000 + index * 7_919 })),
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
