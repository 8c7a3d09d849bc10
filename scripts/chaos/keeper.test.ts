import { execFileSync, spawn } from 'node:child_process';
import { expect, test } from 'vitest';

/** What a run does, in short: it starts a keeper and a process that is frozen, says both numbers, and goes on for ever. */
const run = `
  import { spawn } from 'node:child_process';
  import { startKeeper } from '#scripts/chaos/keeper';
  const keeper = startKeeper();
  const child = spawn('sleep', ['600'], { stdio: 'ignore' });
  keeper.watch(child.pid);
  child.kill('SIGSTOP');
  process.stdout.write(keeper.pid + ' ' + child.pid);
  setInterval(() => {}, 1000);
`;

/** Ended, or ended and waiting for a parent that never asks. */
function isGone(pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith(
      'Z',
    );
  } catch {
    return true;
  }
}

test('when a run is killed, a frozen process it had started is ended, and so is the keeper', async () => {
  const parent = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', run],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await new Promise<string>((resolve) => {
    parent.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString()));
  });
  const pids = said.split(' ').map(Number);
  expect(pids.map(isGone)).toEqual([false, false]);
  parent.kill('SIGKILL');
  await expect.poll(() => pids.map(isGone), { timeout: 10_000 }).toEqual([true, true]);
});
