// @ts-check
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * Programs that run now, several when they run side by side.
 * @type {Set<import('node:child_process').ChildProcess>}
 */
const running = new Set();

/**
 * Runs one program in `root` without stdin; programs of node_modules are found by name. What it writes goes to our own
 * output, or to `onOutput` as it comes. Resolves to its exit code: 124 after the time limit, 127 when it cannot be
 * started. A time limit, Ctrl-C or SIGTERM ends the whole family of processes, so that no browser or database is left
 * behind.
 * @param {{
 *   root: string,
 *   command: string[],
 *   env?: Record<string, string>,
 *   timeLimitMs?: number,
 *   onOutput?: (chunk: Buffer) => void,
 * }} options
 * @returns {Promise<number>}
 */
export function runCommand({ root, command, env = {}, timeLimitMs = 30 * 60_000, onOutput }) {
  const [program = '', ...args] = command;
  const output = onOutput === undefined ? 'inherit' : 'pipe';
  const child = spawn(program, args, {
    cwd: root,
    env: { ...withPackagePrograms(root), ...env },
    stdio: ['ignore', output, output],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', onOutput ?? (() => {}));
  if (running.size === 0) listenToSignals();
  running.add(child);
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(124, 'SIGKILL'), timeLimitMs);
    child.once('error', () => finish(127));
    // Not at its exit: what it wrote last may still be on its way.
    child.once(onOutput === undefined ? 'exit' : 'close', (code) => finish(code ?? 1, 'SIGTERM'));

    /**
     * @param {number} exitCode
     * @param {NodeJS.Signals} [lastSignal]
     */
    function finish(exitCode, lastSignal) {
      clearTimeout(timer);
      running.delete(child);
      if (running.size === 0) process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      if (lastSignal) endFamily(child, lastSignal);
      resolve(exitCode);
    }
  });
}

/** Before any handler of the caller that would end this process with its children still running. */
function listenToSignals() {
  process.prependListener('SIGINT', onSignal).prependListener('SIGTERM', onSignal);
}

/** @param {NodeJS.Signals} signal */
function onSignal(signal) {
  for (const child of running) endFamily(child, signal);
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/** @param {string} root */
function withPackagePrograms(root) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function endFamily(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // The family is gone already: nothing is left to end.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
