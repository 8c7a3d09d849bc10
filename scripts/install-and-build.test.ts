import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources, isBuilt } from './build.mjs';
import { installPackages } from './install-packages.mjs';
import { runCommand } from './run-command.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'taskflow-scripts-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function lockOf(packages: Record<string, { version?: string; optional?: boolean }>): string {
  return JSON.stringify({ lockfileVersion: 3, packages });
}

const koa = { 'node_modules/koa': { version: '3.3.0' } };

test('packages installed by hand in the versions of the lock are kept, and noted', async () => {
  const lock = lockOf({
    '': {},
    ...koa,
    'node_modules/for-macs': { version: '1.0.0', optional: true },
  });
  write('package-lock.json', lock);
  write('node_modules/.package-lock.json', lockOf(koa));
  expect(await installPackages(root)).toBe(0);
  const stamp = readFileSync(join(root, 'node_modules/.taskflow-install'), 'utf8').trim();
  expect(stamp).toBe(createHash('sha256').update(lock).digest('hex'));
});

test('packages of other versions are installed anew, and a failing npm leaves no note', async () => {
  write('package-lock.json', lockOf({ '': {}, 'node_modules/koa': { version: '3.4.0' } }));
  write('node_modules/.package-lock.json', lockOf(koa));
  // There is no package.json, so npm ci refuses at once.
  expect(await installPackages(root)).not.toBe(0);
  expect(existsSync(join(root, 'node_modules/.taskflow-install'))).toBe(false);
});

test('an edit of a source makes the build old, and an edit of a test does not', () => {
  write('shared/task.ts', 'export {};');
  write('dist/server/main.js', '');
  expect(isBuilt(root)).toBe(false);

  write('dist/built-from.sha256', hashSources(root));
  expect(isBuilt(root)).toBe(true);

  write('shared/task.test.ts', 'export {};');
  write('client/e2e/rename.spec.ts', 'export {};');
  expect(isBuilt(root)).toBe(true);

  write('shared/task.ts', 'export const changed = true;');
  expect(isBuilt(root)).toBe(false);
});

test('a command gives its exit code, and 127 when there is no such program', async () => {
  expect(await runCommand({ root, command: ['node', '-e', 'process.exit(7)'] })).toBe(7);
  expect(await runCommand({ root, command: ['no-such-program'] })).toBe(127);
});

test('a command that takes too long ends with 124, and its children with it', async () => {
  const spawnSleeper = `
    const child = require('node:child_process').spawn('sleep', ['600']);
    require('node:fs').writeFileSync('pid', String(child.pid));`;
  const command = ['node', '-e', spawnSleeper];
  expect(await runCommand({ root, command, timeLimitMs: 1500 })).toBe(124);
  const pid = Number(readFileSync(join(root, 'pid'), 'utf8'));
  await expect.poll(() => isAlive(pid)).toBe(false);
});

test('what a command writes is given to who asks for it, its last words included', async () => {
  const chunks: Buffer[] = [];
  const talk = "console.log('out'); console.error('err'); console.log('x'.repeat(200_000))";
  const command = ['node', '-e', talk];
  await runCommand({ root, command, onOutput: (chunk) => void chunks.push(chunk) });
  const words = Buffer.concat(chunks).toString();
  expect(words).toContain('out\n');
  expect(words).toContain('err\n');
  expect(words).toContain(`${'x'.repeat(200_000)}\n`);
});

test('a signal ends all commands that run side by side, and theirs', async () => {
  const runner = new URL('run-command.mjs', import.meta.url).href;
  write(
    'both.mjs',
    `import { runCommand } from '${runner}';
    for (const name of ['a', 'b']) {
      const words = "require('node:fs').writeFileSync('" + name + "', String(process.pid)); setInterval(() => {}, 1000)";
      void runCommand({ root: ${JSON.stringify(root)}, command: ['node', '-e', words] });
    }`,
  );
  const both = spawn('node', [join(root, 'both.mjs')]);
  const ended = once(both, 'exit');
  const pids = () =>
    ['a', 'b'].map((name) =>
      existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : '',
    );
  await expect.poll(pids).not.toContain('');
  both.kill('SIGTERM');
  await ended;
  for (const pid of pids()) await expect.poll(() => isAlive(Number(pid))).toBe(false);
});

/** A process that has ended but was not yet collected by its parent counts as dead. */
function isAlive(pid: number): boolean {
  const status = `/proc/${pid}/stat`;
  if (existsSync('/proc/self'))
    return existsSync(status) && !/\) Z /.test(readFileSync(status, 'utf8'));
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
