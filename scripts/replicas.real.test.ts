import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { freePort } from '#scripts/free-port';
import { type RedisServer, startRedis } from '#scripts/redis';
import { formatStamp } from '#shared/stamp';
import { type ServerProcess, startServerProcess } from '#scripts/start-server-process';
import { createTestPerson, send, type TestPerson } from '#server/testing/test-person';
import { openSocket, type TestSocket } from '#server/live/testing/open-socket';

const secrets = { JWT_SECRET: randomSecret(), REFRESH_SECRET: randomSecret() };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskflow-replicas-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A person's own workspace, as they find it through a server. */
async function workspaceOf(person: TestPerson): Promise<string> {
  const { body } = await person.send('GET /api/workspaces');
  return (body['workspaces'] as { id: string }[])[0]?.id ?? '';
}

/** Pushes of one device, whichever server they go to; `acknowledged` are the tasks of answered batches. */
function pusher(of: { person: TestPerson; workspaceId: string; deviceId: string }) {
  const { person, workspaceId, deviceId } = of;
  const acknowledged: string[] = [];
  let n = 0;
  const push = async (url: string) => {
    const id = v7();
    const stamp = formatStamp({ ms: Date.now(), counter: n, deviceId });
    const changes = [{ kind: 'task', id, create: { title: 'milk' } }];
    const json = { workspaceId, deviceId, batches: [{ n: n + 1, v: 1, stamp, changes }] };
    const headers = { Authorization: `Bearer ${person.token}` };
    const { status, body } = await send(url, 'POST /api/sync/push', { json, headers });
    if (status !== 200) throw new Error(`${status} ${String(body['code'])}`);
    n += 1;
    acknowledged.push(id);
    return Number(body['head']);
  };
  return { push, acknowledged };
}

/** Ids of all documents and the last answer of a pull. */
async function pullAll(url: string, person: TestPerson, workspaceId: string) {
  const ids = new Set<string>();
  for (let after = '0'; ; ) {
    const query = `workspace=${workspaceId}&after=${after}`;
    const headers = { Authorization: `Bearer ${person.token}` };
    const { body } = await send(url, `GET /api/sync/pull?${query}`, { headers });
    for (const { id } of body['documents'] as { id: string }[]) ids.add(id);
    if (body['done'] === true) return ids;
    after = String(body['next']);
  }
}

async function listen(url: string, person: TestPerson, workspaceId: string): Promise<TestSocket> {
  const socket = await openSocket(url, { token: person.token });
  await socket.ask('join', { workspaceId, deviceId: 'listener00' });
  return socket;
}

