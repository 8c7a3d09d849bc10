import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Socket } from 'socket.io-client';
import { formatStamp } from '#shared/stamp';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';
import { nodeTimers } from '../timers.ts';
import { openSocket } from './testing/open-socket.ts';

const sweepMs = 1_000;
let sweep: () => void = () => undefined;
const timers = {
  ...nodeTimers,
  every: (ms: number, run: () => void) => {
    if (ms === sweepMs) sweep = run;
    return () => undefined;
  },
};
let server: TestServer;
let alice: TestPerson;
let workspaceId: string;

beforeAll(async () => {
  server = await startTestServer({}, timers);
  alice = await server.person('Alice');
  const { body } = await alice.send('GET /api/workspaces');
  workspaceId = (body['workspaces'] as { id: string }[])[0]?.id ?? '';
});
afterAll(() => server.close());

/** The websocket under a client: paused, it reads nothing any more, as a device in a tunnel. */
function websocketOf({ io }: Socket): { pause(): void; resume(): void } {
  return Reflect.get(io.engine.transport, 'ws');
}

async function joined(deviceId: string) {
  const opened = await openSocket(server.url, { token: alice.token });
  await opened.ask('join', { deviceId, workspaceId });
  return opened.socket;
}

/** A task of some 26 KB, which still travels in its event. */
async function writeLong(n: number): Promise<number> {
  const deviceId = 'writer0000';
  const stamp = formatStamp({ ms: server.clock.nowMs, counter: n, deviceId });
  const create = { title: `${n}`, notes: 'long '.repeat(5_200) };
  const batches = [{ n, v: 1, stamp, changes: [{ kind: 'task', id: v7(), create }] }];
  const json = { workspaceId, deviceId, batches };
  return (await alice.send('POST /api/sync/push', { json })).status;
}

test('a socket that reads nothing is let go before the server keeps megabytes for it, and nobody else feels it', async () => {
  const [slow, other] = [await joined('slow000000'), await joined('other00000')];
  let heard = 0;
  other.on('commit', () => {
    heard += 1;
  });
  let isOtherCut = false;
  other.once('disconnect', () => {
    isOtherCut = true;
  });
  const cut = new Promise<boolean>((resolve) => slow.once('disconnect', () => resolve(true)));
  websocketOf(slow).pause();
  // The system's own buffers take some megabytes before anything waits in the process.
  const count = 400;
  for (let n = 1; n <= count; n += 1) expect(await writeLong(n)).toBe(200);
  sweep();
  websocketOf(slow).resume();
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 5_000).unref());
  expect(await Promise.race([cut, late])).toBe(true);
  expect([heard, isOtherCut]).toEqual([count, false]);
  other.disconnect();
}, 60_000);
