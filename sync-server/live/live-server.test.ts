import { connect } from 'node:net';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memberId } from '#shared/ids';
import { commitEventSchema, headEventSchema, workspacesEventSchema } from '#shared/live-message';
import { limits } from '#shared/limits';
import { formatStamp } from '#shared/stamp';
import { startReplica } from '../sync/testing/start-replica.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';
import { nodeTimers } from '../timers.ts';
import { openSocket, type TestSocket } from './testing/open-socket.ts';

const intervals = new Map<number, () => void>();
const timers = {
  ...nodeTimers,
  every: (ms: number, run: () => void) => {
    intervals.set(ms, run);
    return () => {};
  },
};
const run = (ms: number) => intervals.get(ms)?.();
let server: TestServer;
let alice: TestPerson;
let bob: TestPerson;
let workspaceId: string;
let sockets: TestSocket[] = [];
let used = 0;

beforeAll(async () => {
  server = await startTestServer({}, timers);
  [alice, bob] = await Promise.all([server.person('Alice'), server.person('Bob')]);
  const { body } = await alice.send('GET /api/workspaces');
  workspaceId = (body['workspaces'] as { id: string }[])[0]?.id ?? '';
});

beforeEach(() => {
  for (const { socket } of sockets) socket.disconnect();
  sockets = [];
});

afterAll(async () => {
  for (const { socket } of sockets) socket.disconnect();
  await server.close();
});

async function open(options: Parameters<typeof openSocket>[1] = { token: alice.token }) {
  const opened = await openSocket(server.url, options);
  sockets.push(opened);
  return opened;
}

const join = { deviceId: 'alice00000', workspaceId: '' };

async function joined(): Promise<TestSocket> {
  const opened = await open();
  await opened.ask('join', { ...join, workspaceId });
  return opened;
}

/** A push of a device of its own, with one batch. */
function onePush(create: Record<string, unknown> = { title: 'milk' }) {
  used += 1;
  const deviceId = `device${String(used).padStart(4, '0')}`;
  const stamp = formatStamp({ ms: server.clock.nowMs, counter: 0, deviceId });
  const changes = [{ kind: 'task', id: v7(), create }];
  return { workspaceId, deviceId, batches: [{ n: 1, v: 1, stamp, changes }] };
}

describe('joining', () => {
  test('[R2] join answers epoch and head read from the log', async () => {
    const socket = await open();
    const pulled = await alice.send(`GET /api/sync/pull?workspace=${workspaceId}`);
    expect(await socket.ask('join', { ...join, workspaceId })).toEqual({
      ok: true,
      answer: {
        epoch: pulled.body['epoch'],
        head: pulled.body['head'],
        serverTime: server.clock.nowMs,
      },
    });
  });

  test('[R2] a commit while the head is being read reaches who is joining: subscribing comes first (A7)', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const own = await startTestServer({}, nodeTimers, (storage) => ({
      ...storage,
      changeLog: {
        ...storage.changeLog,
        heads: async (of) => {
          const heads = await storage.changeLog.heads(of);
          const commit = meanwhile;
          meanwhile = undefined;
          await commit?.();
          return heads;
        },
      },
    }));
    const carol = await own.person('Carol');
    const made = await carol.send('POST /api/workspaces', { json: { name: 'Shared' } });
    const shared = String(made.body['id']);
    const carols = await openSocket(own.url, { token: carol.token });
    const heard: unknown[] = [];
    carols.socket.on('commit', (event: Record<string, unknown>) => heard.push(event['seq']));
    const push = { ...onePush(), workspaceId: shared };
    meanwhile = () => carol.send('POST /api/sync/push', { json: push });

    const joined = await carols.ask('join', { ...join, workspaceId: shared });

    expect(joined).toMatchObject({ ok: true, answer: { head: 1 } });
    await carols.ask('leave', { workspaceId: shared });
    carols.socket.disconnect();
    await own.close();
    expect(heard).toEqual([2]);
  });

  test('[R9] a stranger is answered as for a workspace that does not exist', async () => {
    const socket = await open({ token: bob.token });
    for (const id of [workspaceId, v7()]) {
      expect(await socket.ask('join', { ...join, workspaceId: id })).toMatchObject({
        ok: false,
        problem: { status: 404, code: 'workspace_unknown' },
      });
    }
  });

  test('bad input is answered with pointers, an unknown event not at all', async () => {
    const socket = await open();
    expect(await socket.ask('join', { workspaceId: 5 })).toMatchObject({
      ok: false,
      problem: { code: 'invalid', errors: [{ pointer: '/workspaceId' }, { pointer: '/deviceId' }] },
    });
    socket.socket.emit('nonsense', {});
    expect(await socket.ask('leave', { workspaceId })).toEqual({ ok: true, answer: {} });
  });
});

