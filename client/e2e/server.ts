import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#scripts/free-port';

const startTimeoutMs = 40_000;
const stopTimeoutMs = 5_000;
const builtServer = 'dist/server/main.js';

/** The built app as one server process of its own, on a free port, with its own data. */
export interface TestServer {
  /** Origin of the app, without a slash at its end; the same after a restart. */
  readonly url: string;
  readonly dataDir: string;
  /** Of the process that runs now; undefined while none does. */
  pid(): number | undefined;
  /** Everything the server has written so far, over all restarts. */
  output(): string;
  /** Sends a signal; resolves when the process is gone, at once for signals that do not end it (SIGSTOP, SIGCONT). */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same data and port, after ending it with SIGTERM if it still runs; another build of it if asked. */
  restart(of?: { main: string }): Promise<void>;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

/**
 * Starts dist/server/main.js and waits until it is healthy; `env` is added to its environment.
 * Throws with the server's output when it ends or is not healthy within 40 s.
 */
export async function startServer({
  env = {},
}: {
  env?: Record<string, string>;
} = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...env };
  let output = '';
  const start = async (main: string): Promise<ChildProcess> => {
    const child = spawnServer(main, settings, (text) => {
      output += text;
    });
    await untilHealthy({ child, url, output: () => output });
    return child;
  };
  let child = await start(builtServer);
  return {
    url,
    dataDir,
    pid: () => (hasEnded(child) ? undefined : child.pid),
    output: () => output,
    kill: async (signal) => sendSignal(child, signal),
    restart: async ({ main } = { main: builtServer }) => {
      await end(child);
      child = await start(main);
    },
    stop: async () => {
      await end(child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function spawnServer(
  main: string,
  env: Record<string, string>,
  onOutput: (text: string) => void,
): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => onOutput(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => onOutput(chunk.toString()));
  return child;
}

interface Starting {
  child: ChildProcess;
  url: string;
  output: () => string;
}

async function untilHealthy({ child, url, output }: Starting): Promise<void> {
  const deadline = performance.now() + startTimeoutMs;
  while (!(await isHealthy(url))) {
    const isTooLate = performance.now() > deadline;
    if (isTooLate) child.kill('SIGKILL');
    if (isTooLate || hasEnded(child)) throw new Error(`the server did not start:\n${output()}`);
    await sleep(50);
  }
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const force = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await sendSignal(child, 'SIGTERM');
  clearTimeout(force);
}

async function sendSignal(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await ended;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
