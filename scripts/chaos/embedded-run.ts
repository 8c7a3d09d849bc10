import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BareClient } from './bare-client.ts';
import { type BrowserTabs, openBrowserTabs } from './browser-tabs.ts';
import { browserRound, strikeBrowser } from './browser-faults.ts';
import { Cast, registerPeople } from './cast.ts';
import { judgeRun } from './chaos-history.ts';
import type { ChaosRunner, RunOptions } from './chaos-run.ts';
import { clientRound, drawFaults, type DueFault } from './draw-faults.ts';
import { embeddedRound, type EmbeddedStage, removeBob, strikeServer } from './embedded-faults.ts';
import { createEmbeddedServer, serverPrograms } from './embedded-server.ts';
import { withStorage } from './offline-storage.ts';
import { addMember } from './server-command.ts';
import { type DataDisk, openDataDisk } from './small-disk.ts';

const diskMib = 128;
const editEveryMs = 1_300;
/** After everything was healed, this must be enough. */
const quietWithinMs = 30_000;
/** Of the time in which faults strike: then a member is removed. */
const removalAtShare = 0.6;

/** The run with the embedded database: one server process on a small disk, killed, frozen, stopped, filled and torn. */
export const runEmbedded: ChaosRunner = async (options) => {
  const folder = join(options.record.folder, 'disk');
  await mkdir(folder, { recursive: true });
  const disk = await openDataDisk({ folder, sizeMib: diskMib });
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
    await strikeForAWhile(options, { stage, cast, tabs });
    await heal(options, { stage, cast, tabs });
    await cast.readEnd();
    await tabs.readEnd();
  } finally {
    cast.close();
    await tabs?.close();
    record.facts.stops.push(await server.stop());
  }
  const folder = join(record.folder, 'end');
  return withStorage({ disk, folder }, (storage) => judgeRun(record, { storage, workspaceId }));
}

/** Registers everybody on a new server, and makes Bob a member while it is down, as a command does. */
async function openStage({ record }: RunOptions, disk: DataDisk): Promise<EmbeddedStage> {
  const program = serverPrograms.built;
  const server = await createEmbeddedServer({
    dataDir: disk.innerPath,
    enter: (command) => disk.enter(command),
    program,
  });
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
  return { server, disk, program, record, client, people, workspaceId };
}

interface Players {
  stage: EmbeddedStage;
  cast: Cast;
  tabs: BrowserTabs;
}

async function strikeForAWhile(options: RunOptions, players: Players): Promise<void> {
  const { seed, minutes } = options;
  const { stage, cast, tabs } = players;
  const endMs = Date.now() + minutes * 60_000;
  const removalMs = Date.now() + minutes * 60_000 * removalAtShare;
  let isRemovalDue = true;
  const serverFaults = drawFaults({ seed, betweenMs: [3_000, 9_000], round: embeddedRound });
  const clientFaults = drawFaults({
    seed: seed + 1,
    betweenMs: [1_000, 6_000],
    round: clientRound,
  });
  const browserFaults = drawFaults({
    seed: seed + 2,
    betweenMs: [4_000, 12_000],
    round: browserRound,
  });
  await Promise.all([
    strikeUntil(endMs, serverFaults, async (fault) => {
      if (isRemovalDue && Date.now() > removalMs) {
        isRemovalDue = false;
        await removeBob(stage);
      }
      await strikeServer(stage, fault);
    }),
    strikeUntil(endMs, clientFaults, (fault) => cast.strike(fault)),
    strikeUntil(endMs, browserFaults, (fault) => strikeBrowser(tabs, fault)),
  ]);
}

async function strikeUntil<T>(
  endMs: number,
  faults: Iterator<DueFault<T>, never>,
  strike: (fault: T) => Promise<void>,
): Promise<void> {
  for (;;) {
    const { afterMs, fault } = faults.next().value;
    if (Date.now() + afterMs > endMs) return;
    await pause(afterMs);
    await strike(fault);
  }
}

/** Everything works again; what still waits after 30 s is printed here and found by `liveness`. */
async function heal({ record, print }: RunOptions, { stage, cast, tabs }: Players): Promise<void> {
  const { server, client } = stage;
  await cast.stopWork();
  await tabs.stopWork();
  record.fault('healed', 'everybody is online, the server runs');
  await Promise.all([cast.heal(), tabs.heal()]);
  const startMs = Date.now();
  const readHead = async () => (await client.pull(server.url))?.head;
  const waiting = await cast.untilQuiet({ readHead, withinMs: quietWithinMs });
  waiting.push(...(await tabs.untilQuiet({ withinMs: quietWithinMs })));
  for (const line of waiting) print(line);
  print(`quiet after ${((Date.now() - startMs) / 1000).toFixed(1)} s`);
  record.facts.serverMemoryMib.set('the server', server.memoryMib());
}
