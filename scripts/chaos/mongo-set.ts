import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultProxy } from '#scripts/chaos/fault-proxy';
import type { Ground } from '#scripts/chaos/ground';
import { askMember, directUrl, findPrimary } from '#scripts/chaos/mongo-member';
import { writeHosts } from '#scripts/chaos/own-hosts';
import type { RestartableProcess } from '#scripts/chaos/restartable-process';
import { findSteadyPort } from '#scripts/chaos/steady-port';
import { findMongod } from '#scripts/mongod';

/** One mongod of the set. */
export type MongoMember = RestartableProcess & { readonly port: number };

/** A replica set of three, in which every way from one member or server to another member is a link of its own. */
export interface MongoSet {
  /** m0, m1 and m2. */
  readonly members: readonly MongoMember[];
  /** False where a process cannot have its own `/etc/hosts`: then there are no links, everything is direct. */
  readonly canPartition: boolean;
  /** What a server connects to; needs the hosts file of that server where there are links. With the database's name. */
  urlFor(observer: string): string;
  /** The hosts file a server must be run with; undefined where there are no links. */
  hostsFileFor(observer: string): string | undefined;
  /** What one who needs no links connects to, this process for example: the current primary, and only it. */
  primaryUrl(): Promise<string>;
  /** Waits up to 30 s for a member that says it is primary; of two that say so, the one elected last. */
  primary(): Promise<MongoMember>;
  /** The way from a member or server to a member. Throws when there is no such link. */
  link(from: string, to: string): FaultProxy;
  /** Makes the primary step down for 10 s, even if nobody can follow at once. */
  stepDown(): Promise<void>;
  /** Kills all members. */
  stop(): Promise<void>;
}

const names = ['m0', 'm1', 'm2'] as const;
const setName = 'chaos';
const databaseName = 'taskflow';

/** Starts the set, and links to it for these servers, and waits until it has a primary and two secondaries. */
export async function startMongoSet(of: {
  ground: Ground;
  observers: readonly string[];
}): Promise<MongoSet> {
  const { ground } = of;
  const { canPartition, folder } = ground;
  const ports = await Promise.all(names.map(() => findSteadyPort()));
  const links = canPartition ? await layLinks({ ...of, ports }) : new Map<string, FaultProxy>();
  const hostsFileFor = (observer: string) =>
    canPartition ? `${folder}/${observer}.hosts` : undefined;
  const mongod = await findMongod();
  const members = await Promise.all(
    names.map(async (name, at) => {
      const hostsPath = hostsFileFor(name);
      return addMember({ ground, mongod, name, port: ports[at] ?? 0, hostsPath });
    }),
  );
  await Promise.all(members.map((member) => member.start()));
  const hosts = members.map(({ name, port }) => `${canPartition ? name : '127.0.0.1'}:${port}`);
  await initiate(members, hosts);
  const primary = () => findPrimary(members);
  return {
    members,
    canPartition,
    primary,
    hostsFileFor,
    urlFor: () => `mongodb://${hosts.join(',')}/${databaseName}?replicaSet=${setName}`,
    primaryUrl: async () => directUrl(await primary(), databaseName),
    link: (from, to) => {
      const link = links.get(`${from}>${to}`);
      if (link === undefined) throw new Error(`there is no link from ${from} to ${to}`);
      return link;
    },
    stepDown: async () => {
      await askMember(await primary(), { replSetStepDown: 10, force: true });
    },
    stop: async () => {
      await Promise.all(members.map((member) => member.kill()));
    },
  };
}

/**
 * For each observer a hosts file in which every other member is an address of its own, where the link to it listens.
 * Members are known to each other by name and port, so a link must listen on the port of the member behind it.
 */
async function layLinks(of: {
  ground: Ground;
  observers: readonly string[];
  ports: readonly number[];
}): Promise<Map<string, FaultProxy>> {
  const { ground, observers, ports } = of;
  const links = new Map<string, FaultProxy>();
  for (const [at, observer] of [...names, ...observers].entries()) {
    const addressesByName: Record<string, string> = {};
    for (const [to, name] of names.entries()) {
      const host = observer === name ? '127.0.0.1' : `127.0.${20 + at}.${1 + to}`;
      const port = ports[to] ?? 0;
      addressesByName[name] = host;
      if (observer === name) continue;
      links.set(`${observer}>${name}`, await ground.addLink({ host, port, targetPort: port }));
    }
    await writeHosts(`${ground.folder}/${observer}.hosts`, addressesByName);
  }
  return links;
}

async function addMember(of: {
  ground: Ground;
  mongod: string;
  name: string;
  port: number;
  hostsPath: string | undefined;
}): Promise<MongoMember> {
  const { ground, mongod, name, port, hostsPath } = of;
  const dataFolder = `${ground.folder}/${name}`;
  await mkdir(dataFolder, { recursive: true });
  const options: Record<string, string> = {
    replSet: setName,
    bind_ip: '127.0.0.1',
    port: String(port),
    dbpath: dataFolder,
    wiredTigerCacheSizeGB: '0.25',
    oplogSize: '128',
  };
  // Else a secondary waits up to 30 s for a sync source that is cut off, and no majority answers meanwhile.
  const parameters = [
    'oplogNetworkTimeoutBufferSeconds=1',
    'diagnosticDataCollectionEnabled=false',
  ];
  const member = ground.addProcess({
    name,
    hostsPath,
    command: [
      mongod,
      '--nounixsocket',
      ...Object.entries(options).flatMap(([option, value]) => [`--${option}`, value]),
      ...parameters.flatMap((parameter) => ['--setParameter', parameter]),
    ],
    isReady: () =>
      askMember({ port }, { ping: 1 }).then(
        () => true,
        () => false,
      ),
  });
  return Object.assign(member, { port });
}

async function initiate(members: readonly MongoMember[], hosts: readonly string[]): Promise<void> {
  const [first] = members;
  if (first === undefined) return;
  await askMember(first, {
    replSetInitiate: {
      _id: setName,
      members: hosts.map((host, at) => ({ _id: at, host })),
      settings: { electionTimeoutMillis: 2_000, heartbeatIntervalMillis: 500 },
    },
  });
  await findPrimary(members);
  // A fault during the first copy of the data would be a fault of an empty set.
  const deadlineMs = performance.now() + 30_000;
  while (performance.now() < deadlineMs) {
    const greetings = await Promise.all(members.map((member) => askMember(member, { hello: 1 })));
    if (greetings.every((hello) => hello['isWritablePrimary'] || hello['secondary'])) return;
    await pause(100);
  }
  throw new Error('the replica set did not become whole within 30 s');
}
