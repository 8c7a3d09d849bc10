import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FaultProxy } from '#scripts/chaos/fault-proxy';
import type { Ground } from '#scripts/chaos/ground';
import { createHttpDialect } from '#scripts/chaos/http-dialect';
import type { MongoSet } from '#scripts/chaos/mongo-set';
import type { Command } from '#scripts/chaos/own-hosts';
import type { RestartableProcess } from '#scripts/chaos/restartable-process';
import { findSteadyPort } from '#scripts/chaos/steady-port';

/** One server process and the links around it. Its links to MongoDB are `mongo.link(name, member)`. */
export type ServerReplica = RestartableProcess & {
  /** Where clients reach it: through `clientLink`. */
  readonly url: string;
  /** Past the link, for whoever must not be disturbed. */
  readonly directUrl: string;
  /** Between clients and this server; it knows HTTP and Socket.IO, so it can double and reorder. */
  readonly clientLink: FaultProxy;
  /** Between this server and Redis. */
  readonly redisLink: FaultProxy;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Rates are off: a run of many clients from one address would only meet the limiter. */
const constantEnvironment = {
  NODE_ENV: 'test',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
  RATE_ADDRESS: '0',
  RATE_USER: '0',
  RATE_REGISTER: '0',
  RATE_LOGIN: '0',
  RATE_LOGIN_ADDRESS: '0',
};

/** The names of that many servers: s0, s1… */
export function serverNames(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `s${at}`);
}

/** Starts servers that share the set, Redis and their secrets, and waits until all are ready. */
export async function startServerSet(of: {
  ground: Ground;
  mongo: MongoSet;
  redisPort: number;
  names: readonly string[];
  random: () => number;
}): Promise<ServerReplica[]> {
  const secrets = { JWT_SECRET: makeSecret(), REFRESH_SECRET: makeSecret() };
  const servers = await Promise.all(of.names.map((name) => addServer({ ...of, name, secrets })));
  await Promise.all(servers.map((server) => server.start()));
  return servers;
}

async function addServer(of: {
  ground: Ground;
  mongo: MongoSet;
  redisPort: number;
  random: () => number;
  name: string;
  secrets: Readonly<Record<string, string>>;
}): Promise<ServerReplica> {
  const { ground, mongo, redisPort, random, name, secrets } = of;
  const port = await findSteadyPort();
  const [clientPort, redisLinkPort] = [await findSteadyPort(), await findSteadyPort()];
  const dialect = createHttpDialect({ random });
  const clientLink = await ground.addLink({ port: clientPort, targetPort: port, dialect });
  const redisLink = await ground.addLink({ port: redisLinkPort, targetPort: redisPort });
  const directUrl = `http://127.0.0.1:${port}`;
  const server = ground.addProcess({
    name,
    command: serverCommand(),
    workingDirectory: root,
    hostsPath: mongo.hostsFileFor(name),
    environment: {
      ...constantEnvironment,
      ...secrets,
      PORT: String(port),
      DATA_DIR: `${ground.folder}/${name}`,
      MONGODB_URL: mongo.urlFor(name),
      REDIS_URL: `redis://127.0.0.1:${redisLink.port}`,
    },
    isReady: () => isReady(directUrl),
  });
  const url = `http://127.0.0.1:${clientLink.port}`;
  return Object.assign(server, { url, directUrl, clientLink, redisLink });
}

/** The built server, which is what people run and which has the app; without a build its sources. */
function serverCommand(): Command {
  const built = `${root}/dist/server/main.js`;
  return existsSync(built)
    ? [process.execPath, '--enable-source-maps', built]
    : [process.execPath, '--import', 'tsx', 'sync-server/main.ts'];
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

function makeSecret(): string {
  return randomBytes(48).toString('base64');
}
