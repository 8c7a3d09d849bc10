import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Keeper } from '#scripts/chaos/keeper';
import { type Command, withHosts } from '#scripts/chaos/own-hosts';
import { runEnvironment } from '#scripts/chaos/run-environment';

/** A process that can be killed, frozen and brought back with the same command. */
export interface RestartableProcess {
  readonly name: string;
  /** Of the latest start. */
  readonly pid: number;
  /** True from a start until it has ended, also while it is frozen. */
  readonly isRunning: boolean;
  /** Everything it ever wrote to stdout and stderr. */
  readonly logPath: string;
  /** Resolves when it is ready; nothing happens when it runs. Rejects with the end of its log when it does not come up. */
  start(): Promise<void>;
  /** kill -9. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; a frozen one obeys after it is thawed. `exitCode` is null when a signal ended it. */
  term(): Promise<{ exitCode: number | null; tookMs: number }>;
  freeze(): void;
  thaw(): void;
}

/** What is needed to start it, as often as wanted. */
export interface ProcessPlan {
  name: string;
  command: Command;
  /** Its variables, beside those of `runEnvironment`. */
  environment?: Readonly<Record<string, string>>;
  workingDirectory?: string;
  hostsPath?: string | undefined;
  logPath: string;
  isReady: () => Promise<boolean>;
}

const readyWithinMs = 40_000;

/** Makes a process of a plan; it does not run yet. */
export function createRestartableProcess(plan: ProcessPlan, keeper: Keeper): RestartableProcess {
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  const isRunning = () => child !== undefined && !hasEnded(child);
  const launch = () => {
    const started = spawnPlanned(plan);
    const { pid = 0 } = started;
    keeper.watch(pid);
    ended = new Promise((resolve) => {
      const onEnd = () => {
        keeper.forget(pid);
        resolve();
      };
      started.once('exit', onEnd).once('error', onEnd);
    });
    child = started;
    return started;
  };
  return {
    name: plan.name,
    logPath: plan.logPath,
    get pid() {
      return child?.pid ?? 0;
    },
    get isRunning() {
      return isRunning();
    },
    start: async () => {
      if (!isRunning()) await untilReady(plan, launch());
    },
    kill: async () => {
      child?.kill('SIGKILL');
      await ended;
    },
    term: async () => {
      const sentMs = performance.now();
      child?.kill('SIGTERM');
      await ended;
      return { exitCode: child?.exitCode ?? null, tookMs: performance.now() - sentMs };
    },
    freeze: () => {
      child?.kill('SIGSTOP');
    },
    thaw: () => {
      child?.kill('SIGCONT');
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function spawnPlanned(plan: ProcessPlan): ChildProcess {
  const [program, ...args] = withHosts(plan.hostsPath, plan.command);
  const log = openSync(plan.logPath, 'a');
  try {
    return spawn(program, args, {
      env: runEnvironment(plan.environment),
      ...(plan.workingDirectory === undefined ? {} : { cwd: plan.workingDirectory }),
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function untilReady(plan: ProcessPlan, child: ChildProcess): Promise<void> {
  const deadlineMs = performance.now() + readyWithinMs;
  while (performance.now() < deadlineMs) {
    if (hasEnded(child)) throw new Error(`${plan.name} ended at its start:\n${logEnd(plan)}`);
    if (await plan.isReady()) return;
    await pause(50);
  }
  child.kill('SIGKILL');
  throw new Error(`${plan.name} was not ready after ${readyWithinMs} ms:\n${logEnd(plan)}`);
}

function logEnd({ logPath }: ProcessPlan): string {
  return readFileSync(logPath, 'utf8').slice(-2_000);
}
