import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '#scripts/find-program';

/** A folder for a server's data, whose space can be taken away where the machine allows it. */
export interface DataDisk {
  /** The folder as this process reaches it, and as a process inside does. */
  readonly path: string;
  readonly innerPath: string;
  /** The command that runs `command` where the disk is. */
  enter(command: readonly string[]): string[];
  /** Takes all space that is left; undefined where the disk is a plain folder. */
  readonly fill: (() => void) | undefined;
  /** Gives it back. */
  free(): void;
  /** The disk is gone, and everything on it. */
  end(): Promise<void>;
}

/**
 * Mounts a disk of its own size in memory, in a namespace that needs no rights and ends with this process. Without
 * `unshare`, or where it is not allowed, the folder itself is given: it cannot be filled.
 */
export async function openDataDisk(of: { folder: string; sizeMib: number }): Promise<DataDisk> {
  const { folder, sizeMib } = of;
  const holder = await mount(folder, sizeMib);
  if (holder === undefined) return plainFolder(folder);
  const path = `/proc/${holder.pid}/root${folder}`;
  const ballast = join(path, 'ballast');
  return {
    path: join(path, 'data'),
    innerPath: join(folder, 'data'),
    enter: (command) => [
      'nsenter',
      `--target=${holder.pid}`,
      '--user',
      '--mount',
      '--preserve-credentials',
      `--wd=${process.cwd()}`,
      '--',
      ...command,
    ],
    fill: () => fill(ballast),
    free: () => rmSync(ballast, { force: true }),
    async end() {
      const ended = once(holder, 'close');
      holder.kill('SIGKILL');
      await ended;
    },
  };
}

function plainFolder(folder: string): DataDisk {
  const path = join(folder, 'data');
  return {
    path,
    innerPath: path,
    enter: (command) => [...command],
    fill: undefined,
    free: () => undefined,
    end: async () => undefined,
  };
}

/** The process that holds the namespace; it ends when its input does, so it cannot be left behind. */
async function mount(folder: string, sizeMib: number): Promise<ChildProcess | undefined> {
  if (findProgram('unshare') === undefined || findProgram('nsenter') === undefined)
    return undefined;
  const script = 'mount -t tmpfs -o "size=$1m" none "$0" && echo mounted && exec cat';
  const command = ['--user', '--map-root-user', '--mount', 'sh', '-c', script, folder];
  const holder = spawn('unshare', [...command, String(sizeMib)], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const mounted = new Promise<boolean>((resolve) => {
    holder.stdout.once('data', () => resolve(true));
    holder.once('close', () => resolve(false));
    holder.once('error', () => resolve(false));
  });
  return (await mounted) ? holder : undefined;
}

/** Writes until there is room for nothing, in ever smaller pieces. */
function fill(path: string): void {
  const file = openSync(path, 'a');
  try {
    for (const size of [1024 * 1024, 64 * 1024, 4_096, 1]) {
      const piece = Buffer.alloc(size);
      while (hasWritten(file, piece)) continue;
    }
  } finally {
    closeSync(file);
  }
}

function hasWritten(file: number, piece: Buffer): boolean {
  try {
    return writeSync(file, piece) === piece.length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
