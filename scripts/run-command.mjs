// @ts-check
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * Runs one program in `root` with its output on ours and no stdin; programs of node_modules are found by name.
 * Resolves to its exit code: 124 after the time limit, 127 when it cannot be started. A time limit, Ctrl-C or SIGTERM
 * ends the whole family of processes, so that no browser or database is left behind.
 * @param {{ root: string, command: string[], env?: Record<string, string>, timeLimitMs?: number }} options
 * @returns {Promise<number>}
 */
export function runCommand({ root, command, env = {}, timeLimitMs = 30 * 60_000 }) {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...withPackagePrograms(root), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(124, 'SIGKILL'), timeLimitMs);
    /** @param {NodeJS.Signals} signal */
    const onSignal = (signal) => {
      endFamily(child, signal);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    // Before any handler of the caller that would end this process with its children still running.
    process.prependListener('SIGINT', onSignal).prependListener('SIGTERM', onSignal);
    child.once('error', () => finish(127));
    child.once('exit', (code) => finish(code ?? 1, 'SIGTERM'));

    /**
     * @param {number} exitCode
     * @param {NodeJS.Signals} [lastSignal]
     */
    function finish(exitCode, lastSignal) {
      clearTimeout(timer);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      if (lastSignal) endFamily(child, lastSignal);
      resolve(exitCode);
    }
  });
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
