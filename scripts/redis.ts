import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '#scripts/find-program';
import { freePort } from '#scripts/free-port';

/** A running redis-server that keeps nothing on disk. */
export interface RedisServer {
  readonly url: string;
  readonly pid: number;
  /** Ends the process; everything in it is forgotten. */
  stop(): Promise<void>;
}

/** The redis-server of this machine: `$REDIS_SERVER`, else the one on PATH; undefined when there is none. */
export function redisPath(): string | undefined {
  return process.env['REDIS_SERVER'] || findProgram('redis-server');
}

/**
 * Starts a real redis-server on 127.0.0.1 and waits until it answers; on `port` when given, so that a test can bring it
 * back where clients look for it. Throws when there is no redis-server, or with its output when it ends at once.
 */
export async function startRedis({ port }: { port?: number } = {}): Promise<RedisServer> {
  const program = redisPath();
  if (program === undefined)
    throw new Error('No redis-server on PATH: install it or set REDIS_SERVER.');
  const folder = await mkdtemp(join(tmpdir(), 'taskflow-redis-'));
  const wanted = port ?? (await freePort());
  const quiet = ['--save', '', '--appendonly', 'no', '--daemonize', 'no', '--dir', folder];
  const child = spawn(program, ['--port', String(wanted), '--bind', '127.0.0.1', ...quiet], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await untilReady(child);
  return {
    url: `redis://127.0.0.1:${wanted}`,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`redis-server did not start:\n${output}`)));
  });
}
