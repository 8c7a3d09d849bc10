import { createServer } from 'http';
import { Server, type Socket as ServerSocket } from 'socket.io';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { protocolVersion } from '#shared/protocol-version';
import type { AccessToken } from './access-tokens.ts';
import type { Scheduler } from './scheduler.ts';
import { createSocketTransport, type SocketTransport } from './socket-transport.ts';
import type { LiveEvent } from './sync-transport.ts';

const workspaceId = '3d1f6c1e-0000-4000-8000-000000000004';
const request = { workspaceId, deviceId: 'abcdefghij' };
const scheduler: Scheduler = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, Math.min(delayMs, 20));
    return () => clearTimeout(timer);
  },
};

let server: Server;
let url: string;
let sockets: SocketTransport[];
let rejected: string[];
let renewals: ((token: string) => void)[];

beforeEach(async () => {
  const http = createServer();
  server = new Server(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  sockets = [];
  rejected = [];
  renewals = [];
});

afterEach(async () => {
  for (const socket of sockets) socket.stop();
  await server.close();
});

function openSocket(
  access: () => AccessToken = () => ({ name: 'token', token: 'good' }),
  time: Scheduler = scheduler,
) {
  const socket = createSocketTransport({
    url,
    scheduler: time,
    random: () => 0.5,
    tokens: {
      accessToken: async () => access(),
      reject: (token) => rejected.push(token),
      onRenewed: (listener) => {
        renewals.push(listener);
        return () => undefined;
      },
    },
  });
  sockets.push(socket);
  return socket;
}

function connected(socket: SocketTransport): Promise<void> {
  return new Promise((resolve) => {
    socket.onConnection((isConnected) => {
      if (isConnected) resolve();
    });
    socket.start();
  });
}

/** What the server does with each socket that comes. */
function serve(run: (socket: ServerSocket) => void): void {
  server.on('connection', run);
}

test('the socket brings its token and speaks the protocol version', async () => {
  const auth = new Promise((resolve) => serve((socket) => resolve(socket.handshake.auth)));
  await connected(openSocket());
  expect(await auth).toEqual({ token: 'good', protocol: protocolVersion });
});

test('[R6] join answers where the log stands and what time it is', async () => {
  serve((socket) =>
    socket.on('join', (_request, ack) =>
      ack({ ok: true, answer: { epoch: 'e', head: 7, serverTime: Date.now() + 60_000 } }),
    ),
  );
  const socket = openSocket();
  await connected(socket);
  const outcome = await socket.join(request);
  expect(outcome).toMatchObject({ name: 'answered', answer: { epoch: 'e', head: 7 } });
  if (outcome.name !== 'answered') throw new Error('not answered');
  expect(outcome.sample?.offsetMs).toBeGreaterThan(50_000);
});

test('a problem in an acknowledgement is read like one over HTTP', async () => {
  const problem = { type: 'urn', title: 'gap', status: 409, code: 'batch_gap', expected: 4 };
  serve((socket) => socket.on('push', (_request, ack) => ack({ ok: false, problem })));
  const socket = openSocket();
  await connected(socket);
  expect(await socket.push({ ...request, batches: [] })).toEqual({
    name: 'batch-gap',
    expected: 4,
  });
});

test('[R3] a socket that goes down during a push leaves the outcome unknown', async () => {
  serve((socket) => socket.on('push', () => socket.disconnect(true)));
  const socket = openSocket();
  await connected(socket);
  expect(await socket.push({ ...request, batches: [] })).toEqual({ name: 'unreachable' });
});

test('what the server tells of workspaces is heard, as long as somebody listens', async () => {
  const heard: string[] = [];
  serve((socket) => {
    socket.emit('workspaces', { workspaceId });
    socket.emit('workspaces', { workspaceId: 5 });
    socket.on('leave', () => socket.emit('workspaces', { workspaceId }));
  });
  const socket = openSocket();
  const first = new Promise<void>((resolve) => {
    const end = socket.onWorkspaces(() => {
      heard.push('first');
      end();
      resolve();
    });
  });
  await connected(socket);
  await first;
  const second = new Promise<void>((resolve) => void socket.onWorkspaces(resolve));
  socket.leave({ workspaceId });
  await second;
  expect(heard).toEqual(['first']);
});

test('nothing is kept for later on a socket that is down', async () => {
  expect(await openSocket().push({ ...request, batches: [] })).toEqual({ name: 'unreachable' });
});

test('it comes back by itself after the server cut it off', async () => {
  let connections = 0;
  serve((socket) => {
    connections += 1;
    if (connections === 1) socket.disconnect(true);
  });
  const socket = openSocket();
  await connected(socket);
  await expect.poll(() => connections).toBe(2);
});

test('events reach the workspace they are about, and only in the right form', async () => {
  const socket = openSocket();
  const heard: LiveEvent[] = [];
  socket.onEvent(workspaceId, (event) => heard.push(event));
  serve((peer) => {
    peer.emit('head', { workspaceId, epoch: 'e' });
    peer.emit('head', { workspaceId: 'another', epoch: 'e', head: 1, hash: 'h' });
    peer.emit('head', { workspaceId, epoch: 'e', head: 1, hash: 'h' });
  });
  await connected(socket);
  await expect
    .poll(() => heard)
    .toEqual([{ name: 'head', head: { workspaceId, epoch: 'e', head: 1, hash: 'h' } }]);
});

test('[R12] a refused token is given back, and a new one connects', async () => {
  let token = 'old';
  server.use((socket, next) => {
    const error = Object.assign(new Error('token_expired'), {
      data: { type: 'urn', title: 't', status: 401, code: 'token_expired' },
    });
    next(socket.handshake.auth['token'] === 'old' ? error : undefined);
  });
  const socket = openSocket(() => ({ name: 'token', token }));
  const isUp = connected(socket);
  await expect.poll(() => rejected).toContain('old');
  token = 'new';
  await isUp;
  expect(socket.isConnected()).toBe(true);
});

test('[R12] without a session it waits for the next token', async () => {
  let access: AccessToken = { name: 'needs-sign-in' };
  const socket = openSocket(() => access);
  const isUp = connected(socket);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(socket.isConnected()).toBe(false);
  access = { name: 'token', token: 'good' };
  for (const tell of renewals) tell('good');
  await isUp;
});

test('[R12] a new token is told to a socket that is up', async () => {
  const renewed = new Promise((resolve) => serve((socket) => socket.on('renew', resolve)));
  await connected(openSocket());
  for (const tell of renewals) tell('newer');
  expect(await renewed).toEqual({ token: 'newer' });
});

test('a connection that is cut at once, again and again, is opened less and less often', async () => {
  serve((peer) => peer.disconnect(true));
  const delays: number[] = [];
  const token = (): AccessToken => ({ name: 'token', token: 'good' });
  const after: Scheduler['after'] = (delayMs, run) => {
    delays.push(delayMs);
    return scheduler.after(delayMs, run);
  };
  // Time stands still, so that what a wait is counted from cannot move while it is counted.
  openSocket(token, { now: () => 0, after }).start();
  await expect.poll(() => delays.length).toBeGreaterThan(4);
  expect(delays.slice(0, 4)).toEqual([250, 500, 1_000, 2_000]);
});

test('a socket that was stopped while it connected connects when it is started again', async () => {
  const socket = openSocket();
  socket.start();
  await Promise.resolve();
  await Promise.resolve();
  socket.stop();
  await connected(socket);
  expect(socket.isConnected()).toBe(true);
});

test('a socket that waits long comes back soon once the server has answered on another way', async () => {
  let nowMs = 0;
  const timers: { atMs: number; run: () => void }[] = [];
  const held: Scheduler = {
    now: () => nowMs,
    after: (delayMs, run) => {
      const timer = { atMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  const socket = openSocket(() => ({ name: 'offline' }), held);
  socket.start();
  const settle = () => new Promise((resolve) => setTimeout(resolve, 1));
  await settle();
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const next = timers[0];
    if (next === undefined) throw new Error('it does not wait');
    timers.shift();
    nowMs = next.atMs;
    next.run();
    await settle();
  }
  expect((timers[0]?.atMs ?? 0) - nowMs).toBeGreaterThan(10_000);
  socket.heard();
  expect(timers).toHaveLength(1);
  expect((timers[0]?.atMs ?? 0) - nowMs).toBeLessThanOrEqual(2_000);
  const soonMs = timers[0]?.atMs;
  nowMs += 100;
  socket.heard();
  expect(timers.map(({ atMs }) => atMs)).toEqual([soonMs]);
});

test('a connection that is cut at once is opened less and less often, though pulls go through (heard)', async () => {
  serve((peer) => peer.disconnect(true));
  const delays: number[] = [];
  const token = (): AccessToken => ({ name: 'token', token: 'good' });
  const after: Scheduler['after'] = (delayMs, run) => {
    delays.push(delayMs);
    return scheduler.after(delayMs, run);
  };
  const socket = openSocket(token, { now: () => scheduler.now(), after });
  // Each short connection makes the engine pull, whose answer comes just after the cut.
  socket.onConnection((isConnected) => {
    if (!isConnected) queueMicrotask(() => socket.heard());
  });
  socket.start();
  await expect.poll(() => delays.length).toBeGreaterThan(12);
  expect(Math.min(...delays.slice(-4))).toBeGreaterThan(2_000);
});
