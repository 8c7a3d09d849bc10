import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startTestServer } from '#server/testing/start-test-server';

const root = fileURLToPath(new URL('../..', import.meta.url));
const backup = 'scripts/fixtures/todoist-backup.csv';

interface CommandResult {
  code: number | null;
  output: string;
}

/** Runs the command as a person would, with the password on standard input. */
function runCommand(
  words: readonly string[],
  of: { password: string; environment?: Record<string, string> },
): Promise<CommandResult> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/import.ts', ...words, '--password-stdin'],
    { cwd: root, env: { ...process.env, ...of.environment } },
  );
  let output = '';
  child.stdout.on('data', (data) => (output += String(data)));
  child.stderr.on('data', (data) => (output += String(data)));
  child.stdin.end(`${of.password}\n`);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

test('npm run import signs in, imports through a running server and says how to undo it', async () => {
  const server = await startTestServer();
  const alice = await server.person('Alice');
  const words = ['--file', backup, '--email', alice.email, '--server', server.url];
  const looked = await runCommand([...words, '--dry-run'], { password: alice.password });
  expect(looked.output).not.toContain('tasks imported');
  const { output } = await runCommand(words, { password: alice.password });
  expect(output).toContain('264 tasks imported');
  expect(output).toMatch(/npm run import -- --undo [0-9a-f-]{36} --email alice@example.com/);
  await server.close();
});

test('a wrong password, a missing file and a missing option are told in one sentence', async () => {
  const server = await startTestServer();
  const alice = await server.person('Alice');
  const address = ['--email', alice.email, '--server', server.url];
  const wrong = await runCommand(['--file', backup, ...address], { password: 'something else' });
  expect(wrong.code).toBe(1);
  expect(wrong.output).toContain('The e-mail address or the password is not right');
  const missing = await runCommand(['--file', 'no-such-file.csv', ...address], alice);
  expect(missing.code).toBe(1);
  expect(missing.output).toContain('no-such-file.csv');
  expect(await runCommand(['--file', backup], { password: '' })).toMatchObject({ code: 2 });
  await server.close();
});

test('npm run import opens DATA_DIR itself when no server runs', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-import-'));
  const environment = { DATA_DIR: dataDir };
  const words = ['--file', backup, '--email', 'nobody@example.com'];
  const server = ['--server', 'http://localhost:1'];
  const result = await runCommand([...words, ...server], { password: 'no password', environment });
  expect(result.output).toContain('opening DATA_DIR directly');
  expect(result.output).toContain('The e-mail address or the password is not right');
  expect(result.code).toBe(1);
  await rm(dataDir, { recursive: true });
});