describe('[R2] commit events', () => {
  test('[R2] a commit is told to the room with prev, seq, hash and documents', async () => {
    const socket = await joined();
    const push = onePush();
    const { body } = await alice.send('POST /api/sync/push', { json: push });
    const event = commitEventSchema.parse(await socket.next('commit'));
    const seq = Number(body['head']);
    expect(event).toMatchObject({ workspaceId, epoch: body['epoch'], prev: seq - 1, seq });
    expect(event.documents).toMatchObject([{ title: 'milk', seq }]);
    expect(event.batches).toMatchObject([{ deviceId: push.deviceId, n: 1, outcome: 'committed' }]);
    const done = await alice.send(`GET /api/sync/pull?workspace=${workspaceId}`);
    expect(event.hash).toBe(done.body['hash']);
  });

  test('[R2] documents over 32 KiB are left out', async () => {
    const socket = await joined();
    const notes = 'x'.repeat(limits.eventDocumentsMaxBytes);
    await alice.send('POST /api/sync/push', { json: onePush({ title: 'fat', notes }) });
    const event = commitEventSchema.parse(await socket.next('commit'));
    expect(event.absent).toBe(true);
    expect(event).not.toHaveProperty('documents');
  });

  test('[R2] who left the room hears nothing more', async () => {
    const [gone, there] = [await joined(), await joined()];
    await gone.ask('leave', { workspaceId });
    let heard = 0;
    gone.socket.on('commit', () => (heard += 1));
    await alice.send('POST /api/sync/push', { json: onePush() });
    await there.next('commit');
    await gone.ask('leave', { workspaceId });
    expect(heard).toBe(0);
  });
});

describe('push over the socket', () => {
  test('[R3] it is the same push as over HTTP: body, answer and repeats', async () => {
    const socket = await open();
    const push = onePush();
    const first = await socket.ask('push', push);
    const again = await alice.send('POST /api/sync/push', { json: push });
    if (!first.ok) throw new Error(first.problem.code);
    expect(again.body['results']).toEqual([
      { ...(first.answer['results'] as object[])[0], repeated: true },
    ]);
    expect(again.body['epoch']).toBe(first.answer['epoch']);
  });

  test('its problems are those of HTTP', async () => {
    const socket = await open();
    const push = onePush();
    const gap = { ...push, batches: push.batches.map((batch) => ({ ...batch, n: 3 })) };
    const overHttp = await alice.send('POST /api/sync/push', { json: gap });
    const { instance: _, ...problem } = overHttp.body;
    expect(await socket.ask('push', gap)).toEqual({ ok: false, problem });
    expect(problem).toMatchObject({ status: 409, code: 'batch_gap', expected: 1 });
    const other = { ...push, epoch: 'another' };
    expect(await socket.ask('push', other)).toMatchObject({ problem: { code: 'epoch_changed' } });
    const stranger = await open({ token: bob.token });
    expect(await stranger.ask('push', other)).toMatchObject({
      problem: { code: 'workspace_unknown' },
    });
  });
});

describe('[R12] sessions', () => {
  const refusals: [string, Parameters<typeof openSocket>[1], string][] = [
    ['without a token', {}, 'token_missing'],
    ['with a token that is none', { token: 'x.y.z' }, 'token_invalid'],
  ];

  test.each(refusals)('[R12] a socket %s is turned away', async (_, options, code) => {
    await expect(openSocket(server.url, options)).rejects.toMatchObject({ data: { code } });
  });

  test('[R13] a socket of a protocol that is too old is told to update', async () => {
    const old = { token: alice.token, protocol: 0 };
    await expect(openSocket(server.url, old)).rejects.toMatchObject({
      data: { code: 'upgrade_required', status: 426 },
    });
  });

  test('[R12] renewing with one’s own token keeps the socket, with another person’s ends it', async () => {
    const socket = await open();
    expect(await socket.ask('renew', { token: 'x' })).toMatchObject({
      ok: false,
      problem: { code: 'token_invalid' },
    });
    expect(await socket.ask('renew', { token: alice.token })).toMatchObject({ ok: true });
    const ended = new Promise((resolve) => socket.socket.on('disconnect', resolve));
    await socket.ask('renew', { token: bob.token }).catch(() => undefined);
    expect(await ended).toBe('io server disconnect');
  });

  test('[R12] a socket whose session ran out is told so and let go', async () => {
    const socket = await joined();
    const startMs = server.clock.nowMs;
    try {
      server.clock.nowMs += limits.accessTokenMs + 120_000;
      const ended = new Promise((resolve) => socket.socket.on('disconnect', resolve));
      expect(await socket.ask('push', onePush())).toMatchObject({
        problem: { code: 'token_expired' },
      });
      run(1_000);
      expect(await socket.next('signed-out')).toEqual({ code: 'token_expired' });
      await ended;
    } finally {
      server.clock.nowMs = startMs;
    }
  });

  test('a page of another origin cannot open a socket, our own and programs can', async () => {
    const foreign = { token: alice.token, headers: { Origin: 'https://evil.example' } };
    await expect(openSocket(server.url, foreign)).rejects.toThrow();
    const own = await open({ token: alice.token, headers: { Origin: server.url } });
    expect(own.socket.connected).toBe(true);
  });
});

