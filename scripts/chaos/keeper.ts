import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Ends processes when this one is gone, even by kill -9; they may be frozen, and cannot watch for themselves. */
export interface Keeper {
  readonly pid: number;
  watch(pid: number): void;
  /** To be called when it has ended: its number may be given to somebody else. */
  forget(pid: number): void;
  stop(): Promise<void>;
}

/** Starts a keeper, a small process of its own. */
export function startKeeper(): Keeper {
  const program = fileURLToPath(new URL('keeper.mjs', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    pid: child.pid ?? 0,
    watch: (pid) => {
      child.stdin.write(`+${pid}\n`);
    },
    forget: (pid) => {
      child.stdin.write(`-${pid}\n`);
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
