import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fairWeather } from '#scripts/chaos/fault-proxy';
import { directUrl } from '#scripts/chaos/mongo-member';
import { canHaveOwnHosts } from '#scripts/chaos/own-hosts';
import type { ServerReplica } from '#scripts/chaos/server-set';
import { type Stage, startStage } from '#scripts/chaos/stage';
import { createSeededRandom } from '#scripts/seeded-random';
import { openSocket } from '#server/live/testing/open-socket';
import { createTestPerson, send, type TestPerson } from '#server/testing/test-person';
import { formatStamp } from '#shared/stamp';

const canRun = await canHaveOwnHosts();
if (!canRun) {
  process.stderr.write(
    'The stage is not tested: this machine does not let a process have its own /etc/hosts (unshare -rm).\n',
  );
}

let folder: string;
let stage: Stage;
let alice: TestPerson;
let workspaceId: string;

/** A batch of one device that can be sent more than once, as a device does that heard no answer. */
function batchOf(deviceId: string) {
  const stamp = formatStamp({ ms: Date.now(), counter: 0, deviceId });
  const changes = [{ kind: 'task', id: v7(), create: { title: 'milk' } }];
  const json = { workspaceId, deviceId, batches: [{ n: 1, v: 1, stamp, changes }] };
  const headers = { Authorization: `Bearer ${alice.token}` };
  return (server: ServerReplica) =>
    send(server.url, 'POST /api/sync/push', { json, headers }).then(
      ({ status, body }) => ({ status, results: body['results'], head: Number(body['head']) }),
      () => ({ status: 0, results: undefined, head: 0 }),
    );
}

function server(at: number): ServerReplica {
  const found = stage.servers[at];
  if (found === undefined) throw new Error(`there is no server ${at}`);
  return found;
}

/** The links by which a member reaches the others and is reached by them. */
function linksAround(name: string) {
  const others = stage.mongo.members.filter((member) => member.name !== name);
  return others.flatMap((other) => [
    stage.mongo.link(name, other.name),
    stage.mongo.link(other.name, name),
  ]);
}

/** Writes past all links to one member, waiting 5 s for a majority; says what came of it. */
async function insertAt(port: number, id: string): Promise<'acknowledged' | 'refused'> {
  const client = new MongoClient(directUrl({ port }), { retryWrites: false });
  try {
    const collection = client.db('chaos').collection<{ _id: string }>('writes');
    const writeConcern = { w: 'majority', wtimeoutMS: 5_000 } as const;
    await collection.insertOne({ _id: id }, { writeConcern });
    return 'acknowledged';
  } catch {
    return 'refused';
  } finally {
    await client.close();
  }
}

async function idsAt(url: string, level: 'local' | 'majority'): Promise<string[]> {
  const client = new MongoClient(url);
  try {
    const collection = client.db('chaos').collection<{ _id: string }>('writes');
    const found = await collection.find({}, { readConcern: { level } }).toArray();
    return found.map(({ _id }) => _id);
  } finally {
    await client.close();
  }
}

/** Ended, or ended and waiting for a parent that never asks. */
function isGone(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    return state.startsWith('Z');
  } catch {
    return true;
  }
}