describe('[R2] heads', () => {
  test('[R2] the head is told when it moved and every 15 s, also without a commit event', async () => {
    const socket = await joined();
    run(limits.headPollIntervalMs);
    const first = headEventSchema.parse(await socket.next('head'));
    server.clock.nowMs += limits.headIntervalMs;
    await new Promise((resolve) => setTimeout(resolve, 20));
    run(limits.headPollIntervalMs);
    expect(await socket.next('head')).toEqual(first);
  });

  test('[R9] who lost the membership is told by which entry, and leaves the room', async () => {
    const { body } = await alice.send('POST /api/workspaces', { json: { name: 'Shared' } });
    const shared = String(body['id']);
    const socket = await open();
    await socket.ask('join', { ...join, workspaceId: shared });
    run(limits.headPollIntervalMs);
    await socket.next('head');
    // Another replica, whose commits this one hears of by polling heads alone.
    const { sync } = startReplica(server.storage, () => server.clock.nowMs);
    const change = {
      kind: 'member',
      id: memberId({ workspaceId: shared, userId: alice.id }),
      group: 'role',
      value: { role: null },
      base: null,
    };
    const { seq } = await sync.commitAsServer({
      workspaceId: shared,
      userId: alice.id,
      changes: [change],
    });
    run(limits.headPollIntervalMs);
    expect(await socket.next('revoked')).toMatchObject({ workspaceId: shared, seq });
    // Whoever missed it hears it again at the next beat: nothing else of this workspace comes any more.
    server.clock.nowMs += limits.headIntervalMs;
    await new Promise((resolve) => setTimeout(resolve, 20));
    run(limits.headPollIntervalMs);
    expect(await socket.next('revoked')).toMatchObject({ workspaceId: shared, seq });
    const pulled = await alice.send(`GET /api/sync/pull?workspace=${shared}`);
    expect(pulled).toMatchObject({ status: 403, body: { code: 'membership_ended', seq } });
  });
});

describe('[R2] workspaces', () => {
  test('[R2] all sockets of a person hear of a new workspace of theirs at once, those of others nothing', async () => {
    const [phone, laptop] = [await open(), await open()];
    const bobs = await open({ token: bob.token });
    const heardByBob: string[] = [];
    bobs.socket.onAny((name: string) => heardByBob.push(name));
    const { body } = await alice.send('POST /api/workspaces', { json: { name: 'Team' } });
    for (const device of [phone, laptop]) {
      const told = workspacesEventSchema.parse(await device.next('workspaces'));
      expect(told).toEqual({ workspaceId: body['id'] });
    }
    // Answered behind whatever was told before.
    await bobs.ask('leave', { workspaceId });
    expect(heardByBob).toEqual([]);
  });
});

describe('bad frames', () => {
  test('a frame over 1 MiB ends its socket and nobody else’s (A15)', async () => {
    const [big, other] = [await open(), await joined()];
    const ended = new Promise((resolve) => big.socket.on('disconnect', resolve));
    big.socket.emit('push', { text: 'x'.repeat(limits.socketFrameMaxBytes) });
    await ended;
    expect(await other.ask('join', { ...join, workspaceId })).toMatchObject({ ok: true });
  });

  test('garbage of every sort leaves the process alive', async () => {
    const socket = await open();
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const garbage = [
      '2',
      '42',
      '42[',
      '42["push"]',
      `42["push",${deep}]`,
      '451-["push",{}]',
      '4{',
      '\u0000',
      '9999',
    ];
    for (const frame of garbage) {
      const victim = await open();
      victim.socket.io.engine.write(frame);
    }
    for (const input of [null, 5, [], 'x', Buffer.from('x'), { __proto__: { a: 1 } }]) {
      expect(await socket.ask('push', input)).toMatchObject({
        ok: false,
        problem: { code: 'invalid' },
      });
    }
    await sendRaw(
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nUpgrade: websocket\r\n\r\n',
    );
    await sendRaw('\u0000\u0001\u0002');
    expect(await socket.ask('join', { ...join, workspaceId })).toMatchObject({ ok: true });
  });
});

/** Writes bytes to the port and waits until the server closes. */
function sendRaw(text: string): Promise<void> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const raw = connect(Number(port), hostname, () => raw.end(text));
    raw.on('error', () => undefined).on('close', () => resolve());
    raw.resume();
  });
}
