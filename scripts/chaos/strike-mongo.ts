import { setTimeout as pause } from 'node:timers/promises';
import { fairWeather } from './link-weather.ts';
import { badWeathers, type MongoFault } from './mongo-faults.ts';
import { bareTask, type MongoScene } from './mongo-scene.ts';
import type { ServerReplica } from './server-set.ts';
import { sleepPastPurge } from './sleep-past-purge.ts';
import { keepFromReading } from './slow-reader.ts';
import type { Stage } from './stage.ts';

type FaultOf<N extends MongoFault['name']> = Extract<MongoFault, { name: N }>;

const lostAnswerEveryMs = 300;
const lostAnswerBytes = 60;
const startAttempts = 5;
/** What is done to links to and between members, which a machine may not have. */
const linkFaults: ReadonlySet<MongoFault['name']> = new Set([
  'primary cut off',
  'answers lost',
  'slow database',
]);

/** Does what the schedule asks for. Processes run and links are fair again when it resolves. */
export async function strikeMongo(scene: MongoScene, fault: MongoFault): Promise<void> {
  if (!scene.stage.mongo.canPartition && linkFaults.has(fault.name)) {
    return scene.record.skip(fault.name, 'this machine cannot cut links to the database');
  }
  scene.record.fault(fault.name, describe(fault));
  switch (fault.name) {
    case 'primary killed':
    case 'primary frozen':
      return strikePrimary(scene, fault);
    case 'everything killed':
      return killEverything(scene, fault.forMs);
    case 'primary steps down':
      return scene.stage.mongo.stepDown();
    case 'primary cut off':
      return cutPrimaryOff(scene, fault);
    case 'answers lost':
      return loseAnswers(scene, fault);
    case 'slow database':
      return slowDatabase(scene, fault.forMs);
    case 'redis killed':
    case 'redis frozen':
      return strikeRedis(scene, fault);
    case 'server cut from redis':
      return cutFromRedis(serverAt(scene, fault.server), fault.forMs);
    case 'server killed':
    case 'server stopped':
    case 'server frozen':
      return strikeServer(scene, fault);
    case 'all connections reset':
      for (const { clientLink } of scene.stage.servers) clientLink.resetAll();
      return undefined;
    case 'bad link':
      return spoilLink(serverAt(scene, fault.server), fault);
    case 'slow reader':
      return keepFromReading(scene, serverAt(scene, fault.server).directUrl);
    case 'slept past a purge':
      return sleepPastPurge(scene, fault.device);
    default:
      return fault satisfies never;
  }
}

/** Everything runs and every link is fair, whatever struck before. */
export async function healStage({ stage }: Pick<MongoScene, 'stage'>): Promise<void> {
  const { mongo, redis, servers } = stage;
  for (const one of [...mongo.members, redis, ...servers]) one.thaw();
  for (const link of allLinks(stage)) link.setWeather(fairWeather);
  await Promise.all([...mongo.members, redis].map((one) => one.start()));
  await mongo.primary();
  await Promise.all(servers.map(startServer));
}

function serverAt({ stage }: Pick<MongoScene, 'stage'>, index: number): ServerReplica {
  const server = stage.servers[index % stage.servers.length];
  if (server === undefined) throw new Error('a stage has servers');
  return server;
}

async function strikePrimary(
  { stage }: MongoScene,
  fault: FaultOf<'primary killed' | 'primary frozen'>,
): Promise<void> {
  const primary = await stage.mongo.primary();
  if (fault.name === 'primary frozen') {
    primary.freeze();
    await pause(fault.forMs);
    return primary.thaw();
  }
  await primary.kill();
  await pause(fault.forMs);
  return primary.start();
}

async function killEverything({ stage, cast }: MongoScene, downMs: number): Promise<void> {
  const { mongo, servers } = stage;
  await Promise.all([...mongo.members, ...servers].map((one) => one.kill()));
  await pause(downMs);
  await Promise.all(mongo.members.map((member) => member.start()));
  await mongo.primary();
  await Promise.all(servers.map(startServer));
  cast.spread(servers.map(({ url }) => url));
}

async function cutPrimaryOff(
  { stage }: MongoScene,
  { way, forMs }: FaultOf<'primary cut off'>,
): Promise<void> {
  const { mongo } = stage;
  const { name: primary } = await mongo.primary();
  const others = mongo.members.map(({ name }) => name).filter((name) => name !== primary);
  const inbound = others.map((other) => mongo.link(other, primary));
  const outbound = others.map((other) => mongo.link(primary, other));
  const cut = [...(way === 'out' ? [] : inbound), ...(way === 'in' ? [] : outbound)];
  for (const link of cut) link.setWeather({ up: 'drop', down: 'drop' });
  await pause(forMs);
  for (const link of cut) link.setWeather(fairWeather);
}