describe('two replicas on MongoDB and Redis', () => {
  let redis: RedisServer;
  let redisPort: number;
  let replicas: ServerProcess[] = [];
  let urls: [string, string];
  let alice: TestPerson;
  let workspaceId: string;
  const mongo = () =>
    inject('mongoUrl').replace(/\/(\?|$)/, `/taskflow_${randomUUID().slice(0, 8)}$1`);

  beforeAll(async () => {
    redisPort = await freePort();
    redis = await startRedis({ port: redisPort });
    const shared = { ...secrets, MONGODB_URL: mongo(), REDIS_URL: redis.url, DATA_DIR: folder };
    replicas = await Promise.all([startServerProcess(shared), startServerProcess(shared)]);
    urls = [replicas[0]?.url ?? '', replicas[1]?.url ?? ''];
    alice = await createTestPerson(urls[0], `Alice${randomUUID().slice(0, 8)}`);
    workspaceId = await workspaceOf(alice);
  });

  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.kill()));
    await redis.stop();
  });

  test('[R2] edits through both are heard on sockets of both, gapless and in order', async () => {
    const sockets = [
      await listen(urls[0], alice, workspaceId),
      await listen(urls[1], alice, workspaceId),
    ];
    const [one, two] = ['one0000000', 'two0000000'].map((deviceId) =>
      pusher({ person: alice, workspaceId, deviceId }),
    );
    if (one === undefined || two === undefined) throw new Error('impossible');
    const heads: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      heads.push(await one.push(urls[0]), await two.push(urls[1]));
    }
    for (const socket of sockets) {
      const seqs: number[] = [];
      for (const _ of heads) seqs.push(Number((await socket.next('commit'))['seq']));
      expect(seqs).toEqual(heads);
      socket.socket.disconnect();
    }
  });

  test('[R2] a workspace made through one is told to the person’s sockets on both', async () => {
    const sockets = await Promise.all(urls.map((url) => openSocket(url, { token: alice.token })));
    const { body } = await alice.send('POST /api/workspaces', { json: { name: 'Team' } });
    for (const socket of sockets) {
      expect(await socket.next('workspaces')).toEqual({ workspaceId: body['id'] });
      socket.socket.disconnect();
    }
  });

  test('[R2] both write the same workspace at once: nothing is lost or doubled', async () => {
    const pushers = ['aa', 'bb', 'cc', 'dd'].map((name, at) => {
      const one = pusher({ person: alice, workspaceId, deviceId: `${name}00000000` });
      return { ...one, url: urls[at % 2] ?? '' };
    });
    await Promise.all(
      pushers.map(async ({ push, url }) => {
        for (let round = 0; round < 15; round += 1) await push(url);
      }),
    );
    const ids = await pullAll(urls[1], alice, workspaceId);
    const acknowledged = pushers.flatMap((one) => one.acknowledged);
    expect(acknowledged).toHaveLength(60);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('[R2] while Redis is gone a commit of the other replica is told within 3 s by its head', async () => {
    const socket = await listen(urls[1], alice, workspaceId);
    await redis.stop();
    const device = pusher({ person: alice, workspaceId, deviceId: 'noredis000' });
    const startedMs = Date.now();
    const seq = await device.push(urls[0]);
    for (;;) {
      const { head } = await socket.next('head');
      if (Number(head) >= seq) break;
    }
    expect(Date.now() - startedMs).toBeLessThan(3_000);
    redis = await startRedis({ port: redisPort });
    // Both find Redis again by themselves; from then on events come through it.
    const heard = new Set<number>();
    socket.socket.on('commit', ({ seq }: { seq: number }) => heard.add(seq));
    for (let isBack = false; !isBack; ) {
      const next = await device.push(urls[0]);
      await afterMs(500);
      isBack = heard.has(next);
    }
    socket.socket.disconnect();
  });

  test('[R1] kill -9 of a replica during pushes loses no acknowledged batch', async () => {
    const device = pusher({ person: alice, workspaceId, deviceId: 'killed0000' });
    const pushing = (async () => {
      for (;;) await device.push(urls[0]);
    })();
    const stopped = expect(pushing).rejects.toThrow();
    await afterMs(500);
    await replicas[0]?.kill();
    await stopped;
    expect(device.acknowledged.length).toBeGreaterThan(0);
    const ids = await pullAll(urls[1], alice, workspaceId);
    expect(device.acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  });
});

test('[R1] kill -9 of an embedded server during pushes loses no acknowledged batch', async () => {
  const environment = { ...secrets, DATA_DIR: join(folder, 'embedded') };
  const first = await startServerProcess(environment);
  const bob = await createTestPerson(first.url, 'Bob');
  const workspaceId = await workspaceOf(bob);
  const device = pusher({ person: bob, workspaceId, deviceId: 'bob0000000' });
  const pushing = (async () => {
    for (;;) await device.push(first.url);
  })();
  const stopped = expect(pushing).rejects.toThrow();
  await afterMs(500);
  await first.kill();
  await stopped;
  const second = await startServerProcess(environment);
  try {
    const ids = await pullAll(second.url, bob, workspaceId);
    expect(device.acknowledged.length).toBeGreaterThan(0);
    expect(device.acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  } finally {
    await second.kill();
  }
});

function afterMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function randomSecret(): string {
  return Buffer.from(`${randomUUID()}${randomUUID()}`).toString('base64url');
}
