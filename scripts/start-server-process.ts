import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#scripts/free-port';

/** A server process of its own, started as an operator would start it. */
export interface ServerProcess {
  url: string;
  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts `sync-server/main.ts` on a free port and waits until it is ready; `environment` as `config.ts` reads it. */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'sync-server/main.ts'], {
    env: { ...process.env, ...quiet, PORT: String(port), ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { url, kill };
}

const quiet = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  RATE_ADDRESS: '0',
  RATE_USER: '0',
  RATE_REGISTER: '0',
  RATE_LOGIN: '0',
};

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const isReady = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new Error('the server was not ready within 20 s');
}