/** The answer of the database is cut in the middle: what became of the insert is then unknown. */
async function loseAnswers(scene: MongoScene, fault: FaultOf<'answers lost'>): Promise<void> {
  const links = databaseLinks(scene, serverAt(scene, fault.server));
  for (let time = 0; time < fault.times; time += 1) {
    for (const link of links) link.setWeather({ cutAfterDownBytes: lostAnswerBytes });
    await pause(lostAnswerEveryMs);
    for (const link of links) link.setWeather(fairWeather);
    await pause(lostAnswerEveryMs);
  }
}

async function slowDatabase(scene: MongoScene, forMs: number): Promise<void> {
  const links = scene.stage.servers.flatMap((server) => databaseLinks(scene, server));
  for (const link of links) link.setWeather({ latencyMs: 100, jitterMs: 50 });
  await pause(forMs);
  for (const link of links) link.setWeather(fairWeather);
}

async function strikeRedis(
  { stage }: MongoScene,
  fault: FaultOf<'redis killed' | 'redis frozen'>,
): Promise<void> {
  const { redis } = stage;
  if (fault.name === 'redis frozen') {
    redis.freeze();
    await pause(fault.forMs);
    return redis.thaw();
  }
  await redis.kill();
  await pause(fault.forMs);
  return redis.start();
}

async function cutFromRedis({ redisLink }: ServerReplica, forMs: number): Promise<void> {
  redisLink.setWeather({ up: 'drop', down: 'drop', refuses: true });
  await pause(forMs);
  redisLink.setWeather(fairWeather);
}

/** Clients go to another server, as a balancer sends them; a push is under way when this one is killed. */
async function strikeServer(
  scene: MongoScene,
  fault: FaultOf<'server killed' | 'server stopped' | 'server frozen'>,
): Promise<void> {
  const { stage, cast, record, client } = scene;
  const server = serverAt(scene, fault.server);
  const other = serverAt(scene, fault.server + 1);
  if (fault.name === 'server frozen') {
    server.freeze();
    await pause(fault.forMs);
    return server.thaw();
  }
  const batch = client.make([bareTask(scene)]);
  const pushed = client.push(server.url, batch);
  await pause(scene.random() * 15);
  if (fault.name === 'server killed') await server.kill();
  else {
    const { exitCode, tookMs } = await server.term();
    record.facts.stops.push({ code: exitCode, tookMs });
  }
  cast.moveClients(server.url, other.url);
  await pushed;
  await client.pushUntilAnswered(other.url, batch, 30_000);
  await pause(fault.forMs);
  await startServer(server);
  return cast.spread(stage.servers.map(({ url }) => url));
}

async function spoilLink(
  { clientLink }: ServerReplica,
  { kind, forMs }: FaultOf<'bad link'>,
): Promise<void> {
  clientLink.setWeather(badWeathers[kind]);
  await pause(forMs);
  clientLink.setWeather(fairWeather);
}

function databaseLinks({ stage }: Pick<MongoScene, 'stage'>, { name }: ServerReplica) {
  const { mongo } = stage;
  return mongo.canPartition ? mongo.members.map((member) => mongo.link(name, member.name)) : [];
}

function allLinks(stage: Stage) {
  const { mongo, servers } = stage;
  const names = mongo.members.map(({ name }) => name);
  const pairs = names.flatMap((from) => names.map((to) => ({ from, to })));
  const between = mongo.canPartition ? pairs.filter(({ from, to }) => from !== to) : [];
  return [
    ...between.map(({ from, to }) => mongo.link(from, to)),
    ...servers.flatMap((server) => [
      server.clientLink,
      server.redisLink,
      ...databaseLinks({ stage }, server),
    ]),
  ];
}

/** A server without a primary ends at its start, as it should; a supervisor starts it again. */
async function startServer(server: ServerReplica): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await server.start();
    } catch (error) {
      if (attempt === startAttempts) throw error;
      await pause(1_000);
    }
  }
}

function describe(fault: MongoFault): string {
  const { name: _name, ...details } = fault;
  const words = Object.entries(details).map(([key, value]) => `${key} ${value}`);
  return words.join(', ');
}
