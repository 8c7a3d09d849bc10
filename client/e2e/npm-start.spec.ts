import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '#scripts/free-port';

let dataDir: string;
let port: number;
const started: ChildProcess[] = [];

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'taskflow-start-'));
  port = await freePort();
});

test.afterEach(async () => {
  for (const npm of started.splice(0)) npm.kill('SIGTERM');
  await expect.poll(isHealthy).toBe(false);
  await rm(dataDir, { recursive: true, force: true });
});

function npmStart(settings: Record<string, string> = {}): {
  npm: ChildProcess;
  output: () => string;
} {
  const own = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir };
  const env = { ...process.env, ...own, ...settings };
  const npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(npm);
  let output = '';
  npm.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  npm.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { npm, output: () => output };
}

async function isHealthy(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

test('npm start on a built app is up in under 3 s', { tag: '@alone' }, async () => {
  npmStart();
  await expect.poll(isHealthy, { timeout: 3_000, intervals: [50] }).toBe(true);
});

test('stopping npm stops the server and frees its port', { tag: '@alone' }, async () => {
  const { npm } = npmStart();
  await expect.poll(isHealthy, { timeout: 10_000 }).toBe(true);
  npm.kill('SIGTERM');
  await expect.poll(isHealthy, { timeout: 3_000 }).toBe(false);
});

test('a taken port is answered with what to do, not with a stack trace', {
  tag: '@alone',
}, async () => {
  npmStart();
  await expect.poll(isHealthy, { timeout: 10_000 }).toBe(true);
  const second = npmStart();
  const exitCode = await new Promise((resolve) => second.npm.once('exit', resolve));
  expect(exitCode).toBe(1);
  expect(second.output()).toContain(`Port ${port} is taken`);
  expect(second.output()).toContain('npm start');
  expect(second.output()).not.toContain('    at ');
});

test('a port that is none is answered with what it must be, not with a stack trace', {
  tag: '@alone',
}, async () => {
  const { npm, output } = npmStart({ PORT: 'http' });
  const exitCode = await new Promise((resolve) => npm.once('exit', resolve));
  expect(exitCode).toBe(1);
  expect(output()).toContain('PORT must be a port number from 0 to 65535, not http.');
  expect(output()).not.toContain('    at ');
});

test('a MongoDB that does not answer is named by its setting, without its password', {
  tag: '@alone',
}, async () => {
  const { npm, output } = npmStart({ MONGODB_URL: 'mongodb://ana:hush@127.0.0.1:1/taskflow' });
  const exitCode = await new Promise((resolve) => npm.once('exit', resolve));
  expect(exitCode).toBe(1);
  expect(output()).toContain('the MongoDB of MONGODB_URL does not answer');
  expect(output()).not.toContain('hush');
});
