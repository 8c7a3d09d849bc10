import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createSeededRandom } from '#scripts/seeded-random';
import { awaitWrites } from './await-writes.ts';
import { BareClient } from './bare-client.ts';
import { type BrowserTabs, openBrowserTabs } from './browser-tabs.ts';
import { strikeBrowsers } from './browser-faults.ts';
import { Cast, registerPeople } from './cast.ts';
import { judgeRun } from './chaos-history.ts';
import type { ChaosRunner, RunOptions } from './chaos-run.ts';
import { strikeClients } from './client-faults.ts';
import { drawFaults, namesInRound, strikeUntil } from './draw-faults.ts';
import {
  type EmbeddedFault,
  embeddedRound,
  type EmbeddedStage,
  removeBob,
  strikeServer,
} from './embedded-faults.ts';
import { createEmbeddedServer, serverPrograms } from './embedded-server.ts';
import { healRun, type Players } from './heal-run.ts';
import { withStorage } from './offline-storage.ts';
import { addMember } from './server-command.ts';
import { type DataDisk, openDataDisk } from './small-disk.ts';

const diskMib = 128;
const editEveryMs = 1_300;
/** Of the time in which faults strike: then a member is removed. */
const removalAtShare = 0.6;

/** The run with the embedded database: one server process on a small disk, killed, frozen, stopped, filled and torn. */
export const runEmbedded: ChaosRunner = async (options) => {
  const folder = join(options.record.folder, 'disk');
  await mkdir(folder, { recursive: true });
  const disk = await openDataDisk({ folder, sizeMib: diskMib });
  options.cleanUps.add(() => disk.end());
  try {
    return await runOnDisk(options, disk);
  } finally {
    await disk.end();
  }
};

async function runOnDisk(options: RunOptions, disk: DataDisk) {
  const { record, seed, devices } = options;
  const stage = await openStage(options, disk);
  const { server, people, workspaceId } = stage;
  const urls = [server.url];
  const cast = new Cast({ record, people, workspaceId, urls, seed, devices });
  let tabs: BrowserTabs | undefined;
  try {
    await cast.open();
    tabs = await openBrowserTabs({
      ...options,
      person: people.alice,
      url: server.url,
      workspaceId,
    });
    cast.startWork(editEveryMs);
    tabs.startWork();
    await strikeForAWhile(options, stage, { cast, tabs });
    if (!server.isRunning) await server.start();
    await healRun(options, { cast, tabs, client: stage.client, url: server.url });
    record.facts.serverMemoryMib.set('the server', server.memoryMib());
    await cast.readEnd();
    await tabs.readEnd();
  } finally {
    cast.close();
    await tabs?.close();
    record.facts.stops.push(await server.stop());
  }
  const folder = join(record.folder, 'end');
  const faults = namesInRound(embeddedRound, options.only);
  const asked = { ...options, database: 'embedded', faults } as const;
  return withStorage({ disk, folder }, (storage) =>
    judgeRun(record, { storage, workspaceId, asked }),
  );
}

/** Registers everybody on a new server, and makes Bob a member while it is down, as a command does. */
async function openStage(
  { record, seed, cleanUps }: RunOptions,
  disk: DataDisk,
): Promise<EmbeddedStage> {
  const program = serverPrograms.built;
  const server = await createEmbeddedServer({
    dataDir: disk.innerPath,
    enter: (command) => disk.enter(command),
    program,
    onUnaskedEnd: (how) => record.recorder.surprise(how),
  });
  cleanUps.add(() => server.kill());
  await server.start();
  const people = await registerPeople(server.url);
  const { alice, bob } = people;
  const workspaceId = alice.personalWorkspaceId;
  await server.stop();
  await withStorage({ disk, folder: join(record.folder, 'command') }, (storage) =>
    addMember(storage, { workspaceId, admin: alice, member: bob }),
  );
  await server.start();
  record.facts.readable.set(alice.userId, new Set([workspaceId]));
  record.facts.readable.set(bob.userId, new Set([workspaceId, bob.personalWorkspaceId]));
  const client = new BareClient({ person: alice, workspaceId, record });
  await client.signIn(server.url);
  const random = createSeededRandom(seed * 31 + 5);
  return { server, disk, program, record, client, people, workspaceId, random };
}

async function strikeForAWhile(
  { seed, minutes, only }: RunOptions,
  stage: EmbeddedStage,
  { cast, tabs }: Pick<Players, 'cast' | 'tabs'>,
): Promise<void> {
  const { server } = stage;
  const runMs = minutes * 60_000;
  const endMs = Date.now() + runMs;
  const removalMs = Date.now() + runMs * removalAtShare;
  let isRemovalDue = true;
  const runDue = async () => {
    if (!isRemovalDue || Date.now() < removalMs) return;
    isRemovalDue = false;
    await removeBob(stage);
  };
  const strike = async (fault: EmbeddedFault) => {
    await runDue();
    await strikeServer(stage, fault);
    // It has been noted as a surprise; a supervisor would start it again.
    if (!server.isRunning) await server.start();
    await awaitWrites({ ...stage, servers: [{ name: 'the server', url: server.url }] }, fault.name);
  };
  const servers = drawFaults({ seed, betweenMs: [3_000, 9_000], round: embeddedRound, only });
  await Promise.all([
    strikeUntil(endMs, servers, strike).then(runDue),
    strikeClients(endMs, { seed, cast }),
    strikeBrowsers(endMs, { seed, tabs }),
  ]);
}
