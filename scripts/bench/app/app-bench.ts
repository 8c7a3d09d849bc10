import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type AppStage, openAppStage, type OpenPage } from '#scripts/bench/app/app-stage';
import { coldStarts } from '#scripts/bench/app/cold-starts';
import { measureFloor, openFloor } from '#scripts/bench/app/floor-page';
import {
  measureAdd,
  measureAnswer,
  measureDone,
  measureMove,
  measureOpen,
  measureSearchKey,
} from '#scripts/bench/app/interactions';
import { repeat } from '#scripts/bench/app/repeat';
import { renderFigures } from '#scripts/bench/app/render-figures';

/**
 * `npm run bench:app`: how the built app feels on a slow phone. It prints, per size of the workspace, the times from input
 * to paint beside those of a bare page in the same browser, cold starts without a network, rows mounted while scrolling,
 * and memory.
 */
const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '10000' },
    slowdown: { type: 'string', default: '4' },
    presses: { type: 'string', default: '40' },
    starts: { type: 'string', default: '7' },
    'no-build': { type: 'boolean', default: false },
  },
});
const slowdown = Number(values.slowdown);
const presses = Number(values.presses);
const root = fileURLToPath(new URL('../../..', import.meta.url));

if (!values['no-build']) {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
}
for (const taskCount of values.tasks.split(',').map(Number)) {
  const loadAtStart = loadavg()[0] ?? 0;
  const stage = await openAppStage({ taskCount, slowdown });
  try {
    const figures = {
      ...(await coldStarts(stage, Number(values.starts))),
      ...(await useIt(stage)),
    };
    console.log(
      `\n${taskCount} tasks, processor slowed ${slowdown} ×, load at start ${loadAtStart.toFixed(1)}\n`,
    );
    console.log(renderFigures(figures));
  } finally {
    await stage.stop();
  }
}

async function useIt(stage: AppStage) {
  const open = await stage.reopen({ isOffline: false });
  try {
    return {
      floor: await floor(open),
      ...(await inTheList(open, stage)),
      move: await moves(open, stage),
      search: await searches(open, stage),
      ...(await scrolls(open, stage)),
      heapMb: await heapMb(open),
    };
  } finally {
    await open.close();
  }
}

async function floor({ page }: OpenPage): Promise<number[]> {
  await openFloor(page);
  return repeat(presses, () => measureFloor(page));
}

async function inTheList({ page }: OpenPage, stage: AppStage) {
  await openList(page, `${stage.url}/all`);
  const openMs = await repeat(presses, () => measureOpen(page));
  const answer = await repeat(presses, () => measureAnswer(page));
  const done = await repeat(presses, () => measureDone(page));
  await page.keyboard.press('q');
  const add = await repeat(presses, (at) => measureAdd(page, `Measured ${at}`));
  return { open: openMs, answer, done, add };
}

async function moves({ page }: OpenPage, stage: AppStage): Promise<number[]> {
  await openList(page, `${stage.url}/project/${largestProject(stage)}`);
  return repeat(presses, () => measureMove(page));
}

async function searches({ page }: OpenPage, stage: AppStage): Promise<number[]> {
  await openList(page, `${stage.url}/all`);
  const found: number[] = [];
  for (const word of ['garden', 'order', 'report', 'plan the']) {
    await page.keyboard.press('/');
    await page.getByTestId('palette-input').waitFor();
    for (const [at, key] of word.split('').entries()) {
      found.push(await measureSearchKey(page, word.slice(0, at), key));
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByTestId('palette-input').waitFor({ state: 'detached' });
  }
  return found;
}

async function scrolls({ page }: OpenPage, stage: AppStage) {
  await openList(page, `${stage.url}/all`);
  const { mostRows, frames } = await page.evaluate(() => {
    const list = 'main [role=grid]';
    return Reflect.get(globalThis, 'benchProbe').scroll(list, '[data-testid=task-row]', 240);
  });
  return { mostRows: Number(mostRows), frames: frames as number[] };
}

async function heapMb({ devtools }: OpenPage): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}

async function openList(page: OpenPage['page'], url: string): Promise<void> {
  await page.goto(url);
  const first = page.getByTestId('task-row').first();
  await first.waitFor();
  // What comes after the list has its own time; a person's first press comes later than this.
  await page.waitForTimeout(3_000);
  await first.focus();
}

function largestProject({ workspace }: AppStage): string {
  const counts = new Map<string, number>();
  for (const { create } of workspace.tasks) {
    const id = String(create['projectId']);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const own = workspace.projects.toSorted(
    (a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0),
  );
  return own[0]?.id ?? '';
}
