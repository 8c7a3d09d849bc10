import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createServer, type TaskflowServer } from '../build-server.ts';
import { readConfig } from '../config.ts';
import { openEmbeddedStorage } from '../storage/embedded/open-embedded-storage.ts';
import { openMongoStorage } from '../storage/mongo/open-mongo-storage.ts';
import type { Storage } from '../storage/port.ts';
import { nodeTimers, type Timers } from '../timers.ts';
import { createTestPerson, type TestPerson } from './test-person.ts';

/** A listening server over a storage of its own, with a clock that tests set. */
export interface TestServer {
  url: string;
  server: TaskflowServer;
  storage: Storage;
  /** What the server takes for now, ms since 1970; it moves only by this. */
  clock: { nowMs: number };
  /** A person with an account of their own. */
  person(name: string): Promise<TestPerson>;
  close(): Promise<void>;
}

/**
 * Starts the real server on a free port; `environment` as `config.ts` reads it. Without MONGODB_URL it has an embedded
 * storage of its own. `around` puts something between the two, such as a commit of somebody else at a certain moment.
 */
export async function startTestServer(
  environment: Readonly<Record<string, string>> = {},
  timers: Timers = nodeTimers,
  around: (storage: Storage) => Storage = (storage) => storage,
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-server-'));
  const verdict = readConfig({ ...withoutLimits, DATA_DIR: dataDir, ...environment });
  if (!verdict.ok) throw new Error(verdict.problems.join('\n'));
  const clock = { nowMs: Date.now() };
  const { mongodbUrl, jwtSecret = randomText(), refreshSecret = randomText() } = verdict.config;
  const storage = await (mongodbUrl === undefined
    ? openEmbeddedStorage({ dataDir })
    : openMongoStorage({ url: mongodbUrl }));
  const server = createServer({
    config: verdict.config,
    secrets: { jwtSecret, refreshSecret },
    storage: around(storage),
    clock: () => clock.nowMs,
    random: (length) => randomBytes(length),
    timers,
    log: pino({ level: 'silent' }),
    passwordCost: { memoryKiB: 1024, passes: 2 },
  });
  const url = await listen(server);
  return {
    url,
    server,
    storage,
    clock,
    person: (name) => createTestPerson(url, name),
    close: async () => {
      const closed = server.close();
      server.httpServer.closeAllConnections();
      await closed;
      await storage.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

const withoutLimits = {
  RATE_ADDRESS: '0',
  RATE_USER: '0',
  RATE_REGISTER: '0',
  RATE_LOGIN: '0',
  RATE_LOGIN_ADDRESS: '0',
};

function randomText(): string {
  return randomBytes(48).toString('base64url');
}

async function listen({ httpServer }: TaskflowServer): Promise<string> {
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
