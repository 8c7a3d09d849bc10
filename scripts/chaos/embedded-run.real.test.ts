import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmbeddedStorage } from '#server/storage/embedded/open-embedded-storage';
import { BareClient } from './bare-client.ts';
import { Cast, registerPeople } from './cast.ts';
import { judgeRun } from './chaos-history.ts';
import { type ChaosRecord, openChaosRecord } from './chaos-record.ts';
import { checkRun, type RuleVerdict } from './check-run.ts';
import { copyDamaged, judgeDamaged } from './damaged-copy.ts';
import { createEmbeddedServer, type EmbeddedServer, serverPrograms } from './embedded-server.ts';

const program = serverPrograms.source;

let folder = '';
let record: ChaosRecord;
let server: EmbeddedServer;
let dataDir = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskflow-cast-'));
  dataDir = join(folder, 'data');
  record = openChaosRecord({ seed: 1, folder, print: () => undefined });
  const enter = (command: readonly string[]) => [...command];
  server = await createEmbeddedServer({ dataDir, enter, program });
  await server.start();
});
afterEach(async () => {
  await server.kill();
  await record.close();
  await rm(folder, { recursive: true });
});

/** Names of the rules that found something. */
function broken(verdicts: readonly RuleVerdict[]): string[] {
  return verdicts.filter(({ problems }) => problems.length > 0).map(({ rule }) => rule);
}

test('devices that edit, are killed and meet a server that is killed pass every rule; a log that lacks one entry does not', async () => {
  const people = await registerPeople(server.url);
  const workspaceId = people.alice.personalWorkspaceId;
  const readable = new Set([workspaceId, people.bob.personalWorkspaceId]);
  for (const { userId } of [people.alice, people.bob]) record.facts.readable.set(userId, readable);
  const client = new BareClient({ person: people.alice, workspaceId, record });
  await client.signIn(server.url);
  const urls = [server.url];
  const cast = new Cast({ record, people, workspaceId, urls, seed: 3, devices: 2 });
  await cast.open();
  cast.startWork(100);
  for (let device = 0; device < 6; device += 1) await cast.strike({ name: 'tab killed', device });
  await server.kill();
  await cast.strike({ name: 'tab killed', device: 1 });

  const target = join(folder, 'copy');
  const damage = { file: 'log.db-wal', how: 'cut', share: 0.5 } as const;
  await copyDamaged({ dataDir, target, damage });
  await server.start();
  record.facts.copies.push(
    await judgeDamaged({ name: 'copy', target, program, client, workspaceId }),
  );
  await cast.stopWork();
  await cast.heal();
  const readHead = async () => (await client.pull(server.url))?.head;
  expect(await cast.untilQuiet({ readHead, withinMs: 30_000 })).toEqual([]);
  await cast.readEnd();
  cast.close();
  record.facts.stops.push(await server.stop());

  const storage = await openEmbeddedStorage({ dataDir });
  const verdicts = await judgeRun(record, { storage, workspaceId }).finally(() => storage.close());
  expect(verdicts.filter(({ problems }) => problems.length > 0)).toEqual([]);
  const { facts } = record;
  const { history } = record.recorder;
  expect(history.made.length).toBeGreaterThan(5);

  const [[epoch, log] = ['', []]] = history.logs;
  history.logs.set(epoch, [...log.slice(0, 3), ...log.slice(4)]);
  expect(broken(checkRun({ history, facts }))).toEqual(
    expect.arrayContaining(['gapless log', 'once each', 'answers hold']),
  );
}, 60_000);
