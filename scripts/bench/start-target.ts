import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Target, TargetName } from '#scripts/bench/job';
import { type ServerProcess, startServerProcess } from '#scripts/bench/server-process';

/** A running target. */
export interface RunningTarget {
  target: Target;
  server: ServerProcess;
  stop(): Promise<void>;
}

/** Starts one target with an empty database of its own on the replica set at `mongoUrl`; `taskflowEnv` is for our own server. */
export async function startTarget(
  name: TargetName,
  mongoUrl: string,
  taskflowEnv: Readonly<Record<string, string>> = {},
): Promise<RunningTarget> {
  const databaseUrl = withDatabase(mongoUrl, `bench_${randomBytes(6).toString('hex')}`);
  const { server, cleanUp } = name.startsWith('taskflow')
    ? await startTaskflow({
        ...(name === 'taskflow-mongo' ? { MONGODB_URL: databaseUrl } : {}),
        ...taskflowEnv,
      })
    : await startFloor(name, databaseUrl);
  return {
    target: { name, url: server.url, mongoUrl: databaseUrl },
    server,
    stop: async () => {
      await server.stop();
      await cleanUp();
    },
  };
}

/** The built server as `npm run serve` runs it, without limits on rates, which are made for people. */
async function startTaskflow(env: Readonly<Record<string, string>>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-bench-'));
  const server = await startServerProcess({
    program: ['--enable-source-maps', fromRoot('dist/server/main.js')],
    readyPath: '/readyz',
    environment: {
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      CLIENT_DIR: fromRoot('dist/client'),
      LOG_LEVEL: 'error',
      JWT_SECRET: randomBytes(48).toString('base64url'),
      REFRESH_SECRET: randomBytes(48).toString('base64url'),
      RATE_ADDRESS: '0',
      RATE_USER: '0',
      RATE_REGISTER: '0',
      RATE_LOGIN: '0',
      ...env,
    },
  });
  return { server, cleanUp: () => rm(dataDir, { recursive: true, force: true }) };
}

async function startFloor(name: TargetName, databaseUrl: string) {
  const server = await startServerProcess({
    program: ['--import', 'tsx', fromRoot(`scripts/bench/floors/${name}.ts`)],
    readyPath: '/ready',
    environment: { NODE_ENV: 'production', BENCH_MONGODB_URL: databaseUrl },
  });
  return { server, cleanUp: async () => {} };
}

function withDatabase(mongoUrl: string, database: string): string {
  const url = new URL(mongoUrl.replace(/^(mongodb:\/\/)([^/]*)/, '$1'));
  const hosts = /^mongodb:\/\/([^/]*)/.exec(mongoUrl)?.[1] ?? '';
  return `mongodb://${hosts}/${database}${url.search}`;
}

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
