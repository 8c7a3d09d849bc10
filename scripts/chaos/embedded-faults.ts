import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '#scripts/seeded-random';
import type { BareClient } from './bare-client.ts';
import type { People } from './cast.ts';
import type { ChaosRecord } from './chaos-record.ts';
import { copyDamaged, type Damage, judgeDamaged } from './damaged-copy.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { fillDisk } from './full-disk.ts';
import { withStorage } from './offline-storage.ts';
import { removeMember } from './server-command.ts';
import type { DataDisk } from './small-disk.ts';

/** What can happen to a server with the embedded database. */
export type EmbeddedFault =
  | { name: 'server killed'; downMs: number }
  | { name: 'server frozen'; forMs: number }
  | { name: 'server stopped'; downMs: number }
  | { name: 'disk full'; forMs: number; isRoomKept: boolean }
  | { name: 'torn tail'; damage: Damage };

/** One round: each kind, and the plain kill several times. */
export function embeddedRound(random: SeededRandom): EmbeddedFault[] {
  const downMs = () => 100 + random() * 3_000;
  const damage = (file: Damage['file'], how: Damage['how']): EmbeddedFault => ({
    name: 'torn tail',
    damage: { file, how, share: random() ** 2 },
  });
  return [
    { name: 'server killed', downMs: downMs() },
    { name: 'server killed', downMs: downMs() },
    { name: 'server killed', downMs: downMs() },
    { name: 'server frozen', forMs: 1_000 + random() * 6_000 },
    { name: 'server stopped', downMs: downMs() },
    { name: 'disk full', forMs: 1_000 + random() * 4_000, isRoomKept: true },
    { name: 'disk full', forMs: 1_000 + random() * 4_000, isRoomKept: false },
    damage('log.db-wal', 'cut'),
    damage('log.db-wal', 'flip'),
    damage('view.db-wal', random() < 0.5 ? 'cut' : 'flip'),
  ];
}

/** The server of a run and what its faults need. */
export interface EmbeddedStage {
  server: EmbeddedServer;
  disk: DataDisk;
  program: readonly string[];
  record: ChaosRecord;
  client: BareClient;
  people: People;
  workspaceId: string;
  random: SeededRandom;
}

/** Does to the server what the schedule asks for; it runs and takes pushes when this resolves. */
export async function strikeServer(stage: EmbeddedStage, fault: EmbeddedFault): Promise<void> {
  const { server, record } = stage;
  switch (fault.name) {
    case 'server killed':
      record.fault(fault.name, `kill -9, back after ${Math.round(fault.downMs)} ms`);
      await server.kill();
      await pause(fault.downMs);
      return server.start();
    case 'server frozen':
      record.fault(fault.name, `for ${Math.round(fault.forMs)} ms`);
      server.freeze();
      await pause(fault.forMs);
      return server.thaw();
    case 'server stopped':
      return stopServer(stage, fault.downMs);
    case 'disk full':
      return fillServerDisk(stage, fault);
    case 'torn tail':
      return tearTail(stage, fault.damage);
    default:
      return fault satisfies never;
  }
}

/** While no server holds the data, a command takes Bob out of the workspace (R9). */
export async function removeBob(stage: EmbeddedStage): Promise<void> {
  const { server, disk, record, people, workspaceId } = stage;
  record.recorder.history.removedUserIds.add(people.bob.userId);
  record.fault('member removed', 'bob, while the server is down');
  await server.kill();
  const of = { workspaceId, admin: people.alice, member: people.bob };
  const folder = join(record.folder, 'command');
  const seq = await withStorage({ disk, folder }, (storage) => removeMember(storage, of));
  record.recorder.note('removed', String(seq));
  record.facts.readable.set(people.bob.userId, new Set([people.bob.personalWorkspaceId]));
  await server.start();
}

async function stopServer({ server, record }: EmbeddedStage, downMs: number): Promise<void> {
  record.fault('server stopped', 'SIGTERM under load');
  const stop = await server.stop();
  record.facts.stops.push(stop);
  record.op('info', 'server stopped', { ...stop });
  await pause(downMs);
  await server.start();
}

async function fillServerDisk(
  stage: EmbeddedStage,
  { name, forMs: keepFullMs, isRoomKept }: Extract<EmbeddedFault, { name: 'disk full' }>,
): Promise<void> {
  const { server, disk, record, client } = stage;
  const { fill } = disk;
  if (fill === undefined) return record.skip(name, 'this machine has no disk that can be filled');
  const { url } = server;
  const kept = isRoomKept ? 'with room kept by the log' : 'right after a start';
  record.fault(name, `${kept}, for ${Math.round(keepFullMs)} ms`);
  if (!isRoomKept) {
    // A server that ends in order gives the room of its write-ahead log back.
    record.facts.stops.push(await server.stop());
    await server.start();
  }
  const free = () => disk.free();
  const outcome = await fillDisk({ fill, free, url, client, keepFullMs, isRoomKept });
  record.facts.fullDisks.push(outcome);
  record.op('info', 'disk full', { ...outcome });
  return undefined;
}

async function tearTail(stage: EmbeddedStage, damage: Damage): Promise<void> {
  const { server, disk, record, client, program, workspaceId } = stage;
  const name = `copy${record.facts.copies.length + 1}, ${damage.file} ${damage.how}`;
  record.fault('torn tail', name);
  const target = join(record.folder, `copy${record.facts.copies.length + 1}`);
  await server.kill();
  await copyDamaged({ dataDir: disk.path, target, damage });
  await server.start();
  const copy = await judgeDamaged({ name, target, program, client, workspaceId });
  record.facts.copies.push(copy);
  record.recorder.note(`a damaged copy ${copy.outcome}`);
  const { outcome, problems, entries } = copy;
  record.op('info', 'torn tail', { name, outcome, problems, entries: entries.length });
}
