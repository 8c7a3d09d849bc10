import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '#scripts/free-port';

/** A server under measurement, in a process of its own, with `answer-parent.mjs` loaded into it. */
export interface ServerProcess {
  url: string;
  /** Asks `answer-parent.mjs`; resolves to what it answers. */
  ask(request: 'collect' | 'begin' | 'end'): Promise<unknown>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

const startTimeoutMs = 20_000;
const stopTimeoutMs = 5_000;
const pollMs = 25;

/** Starts `program` (node's arguments) with `PORT` set, and waits until it answers on `readyPath`. */
export async function startServerProcess(of: {
  program: readonly string[];
  environment: Readonly<Record<string, string>>;
  readyPath: string;
}): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const preload = [
    '--expose-gc',
    '--import',
    fileURLToPath(new URL('answer-parent.mjs', import.meta.url)),
  ];
  const child = spawn(process.execPath, [...preload, ...of.program], {
    env: { ...process.env, ...of.environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await untilReady(child, url + of.readyPath);
  return {
    url,
    ask: async (request) => {
      child.send(request);
      for (;;) {
        const [message] = await once(child, 'message');
        if (message.request === request) return message.value;
      }
    },
    stop: () => stop(child),
  };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const giveUpAt = Date.now() + startTimeoutMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`a measured server ended with ${child.exitCode}`);
    const isReady = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    if (Date.now() > giveUpAt) throw new Error('a measured server did not become ready in time');
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(impatience);
}
