import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#scripts/free-port';
import type { GracefulStop } from './chaos-record.ts';
import { startKeeper } from './keeper.ts';
import { runEnvironment } from './run-environment.ts';

const startTimeoutMs = 30_000;
const stopTimeoutMs = 40_000;
const outputShown = 2_000;

/** One server process after another on the same data and port. */
export interface EmbeddedServer {
  readonly url: string;
  /** Starts it; throws Error with its output where it is not ready in time or ends before. */
  start(): Promise<void>;
  /** Ends it at once, as a power cut does to a process; the pid was its own. */
  kill(): Promise<void>;
  /** Asks it to end and says how it did. */
  stop(): Promise<GracefulStop>;
  freeze(): void;
  thaw(): void;
  /** Whether it has been started and has not ended. */
  readonly isRunning: boolean;
  memoryMib(): number;
  /** What it has written since it was last started. */
  output(): string;
}

/** How a server is started. `enter` as in `DataDisk`. */
export interface EmbeddedServerParts {
  dataDir: string;
  enter: (command: readonly string[]) => string[];
  /** The program of the server, as arguments of node. */
  program: readonly string[];
  /** Told of each end that was neither `kill` nor `stop`, once it had been ready. */
  onUnaskedEnd?: (how: string) => void;
}

/** The server as it is built, and as it is written for tests that build nothing. */
export const serverPrograms = {
  built: ['--enable-source-maps', 'dist/server/main.js'],
  source: ['--import', 'tsx', 'sync-server/main.ts'],
} as const;

/** Prepares a server with the embedded database; nothing runs yet. */
export async function createEmbeddedServer(parts: EmbeddedServerParts): Promise<EmbeddedServer> {
  return new ServerProcess(parts, await freePort());
}

class ServerProcess implements EmbeddedServer {
  readonly url: string;
  readonly #parts: EmbeddedServerParts;
  readonly #port: number;
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();
  #output = '';
  /** Whether an end now would be one that nobody asked for: it was ready, and has been left alone. */
  #isUnaskedEnd = false;

  constructor(parts: EmbeddedServerParts, port: number) {
    this.#parts = parts;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    const { enter, program, dataDir } = this.#parts;
    const [command = '', ...args] = enter([process.execPath, ...program]);
    const child = spawn(command, args, {
      env: runEnvironment({ ...quiet, PORT: String(this.#port), DATA_DIR: dataDir }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    }
    this.#child = child;
    this.#ended = once(child, 'close');
    this.#keep(child);
    await this.#untilReady(child);
    this.#isUnaskedEnd = true;
  }

  async kill(): Promise<void> {
    this.#isUnaskedEnd = false;
    this.#child?.kill('SIGKILL');
    await this.#ended;
    this.#child = undefined;
  }

  async stop(): Promise<GracefulStop> {
    const child = this.#child;
    if (child === undefined) return { code: 0, tookMs: 0 };
    this.#isUnaskedEnd = false;
    const startMs = performance.now();
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    await this.#ended;
    clearTimeout(force);
    this.#child = undefined;
    return { code: child.exitCode, tookMs: Math.round(performance.now() - startMs) };
  }

  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  get isRunning(): boolean {
    const child = this.#child;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  memoryMib(): number {
    const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024);
  }

  output(): string {
    return this.#output;
  }

  /** Whatever ends this process, also a kill -9, it leaves no server behind. */
  #keep(child: ChildProcess): void {
    const { pid = 0 } = child;
    const keeper = startKeeper();
    keeper.watch(pid);
    child.once('close', (code, signal) => {
      keeper.forget(pid);
      void keeper.stop();
      if (!this.#isUnaskedEnd) return;
      this.#isUnaskedEnd = false;
      const how = `the server ended by itself with ${signal ?? code}`;
      this.#parts.onUnaskedEnd?.(`${how}: ${this.#output.slice(-outputShown)}`);
    });
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    const deadlineMs = performance.now() + startTimeoutMs;
    while (!(await this.#isReady())) {
      const isTooLate = performance.now() > deadlineMs;
      if (isTooLate) child.kill('SIGKILL');
      if (isTooLate || child.exitCode !== null || child.signalCode !== null) {
        await this.#ended;
        this.#child = undefined;
        throw new Error(`the server did not start: ${this.#output}`);
      }
      await pause(50);
    }
  }

  #isReady(): Promise<boolean> {
    return fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

const quiet = {
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  RATE_ADDRESS: '0',
  RATE_USER: '0',
  RATE_REGISTER: '0',
  RATE_LOGIN: '0',
  RATE_LOGIN_ADDRESS: '0',
};
