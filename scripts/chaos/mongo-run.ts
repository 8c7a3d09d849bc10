import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSeededRandom } from '#scripts/seeded-random';
import { awaitWrites } from './await-writes.ts';
import { BareClient } from './bare-client.ts';
import { strikeBrowsers } from './browser-faults.ts';
import { openBrowserTabs } from './browser-tabs.ts';
import { Cast, registerPeople } from './cast.ts';
import { judgeRun } from './chaos-history.ts';
import type { ChaosRunner, RunOptions } from './chaos-run.ts';
import type { RuleVerdict } from './check-run.ts';
import { strikeClients } from './client-faults.ts';
import { drawFaults, namesInRound, strikeUntil } from './draw-faults.ts';
import { healRun } from './heal-run.ts';
import { backUpLog, type LogBackup, restoreLog } from './mongo-backup.ts';
import { type MongoFault, mongoRound } from './mongo-faults.ts';
import { withMongoStorage } from './mongo-jobs.ts';
import { readServer } from './read-server.ts';
import { addMember, removeMember } from './server-command.ts';
import { type Stage, startStage } from './stage.ts';
import type { MongoScene } from './mongo-scene.ts';
import { healStage, strikeMongo } from './strike-mongo.ts';

const serverCount = 3;
const editEveryMs = 1_300;
const resumeWithinMs = 30_000;
const mib = 1024;

/** When, as shares of the time in which faults strike, what happens once a run. */
const onceAt = { silence: 0.1, backUp: 0.3, restore: 0.45, removal: 0.7 };

/** The run with a replica set, Redis and three servers, whose every link can go bad. */
export const runMongo: ChaosRunner = async (options) => {
  const { record, seed } = options;
  const random = createSeededRandom(seed * 31 + 5);
  const folder = join(record.folder, 'stage');
  const stage = await startStage({ random, servers: serverCount, folder });
  options.cleanUps.add(() => stage.stop());
  try {
    return await runOnStage(options, stage, random);
  } finally {
    await stage.stop();
  }
};

async function runOnStage(
  options: RunOptions,
  stage: Stage,
  random: () => number,
): Promise<RuleVerdict[]> {
  const { record, seed, devices } = options;
  const { people, workspaceId, client } = await openWorkspace(options, stage);
  const urls = stage.servers.map(({ url }) => url);
  const cast = new Cast({ record, people, workspaceId, urls, seed, devices });
  const url = urls[0] ?? '';
  const tabs = await openBrowserTabs({ ...options, person: people.alice, url, workspaceId });
  const scene = { stage, record, cast, tabs, client, people, workspaceId, random };
  try {
    await cast.open();
    cast.startWork(editEveryMs);
    tabs.startWork();
    await strikeForAWhile(options, scene);
    await healStage(scene);
    cast.spread(urls);
    await healRun(options, { cast, tabs, client, url });
    for (const { name, pid } of stage.servers) {
      record.facts.serverMemoryMib.set(name, await memoryMib(pid));
    }
    await cast.readEnd();
    await tabs.readEnd();
  } finally {
    cast.close();
    await tabs.close();
  }
  await Promise.all(stage.servers.map((server) => server.kill()));
  const faults = namesInRound(mongoRound, options.only);
  const asked = { ...options, database: 'mongo', faults } as const;
  return withMongoStorage(await stage.storageUrl(), (storage) =>
    judgeRun(record, { storage, workspaceId, asked }),
  );
}

/** Registers everybody and makes Bob a member, as a command beside the servers does. */
async function openWorkspace({ record }: RunOptions, stage: Stage) {
  const url = stage.servers[0]?.url ?? '';
  const people = await registerPeople(url);
  const { alice, bob } = people;
  const workspaceId = alice.personalWorkspaceId;
  await withMongoStorage(await stage.storageUrl(), (storage) =>
    addMember(storage, { workspaceId, admin: alice, member: bob }),
  );
  record.facts.readable.set(alice.userId, new Set([workspaceId]));
  record.facts.readable.set(bob.userId, new Set([workspaceId, bob.personalWorkspaceId]));
  const client = new BareClient({ person: alice, workspaceId, record });
  await client.signIn(url);
  return { people, workspaceId, client };
}