describe.runIf(canRun)('the stage', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taskflow-stage-'));
    stage = await startStage({ random: createSeededRandom(1), servers: 2, folder });
    alice = await createTestPerson(server(0).url, 'Alice');
    const { body } = await alice.send('GET /api/workspaces');
    workspaceId = (body['workspaces'] as { id: string }[])[0]?.id ?? '';
  });

  afterAll(async () => {
    await stage?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('a push goes through the links of its server to every part', async () => {
    const primary = await stage.mongo.primary();
    const link = stage.mongo.link('s1', primary.name);
    const before = link.bytes().up;
    expect(await batchOf('through000')(server(1))).toMatchObject({ status: 200 });
    expect(link.bytes().up).toBeGreaterThan(before);
    expect(server(1).redisLink.bytes().down).toBeGreaterThan(0);
    expect(server(1).clientLink.bytes().up).toBeGreaterThan(0);
  });

  test('[R3] an answer that is cut off is lost after the commit; sent again it is repeated', async () => {
    const push = batchOf('cutoff0000');
    server(0).clientLink.setWeather({ cutAfterDownBytes: 1 });
    expect((await push(server(0))).status).toBe(0);
    server(0).clientLink.setWeather(fairWeather);
    const again = await push(server(0));
    expect(again).toMatchObject({ status: 200, results: [{ repeated: true }] });
  });

  test('[R2] [R3] pushes and events that come twice are committed once', async () => {
    const { url, clientLink } = server(1);
    const before = await batchOf('before0000')(server(1));
    clientLink.setWeather({ doubleShare: 1 });
    const listener = await openSocket(url, { token: alice.token });
    await listener.ask('join', { workspaceId, deviceId: 'listener00' });
    const doubled = await batchOf('doubled000')(server(1));
    const events = [await listener.next('commit'), await listener.next('commit')];
    expect(events.map(({ seq }) => seq)).toEqual([doubled.head, doubled.head]);
    listener.socket.disconnect();
    clientLink.setWeather(fairWeather);
    expect((await batchOf('after00000')(server(1))).head).toBe(before.head + 2);
  });

  test('a server that is killed is gone for its clients and comes back at the same address', async () => {
    const { pid } = server(0);
    await server(0).kill();
    expect([server(0).isRunning, isGone(pid)]).toEqual([false, true]);
    const push = batchOf('killed0000');
    expect((await push(server(0))).status).toBe(0);
    await server(0).start();
    expect((await push(server(0))).status).toBe(200);
  });

  test('a server whose links to MongoDB are cut does not answer for it, the other one does', async () => {
    const links = stage.mongo.members.map(({ name }) => stage.mongo.link('s0', name));
    for (const link of links) link.setWeather({ up: 'drop', down: 'drop' });
    const push = batchOf('nomongo000');
    const [cut, whole] = await Promise.all([push(server(0)), batchOf('mongo00000')(server(1))]);
    expect([cut.status, whole.status]).toEqual([503, 200]);
    for (const link of links) link.setWeather(fairWeather);
    await expect.poll(() => push(server(0)), { timeout: 10_000 }).toMatchObject({ status: 200 });
  });

  test('[R1] a primary cut off from the others acknowledges nothing, and its write is undone', async () => {
    const isolated = await stage.mongo.primary();
    const links = linksAround(isolated.name);
    for (const link of links) link.setWeather({ up: 'drop', down: 'drop' });
    const cutMs = performance.now();
    const outcome = insertAt(isolated.port, 'isolated');
    const itsOwn = () => idsAt(directUrl(isolated), 'local');
    await expect.poll(itsOwn, { interval: 20 }).toContain('isolated');
    const isReplaced = async () => (await stage.mongo.primary()).name !== isolated.name;
    await expect.poll(isReplaced, { timeout: 15_000 }).toBe(true);
    expect(performance.now() - cutMs).toBeLessThan(15_000);
    const push = batchOf('partition0');
    await expect.poll(() => push(server(1)), { timeout: 15_000 }).toMatchObject({ status: 200 });
    expect(await outcome).toBe('refused');
    for (const link of links) link.setWeather(fairWeather);
    expect(await insertAt((await stage.mongo.primary()).port, 'after')).toBe('acknowledged');
    expect(await idsAt(await stage.storageUrl(), 'majority')).toEqual(['after']);
  });

  test('a server that is told to stop ends in order', async () => {
    const { exitCode, tookMs } = await server(1).term();
    expect([exitCode, server(1).isRunning]).toEqual([0, false]);
    expect(tookMs).toBeLessThan(20_000);
  });

  test('nothing is left running after the stop, not even what was frozen', async () => {
    const processes = [...stage.mongo.members, ...stage.servers, stage.redis];
    const pids = processes.map(({ pid }) => pid);
    stage.mongo.members[0]?.freeze();
    server(0).freeze();
    await stage.stop();
    expect(pids.map(isGone)).toEqual(pids.map(() => true));
    await expect(fetch(server(0).url)).rejects.toThrow('fetch failed');
  });
});
