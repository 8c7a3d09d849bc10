import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { ApiError } from '#shared/api-error';
import { createServer, type TaskflowServer } from './build-server.ts';
import { type Config, readConfig } from './config.ts';
import { addDemoAccount } from './demo-account.ts';
import { createMemoryBuckets } from './http/memory-buckets.ts';
import { createRedisBuckets } from './http/redis-buckets.ts';
import { createRedisFanOut } from './live/redis-fan-out.ts';
import { createLog, type Log } from './log.ts';
import { loadSessionSecrets } from './session-secrets.ts';
import { openEmbeddedStorage } from './storage/embedded/open-embedded-storage.ts';
import { openMongoStorage } from './storage/mongo/open-mongo-storage.ts';
import type { Storage } from './storage/port.ts';
import { nodeTimers } from './timers.ts';

/** The exit code of a program that was set up wrongly (sysexits.h), so that a supervisor does not just try again. */
const exitConfig = 78;
const stopWithinMs = 20_000;
const sweepSessionsMs = 60 * 60 * 1000;
const sweepTrashMs = 6 * 60 * 60 * 1000;
const lookForTrashMs = 10 * 60 * 1000;

const verdict = readConfig(process.env);
if (verdict.ok) {
  await start(verdict.config);
} else {
  process.stderr.write(`TaskFlow cannot start:\n${verdict.problems.join('\n')}\n`);
  process.exitCode = exitConfig;
}

/** The composition root: opens what the settings name, listens, and stops in order on SIGTERM and SIGINT. */
async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const random = (length: number) => randomBytes(length);
  const clock = () => Date.now();
  try {
    const secrets = loadSessionSecrets({ given: config, dataDir: config.dataDir, random });
    const storage = await openStorage(config, log);
    const shared = shareThroughRedis(config, log);
    const parts = { config, secrets, storage, clock, random, timers: nodeTimers, log };
    const server = createServer({ ...parts, ...shared.parts });
    if (config.isDemo) await addDemoAccount(server.accounts);
    await listen(server, config);
    log.info({ port: config.port, host: config.host }, 'listening');
    const stopSweeping = sweepSessions(storage, log);
    const stopSweepingTrash = sweepTrashFrom(server, log);
    stopOnSignals(log, async () => {
      stopSweeping();
      stopSweepingTrash();
      await server.close();
      await shared.close();
      await storage.close();
    });
  } catch (error) {
    process.stderr.write(`TaskFlow cannot start: ${reasonOf(error, config)}\n`);
    log.debug({ err: error }, 'the start failed');
    process.exit(1);
  }
}

/** A sentence for the operator; it names the setting, never its value, which may hold a password. */
function reasonOf(error: unknown, { mongodbUrl }: Config): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof ApiError) || mongodbUrl === undefined) return error.message;
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `the MongoDB of MONGODB_URL does not answer${cause}. Does it run, as a replica set?`;
}

function openStorage({ mongodbUrl, dataDir }: Config, log: Log): Promise<Storage> {
  return mongodbUrl === undefined
    ? openEmbeddedStorage({ dataDir, threads: true, log })
    : openMongoStorage({ url: mongodbUrl });
}

/** What replicas share: events and rates. Both work on without Redis, each replica by itself. */
function shareThroughRedis({ redisUrl }: Config, log: Log) {
  if (redisUrl === undefined) return { parts: {}, close: async () => {} };
  const fanOut = createRedisFanOut({ url: redisUrl, log });
  // A request does not wait for a Redis that is gone: it fails at once and the rate is limited in the process.
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 250,
  });
  redis.on('error', (err) => log.warn({ err }, 'redis does not answer'));
  const fallback = createMemoryBuckets(() => Date.now());
  const close = async () => {
    redis.disconnect();
    await fanOut.close();
  };
  return { parts: { fanOut, buckets: createRedisBuckets({ redis, fallback, log }) }, close };
}

function listen({ httpServer }: TaskflowServer, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen({ port, host }, () => {
      httpServer.off('error', reject);
      resolve();
    });
  });
}

function sweepSessions({ directory }: Storage, log: Log): () => void {
  return nodeTimers.every(sweepSessionsMs, () => {
    directory.removeExpiredSessions(Date.now()).catch((err: unknown) => {
      log.warn({ err }, 'expired sessions could not be removed');
    });
  });
}

/** Soon after the start, so that a server which is started often sweeps too, and then at every interval. */
function sweepTrashFrom(server: TaskflowServer, log: Log): () => void {
  let looks = 0;
  return nodeTimers.every(lookForTrashMs, () => {
    looks += 1;
    if (looks % (sweepTrashMs / lookForTrashMs) !== 1) return;
    server.sweepTrash().catch((err: unknown) => log.warn({ err }, 'the trash was not swept'));
  });
}

/** The first signal lets requests under way finish, for a while; the second one waits for nothing. */
function stopOnSignals(log: Log, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'the server did not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
}