async function strikeForAWhile(
  { seed, minutes, only }: RunOptions,
  scene: MongoScene,
): Promise<void> {
  const { cast, tabs } = scene;
  const runMs = minutes * 60_000;
  const startMs = Date.now();
  const endMs = startMs + runMs;
  let backup: LogBackup | undefined;
  const due = new Map<number, () => Promise<void>>([
    [onceAt.silence, async () => silenceConnections(scene)],
    [onceAt.backUp, async () => void (backup = await makeBackup(scene))],
    [onceAt.restore, async () => restoreBackup(scene, backup)],
    [onceAt.removal, async () => removeBob(scene)],
  ]);
  // One at a time: a removal right behind a restore would meet devices that have not come back from it yet.
  const runDue = async () => {
    const [share, run] = [...due][0] ?? [1, async () => undefined];
    if (Date.now() < startMs + runMs * share) return;
    due.delete(share);
    await run();
  };
  const strike = async (fault: MongoFault) => {
    await runDue();
    await strikeMongo(scene, fault);
    await awaitWrites({ ...scene, servers: scene.stage.servers }, fault.name);
  };
  const servers = drawFaults({ seed, betweenMs: [300, 2_500], round: mongoRound, only });
  await Promise.all([
    strikeUntil(endMs, servers, strike).then(runDue),
    strikeClients(endMs, { seed, cast }),
    strikeBrowsers(endMs, { seed, tabs }),
  ]);
}

/** A router forgets all connections to one server: nobody is told, and new ones are made (F18). */
function silenceConnections({ stage, record }: MongoScene): void {
  const [server] = stage.servers;
  const ends = server?.clientLink.silenceAll() ?? [];
  record.facts.silentEnds.push(...ends);
  record.fault('connections silent', `${ends.length} ends at ${server?.name}`);
}

async function makeBackup({ stage, record, workspaceId }: MongoScene): Promise<LogBackup> {
  const backup = await backUpLog(await stage.storageUrl(), workspaceId);
  record.fault('backup', `of ${backup.entries.length} entries`);
  return backup;
}

/** Every server is stopped, the log is put back, and what ends with its epoch is kept for the judge (R10). */
async function restoreBackup(scene: MongoScene, backup: LogBackup | undefined): Promise<void> {
  const { stage, record, workspaceId, client, cast } = scene;
  if (backup === undefined) return;
  await Promise.all(stage.servers.map((server) => server.kill()));
  const url = await stage.storageUrl();
  const { log, server } = await withMongoStorage(url, (storage) =>
    readServer(storage, workspaceId),
  );
  const { history } = record.recorder;
  history.logs.set(server.epoch, log);
  record.fault('restore', `from ${log.length} entries to ${backup.entries.length}`);
  await restoreLog(url, backup);
  record.recorder.note('restored');
  const { length } = backup.entries;
  const restored = log.slice(0, length);
  await healStage(scene);
  cast.spread(stage.servers.map((one) => one.url));
  for (const batch of client.renumberLost(stampsIn(restored.map(({ body }) => body)))) {
    await client.pushUntilAnswered(stage.servers[0]?.url ?? '', batch, resumeWithinMs);
  }
}

function stampsIn(bodies: readonly string[]): Set<string> {
  return new Set(
    bodies.flatMap((body) =>
      [...body.matchAll(/"stamp":"([^"]+)"/g)].flatMap(([, stamp]) => stamp ?? []),
    ),
  );
}

async function removeBob({ stage, record, people, workspaceId }: MongoScene): Promise<void> {
  record.recorder.history.removedUserIds.add(people.bob.userId);
  record.fault('member removed', 'bob, while his devices push');
  const of = { workspaceId, admin: people.alice, member: people.bob };
  const seq = await withMongoStorage(await stage.storageUrl(), (storage) =>
    removeMember(storage, of),
  );
  record.recorder.note('removed', String(seq));
  record.facts.readable.set(people.bob.userId, new Set([people.bob.personalWorkspaceId]));
}

async function memoryMib(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kib = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Math.round(Number(kib) / mib);
}
