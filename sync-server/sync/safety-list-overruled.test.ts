import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemCatalog } from '#shared/api-error';
import type { Change } from '#shared/push-message';
import { formatStamp } from '#shared/stamp';
import { readConfig } from '../config.ts';
import { openSocket } from '../live/testing/open-socket.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';

/** Where a common list of safety checks says otherwise than R1–R13 and the limits of the protocol, these stand (A15). */
let server: TestServer;
let alice: TestPerson;
let workspaceId: string;
let devices = 0;

beforeAll(async () => {
  // The limits of production, which tests otherwise do without.
  server = await startTestServer({ RATE_USER: '', RATE_ADDRESS: '' });
  alice = await server.person('Alice');
  const { body } = await alice.send('GET /api/workspaces');
  workspaceId = (body['workspaces'] as { id: string }[])[0]?.id ?? '';
});
afterAll(() => server.close());

/** A device that numbers what it pushes. */
function newDevice() {
  devices += 1;
  const deviceId = `device${String(devices).padStart(4, '0')}`;
  let n = 0;
  const batch = (changes: Change[], ms = server.clock.nowMs) => {
    n += 1;
    return { n, v: 1, stamp: formatStamp({ ms, counter: n, deviceId }), changes };
  };
  const pushOf = (...batches: object[]) => ({ workspaceId, deviceId, batches });
  const push = (...batches: object[]) =>
    alice.send('POST /api/sync/push', { json: pushOf(...batches) });
  return { deviceId, batch, pushOf, push };
}

const newTask = (fields: object = {}): Change => {
  return { kind: 'task', id: v7(), create: { title: 'milk', ...fields } };
};

test('[R6] item 62: a stamp far in the future is accepted and changed to fit, never 422 (A15)', async () => {
  const { batch, push, deviceId } = newDevice();
  const task = newTask();
  const sent = batch([task], Date.UTC(2100, 0, 1));
  const { status, body } = await push(sent);
  expect([status, body['results']]).toMatchObject([200, [{ n: 1, outcome: 'committed' }]]);
  const pulled = await alice.send(`GET /api/sync/pull?workspace=${workspaceId}&limit=2000`);
  const documents = pulled.body['documents'] as { id: string; stamps: Record<string, string> }[];
  const held = documents.find(({ id }) => id === task.id)?.stamps['*'];
  const fitted = formatStamp({ ms: server.clock.nowMs, counter: 0, deviceId });
  expect(held).toBe(`${fitted}~${sent.stamp}`);
});

test('[R10] item 81: a checkpoint above the head is `epoch_changed`, with the head that was proven (A15)', async () => {
  const pulled = await alice.send(`GET /api/sync/pull?workspace=${workspaceId}`);
  const { head } = pulled.body;
  const above = `workspace=${workspaceId}&after=99999&from=99999`;
  const { status, body } = await alice.send(`GET /api/sync/pull?${above}`);
  expect([status, body['code'], body['head']]).toEqual([409, 'epoch_changed', head]);
});

test('[R3] item 85: a gap is `batch_gap` and says what is expected (A15)', async () => {
  const { batch, push } = newDevice();
  batch([newTask()]);
  const { status, body } = await push(batch([newTask()]));
  expect([status, body['code'], body['expected']]).toEqual([409, 'batch_gap', 1]);
});

test('[R3] item 90: a frame far over 64 KiB is a push like any other, up to 1 MiB (A15)', async () => {
  const { batch, pushOf } = newDevice();
  const notes = 'x'.repeat(50_000);
  const fat = () => batch(Array.from({ length: 4 }, () => newTask({ notes })));
  const push = pushOf(fat(), fat(), fat(), fat());
  const bytes = Buffer.byteLength(JSON.stringify(push));
  expect(bytes).toBeGreaterThan(780 * 1024);
  const alices = await openSocket(server.url, { token: alice.token });
  const outcomes = Array.from({ length: 4 }, () => ({ outcome: 'committed' }));
  const answer = { results: outcomes };
  expect(await alices.ask('push', push)).toMatchObject({ ok: true, answer });
  alices.socket.disconnect();
});

test('[R3] a device that pushes at every keystroke is not slowed down: 3,000 pushes a minute pass (A15)', async () => {
  const verdict = readConfig({});
  expect(verdict.ok && verdict.config.rates.user).toBeGreaterThanOrEqual(3_000);
  const { batch, push } = newDevice();
  const statuses = new Set<number>();
  for (let sent = 0; sent < 150; sent += 1) statuses.add((await push(batch([newTask()]))).status);
  expect([...statuses]).toEqual([200]);
});

test('[R4] code names are those of the protocol, one word per thing (A15)', () => {
  const names = Object.keys(problemCatalog);
  const ours = ['batch_gap', 'checkpoint_expired', 'epoch_changed', 'membership_ended', 'invalid'];
  expect(names).toEqual(expect.arrayContaining(ours));
  expect(names.filter((name) => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
  const others = ['mutation_gap', 'checkpoint_gone', 'not_a_member', 'clock_ahead', 'schema'];
  expect(names.filter((name) => others.includes(name))).toEqual([]);
});

test('[R4] sizes are those of the protocol, and what is beyond them refuses its own batch alone (A15)', async () => {
  const { batch, push } = newDevice();
  const notes = 'x'.repeat(50_000);
  const labels = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, () => [v7(), true]));
  const tasks = (count: number) => Array.from({ length: count }, () => newTask());
  const { status, body } = await push(
    batch([newTask({ notes })]),
    batch([newTask({ notes: `${notes}x` })]),
    batch([newTask({ labels: labels(100) })]),
    batch([newTask({ labels: labels(101) })]),
    batch(tasks(500)),
    batch(tasks(501)),
    batch(Array.from({ length: 6 }, () => newTask({ notes }))),
  );
  expect(status).toBe(200);
  expect(body['results']).toMatchObject([
    { outcome: 'committed' },
    { outcome: 'refused', code: 'invalid', pointer: '/changes/0/create/notes' },
    { outcome: 'committed' },
    { outcome: 'refused', code: 'invalid', pointer: '/changes/0/create/labels' },
    { outcome: 'committed' },
    { outcome: 'refused', code: 'limit', pointer: '/changes' },
    { outcome: 'refused', code: 'limit', pointer: '' },
  ]);
});
