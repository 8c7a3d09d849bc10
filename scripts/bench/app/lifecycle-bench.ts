import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type AppStage, openAppStage } from '#scripts/bench/app/app-stage';
import { coldStarts } from '#scripts/bench/app/cold-starts';
import { type Ending, openHandOverStage } from '#scripts/bench/app/hand-over';
import { repeat } from '#scripts/bench/app/repeat';
import { measureUpdateSwitch } from '#scripts/bench/app/update-switch';
import { percentile } from '#scripts/bench/percentile';
import { makeTwoBuilds } from '#client/e2e/second-build.ts';

/**
 * `npm run bench:lifecycle`: how long the installed app takes for what a person waits for now and then. It prints, side by
 * side for each size of the workspace: a start in a new browser process without a network, the switch to a new version, and
 * how soon another tab does the work of the leading one that is closed, crashes or is frozen.
 */
const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '1000,10000' },
    slowdown: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'starts,update,hand-over' },
    'no-build': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const slowdown = Number(values.slowdown);
const root = fileURLToPath(new URL('../../..', import.meta.url));

if (!values['no-build']) {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
}
const loadAtStart = loadavg()[0] ?? 0;
const builds = await makeTwoBuilds();
const sizes = values.tasks.split(',').map(Number);
const measured: [string, readonly number[]][][] = [];
for (const taskCount of sizes) {
  const stage = await openAppStage({ taskCount, slowdown, clientDir: builds.served });
  try {
    measured.push(await measureAll(stage));
  } finally {
    await stage.stop();
  }
}
await builds.remove();
console.log(
  `\nprocessor slowed ${slowdown} × but for hand-overs, ${rounds} rounds, load ${loads()}\n`,
);
const head = sizes.map((taskCount) => `${taskCount} tasks: p50 (max), ms`);
console.log(rows([['', ...head], ['---', ...head.map(() => '---')], ...lines()]));

async function measureAll(stage: AppStage): Promise<[string, readonly number[]][]> {
  const found: [string, readonly number[]][] = [];
  if (isWanted('starts')) {
    const { starts, unseen } = await coldStarts(stage, rounds);
    found.push(['cold offline start until rows', starts]);
    found.push(['the same, of a list never shown before', unseen]);
  }
  if (isWanted('update')) {
    const switches = await repeat(rounds, () => measureUpdateSwitch(stage, builds));
    found.push(['from “Update now” until the new build shows rows', switches]);
  }
  if (isWanted('hand-over')) found.push(...(await handOvers(stage)));
  return found;
}

async function handOvers(source: AppStage): Promise<[string, readonly number[]][]> {
  const stage = await openHandOverStage(source);
  const found: [string, readonly number[]][] = [];
  for (const ending of ['close', 'crash', 'freeze'] satisfies Ending[]) {
    const all = [];
    for (let round = 0; round < rounds; round += 1) all.push(await stage.measure(ending));
    found.push([
      `leader: ${ending}, until an edit is at another device`,
      all.map(({ outMs }) => outMs),
    ]);
    found.push([`leader: ${ending}, until one from there is shown`, all.map(({ inMs }) => inMs)]);
  }
  await stage.stop();
  return found;
}

function isWanted(part: string): boolean {
  return values.only.split(',').includes(part);
}

function lines(): string[][] {
  const [first = []] = measured;
  return first.map(([name], at) => [
    name,
    ...measured.map((figures) => {
      const times = figures[at]?.[1] ?? [];
      return `${percentile(times, 0.5).toFixed(0)} (${Math.max(...times).toFixed(0)})`;
    }),
  ]);
}

function rows(cells: readonly string[][]): string {
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function loads(): string {
  return `${loadAtStart.toFixed(1)} when it began and ${(loadavg()[0] ?? 0).toFixed(1)} when it ended`;
}
