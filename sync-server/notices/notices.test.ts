import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { memberId } from '#shared/ids';
import { protocolVersion } from '#shared/protocol-version';
import type { PushNotice } from '#shared/push-notice';
import { formatStamp } from '#shared/stamp';
import { startReplica } from '../sync/testing/start-replica.ts';
import {
  type PushService,
  type ServiceSubscription,
  startPushService,
} from '../testing/local-push.ts';
import { nodeTimers, type Timers } from '../timers.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { send, type TestPerson } from '../testing/test-person.ts';

const hourMs = 60 * 60_000;
const kinds = ['reminder', 'assigned', 'mentioned', 'unsent'];

/** A server that looks for what is due, and for silent devices, all the time. */
const impatient: Timers = {
  ...nodeTimers,
  every: (ms, run) => nodeTimers.every(Math.min(ms / 20, 100), run),
};

let service: PushService;
let server: TestServer;
let people = 0;

beforeAll(async () => {
  service = await startPushService();
  server = await startTestServer({ PUSH_HOSTS: service.host }, impatient);
});
afterAll(async () => {
  await server.close();
  await service.close();
});
beforeEach(() => {
  service.received.length = 0;
  service.faults.length = 0;
});

/** Somebody whose browser is subscribed. */
async function subscribed(of: Record<string, unknown> = {}) {
  people += 1;
  const person = await server.person(`Person${people}`);
  const browser = service.subscribe();
  await subscribe(person, browser, of);
  return { person, browser };
}

async function subscribe(
  person: TestPerson,
  browser: ServiceSubscription,
  of: Record<string, unknown> = {},
) {
  const json = { ...browser, timeZone: 'Europe/Lisbon', kinds, ...of };
  const { status } = await person.send('PUT /api/push/subscriptions', { json });
  expect(status).toBe(204);
}

async function addTask(person: TestPerson, json: Record<string, unknown>): Promise<string> {
  const { status, body } = await person.send('POST /api/tasks', { json });
  expect(status).toBe(200);
  return String(body['id']);
}

function instant(afterMs: number): string {
  return new Date(server.clock.nowMs + afterMs).toISOString();
}

/** Hours pass in these tests, and access tokens with them. */
async function signedIn({ email, password }: TestPerson): Promise<Record<string, string>> {
  const { body } = await send(server.url, 'POST /api/auth/login', { json: { email, password } });
  return { Authorization: `Bearer ${String(body['accessToken'])}` };
}

/** What these browsers were told, once it is there. */
async function told(browser: ServiceSubscription, count = 1): Promise<PushNotice[]> {
  const mine = () => service.received.filter(({ endpoint }) => endpoint === browser.endpoint);
  await vi.waitFor(() => expect(mine().length).toBeGreaterThanOrEqual(count), { timeout: 8_000 });
  return mine().map(({ text }) => JSON.parse(text));
}

/** Time for what should not come: some turns of the server. */
const aTurn = () => new Promise((resolve) => setTimeout(resolve, 200));

describe('reminders', () => {
  test('come when it is time, encrypted and signed, to every browser of the person', async () => {
    const { person, browser } = await subscribed();
    const other = service.subscribe();
    await subscribe(person, other);
    const id = await addTask(person, { title: 'Pay rent', reminders: [{ at: instant(hourMs) }] });
    await aTurn();
    expect(service.received).toEqual([]);
    server.clock.nowMs += hourMs;
    const [notice] = await told(browser);
    expect(notice).toMatchObject({
      kind: 'reminder',
      title: 'Pay rent',
      taskId: id,
      userId: person.id,
    });
    expect(await told(other)).toHaveLength(1);
    await aTurn();
    expect(service.received).toHaveLength(2);
    expect(service.received[0]?.urgency).toBe('high');
    expect(service.faults).toEqual([]);
  });

  test('follow what becomes of the task: moved ones come then, done and trashed ones do not', async () => {
    const { person, browser } = await subscribed();
    const reminders = [{ at: instant(hourMs) }];
    const moved = await addTask(person, { title: 'Moved', reminders });
    const done = await addTask(person, { title: 'Done', reminders });
    const gone = await addTask(person, { title: 'Gone', reminders });
    const later = [{ at: instant(2 * hourMs) }];
    await person.send(`PATCH /api/tasks/${moved}`, { json: { reminders: later } });
    await person.send(`PATCH /api/tasks/${done}`, { json: { status: 'done' } });
    await person.send(`DELETE /api/tasks/${gone}`);
    server.clock.nowMs += hourMs;
    await aTurn();
    expect(service.received).toEqual([]);
    server.clock.nowMs += hourMs;
    expect((await told(browser)).map(({ title }) => title)).toEqual(['Moved']);
  });

  test('of a day begin where the browser is, also where it was subscribed after the task was made', async () => {
    people += 1;
    const person = await server.person(`Person${people}`);
    const day = new Date(server.clock.nowMs + 5 * 24 * hourMs).toISOString().slice(0, 10);
    await addTask(person, { title: 'Birthday', dueDate: day, reminders: [{ minutesBefore: 0 }] });
    await aTurn();
    const [tokyo, lisbon] = [service.subscribe(), service.subscribe()];
    await subscribe(person, tokyo, { timeZone: 'Asia/Tokyo' });
    await subscribe(person, lisbon);
    server.clock.nowMs = Date.parse(`${day}T00:00:00.000Z`);
    expect(await told(tokyo)).toHaveLength(1);
    await aTurn();
    expect(service.received).toHaveLength(1);
    server.clock.nowMs = Date.parse(`${day}T09:00:00.000Z`);
    expect(await told(lisbon)).toHaveLength(1);
  });

  test('a service that is busy is asked again later, one that forgot the browser is not', async () => {
    const { person, browser } = await subscribed();
    const gone = service.subscribe();
    await subscribe(person, gone);
    service.answerWith(browser.endpoint, 429, { 'Retry-After': '120' });
    service.answerWith(gone.endpoint, 410);
    await addTask(person, { title: 'Twice', reminders: [{ at: instant(hourMs) }] });
    server.clock.nowMs += hourMs;
    await vi.waitFor(() => expect(service.asked.get(gone.endpoint)).toBe(1), { timeout: 8_000 });
    await vi.waitFor(() => expect(service.asked.get(browser.endpoint)).toBe(1), { timeout: 8_000 });
    // Until the server has its answer: by the next minute its lease is over.
    await aTurn();
    service.answerWith(browser.endpoint, 201);
    server.clock.nowMs += 60_000;
    await aTurn();
    expect(service.received).toEqual([]);
    server.clock.nowMs += 60_000;
    expect(await told(browser)).toHaveLength(1);
    expect(await server.storage.notices.subscriptionsOf([person.id])).toHaveLength(1);
    expect(service.asked.get(gone.endpoint)).toBe(1);
  });
});

describe('news', () => {
  test('whoever is assigned or mentioned by somebody else is told, by name, and nobody of what they did themselves', async () => {
    const { person: alice, browser: aliceBrowser } = await subscribed();
    const { person: bob, browser } = await subscribed();
    const workspaceId = await shareWith(alice, bob);
    const taskId = await addTask(alice, {
      title: 'Mow the lawn',
      workspaceId,
      assignees: { [bob.id]: true, [alice.id]: true },
    });
    const [assigned] = await told(browser);
    expect(assigned).toMatchObject({ kind: 'assigned', title: 'Mow the lawn', taskId });
    expect(assigned?.by).toMatch(/^Person\d+$/);
    const text = `What do you say, @person${people}? Not @person${people}x`;
    await comment(alice, { workspaceId, taskId, text });
    const [, mentioned] = await told(browser, 2);
    expect(mentioned).toMatchObject({ kind: 'mentioned', title: 'Mow the lawn' });
    await aTurn();
    const mine = service.received.filter(({ endpoint }) => endpoint === aliceBrowser.endpoint);
    expect(mine).toEqual([]);
  });
});

describe('changes that were not sent', () => {
  test('are told of on the other devices after a day, once, unless the device was heard of again', async () => {
    const { person, browser } = await subscribed();
    const other = service.subscribe();
    await subscribe(person, other);
    const headers = { 'User-Agent': 'Mozilla/5.0 (iPad; CPU OS 18_0) Version/18.0 Safari/605.1' };
    const ipad = service.subscribe();
    const json = { ...ipad, timeZone: 'Europe/Lisbon', kinds };
    await person.send('PUT /api/push/subscriptions', { json, headers });
    const say = (unsent: number) =>
      send(server.url, 'POST /api/push/unsent', { json: { endpoint: ipad.endpoint, unsent } });
    expect((await say(3)).status).toBe(204);
    server.clock.nowMs += 20 * hourMs;
    await aTurn();
    expect(service.received).toEqual([]);
    server.clock.nowMs += 5 * hourMs;
    const [notice] = await told(browser);
    expect(notice).toMatchObject({ kind: 'unsent', device: 'Safari, iPad', count: 3 });
    expect(await told(other)).toHaveLength(1);
    server.clock.nowMs += 48 * hourMs;
    await aTurn();
    expect(service.received).toHaveLength(2);
    await say(2);
    await say(0);
    server.clock.nowMs += 48 * hourMs;
    await aTurn();
    expect(service.received).toHaveLength(2);
    expect((await send(server.url, 'POST /api/push/unsent', { json: { unsent: 1 } })).status).toBe(
      422,
    );
  });
});

describe('answers', () => {
  test('Done completes the task and In an hour puts it off, once each, with nothing but the notice', async () => {
    const { person, browser } = await subscribed();
    const reminders = [{ at: instant(hourMs) }];
    const done = await addTask(person, { title: 'Done', reminders });
    const later = await addTask(person, { title: 'Later', reminders });
    server.clock.nowMs += hourMs;
    const notices = await told(browser, 2);
    const tokenOf = (id: string) => notices.find(({ taskId }) => taskId === id)?.token;
    const press = (id: string, action: string) =>
      send(server.url, 'POST /api/push/answers', {
        json: { token: tokenOf(id), action, at: instant(0), until: instant(hourMs) },
      });
    expect((await press(done, 'done')).status).toBe(204);
    expect((await press(done, 'done')).status).toBe(204);
    expect((await press(later, 'snooze')).status).toBe(204);
    const headers = await signedIn(person);
    const [first, second] = await Promise.all(
      [done, later].map((id) => person.send(`GET /api/tasks/${id}`, { headers })),
    );
    expect(first?.body).toMatchObject({ status: 'done', completedAt: instant(0) });
    expect(second?.body).toMatchObject({ status: 'todo', reminders: [{ at: instant(hourMs) }] });
    server.clock.nowMs += hourMs;
    expect(await told(browser, 3)).toHaveLength(3);
  });

  test('nothing is told or taken after a sign-out, or once somebody else has the browser', async () => {
    const { person, browser } = await subscribed();
    await addTask(person, { title: 'Secret', reminders: [{ at: instant(hourMs) }] });
    await addTask(person, { title: 'Later', reminders: [{ at: instant(2 * hourMs) }] });
    server.clock.nowMs += hourMs;
    const [notice] = await told(browser);
    const headers = { Cookie: person.cookie, 'Sec-Fetch-Site': 'same-origin' };
    await send(server.url, 'POST /api/auth/logout', { headers });
    const json = { token: notice?.token, action: 'done', at: instant(0) };
    const answer = await send(server.url, 'POST /api/push/answers', { json });
    expect([answer.status, answer.body['code']]).toEqual([401, 'session_ended']);
    server.clock.nowMs += hourMs;
    await aTurn();
    expect(await told(browser)).toHaveLength(1);

    people += 1;
    const bob = await server.person(`Person${people}`);
    await subscribe(bob, browser);
    const taken = await send(server.url, 'POST /api/push/answers', { json });
    expect(taken.status).toBe(401);
  });

  test.each([
    [{ token: 'none', action: 'done', at: '2026-11-28T10:00:00.000Z' }, 401],
    [{ token: 'none', action: 'delete', at: '2026-11-28T10:00:00.000Z' }, 422],
    [{ token: 'none', action: 'done' }, 422],
    [{ token: 'x'.repeat(3_000), action: 'done', at: '2026-11-28T10:00:00.000Z' }, 422],
  ])('%#: what is no answer is refused', async (json, status) => {
    expect((await send(server.url, 'POST /api/push/answers', { json })).status).toBe(status);
  });
});

describe('subscriptions', () => {
  test('the key is the same for all, and a test arrives', async () => {
    const { person, browser } = await subscribed();
    const { body } = await person.send('GET /api/push/key');
    expect(Buffer.from(String(body['publicKey']), 'base64url')).toHaveLength(65);
    const json = { endpoint: browser.endpoint };
    const answer = await person.send('POST /api/push/test', { json });
    expect(answer.body).toEqual({ outcome: 'sent' });
    expect((await told(browser))[0]).toMatchObject({ kind: 'test' });
    await person.send('DELETE /api/push/subscriptions', { json });
    expect((await person.send('POST /api/push/test', { json })).status).toBe(404);
  });

  test.each([
    ['http://169.254.169.254/latest/meta-data'],
    ['https://127.0.0.1/push'],
    ['https://fcm.googleapis.com.example.org/x'],
    ['https://fcm.googleapis.com:8443/x'],
    ['https://user:pass@fcm.googleapis.com/x'],
    ['http://fcm.googleapis.com/x'],
    ['file:///etc/passwd'],
    ['https://[::1]/x'],
  ])('the server sends to no address that is no push service: %s', async (endpoint) => {
    const { person } = await subscribed();
    const json = { ...service.subscribe(), endpoint, timeZone: 'Europe/Lisbon', kinds };
    const { status, body } = await person.send('PUT /api/push/subscriptions', { json });
    expect([status, body['code']]).toEqual([422, 'invalid']);
  });

  test.each([
    ['keys', { p256dh: 'short', auth: 'short' }],
    ['timeZone', 'no zone!'],
    ['kinds', ['everything']],
    ['endpoint', `https://fcm.googleapis.com/${'x'.repeat(1_100)}`],
  ])('a subscription with a wrong %s is refused', async (field, value) => {
    const { person } = await subscribed();
    const json = { ...service.subscribe(), timeZone: 'Europe/Lisbon', kinds, [field]: value };
    const { status, body } = await person.send('PUT /api/push/subscriptions', { json });
    expect([status, body['code']]).toEqual([422, 'invalid']);
  });

  test('nobody without a session subscribes, and nobody ends or tries what is another person’s', async () => {
    const { browser } = await subscribed();
    const json = { endpoint: browser.endpoint };
    for (const line of [
      'GET /api/push/key',
      'POST /api/push/test',
      'DELETE /api/push/subscriptions',
    ])
      expect(
        (await send(server.url, line, { json: line.startsWith('GET') ? undefined : json })).status,
      ).toBe(401);
    const { person: mallory } = await subscribed();
    expect((await mallory.send('POST /api/push/test', { json })).status).toBe(404);
    await mallory.send('DELETE /api/push/subscriptions', { json });
    expect(await server.storage.notices.subscriptionById(idOf(browser))).toBeDefined();
  });
});

async function shareWith(owner: TestPerson, other: TestPerson): Promise<string> {
  const made = await owner.send('POST /api/workspaces', { json: { name: 'Garden' } });
  const workspaceId = String(made.body['id']);
  await addMember(workspaceId, other);
  return workspaceId;
}

/** There is no endpoint for it yet: as the server itself would write it. */
async function addMember(workspaceId: string, { id: userId }: TestPerson): Promise<void> {
  const { sync } = startReplica(server.storage, () => server.clock.nowMs);
  const { name = '' } = (await server.storage.directory.userById(userId)) ?? {};
  const id = memberId({ workspaceId, userId });
  const change = { kind: 'member', id, create: { userId, name, role: 'member' } };
  await sync.commitAsServer({ workspaceId, userId, changes: [change] });
  await server.storage.directory.addMember({ userId, workspaceId });
}

async function comment(
  person: TestPerson,
  { workspaceId, ...create }: { workspaceId: string; taskId: string; text: string },
): Promise<void> {
  const deviceId = `device${people}`.padEnd(10, 'x');
  const stamp = formatStamp({ ms: server.clock.nowMs, counter: 1, deviceId });
  const changes = [{ kind: 'comment', id: v7(), create }];
  const json = { workspaceId, deviceId, batches: [{ n: 1, v: protocolVersion, stamp, changes }] };
  const headers = { 'X-TaskFlow-Protocol': String(protocolVersion) };
  const { body } = await person.send('POST /api/sync/push', { json, headers });
  expect(body['results']).toMatchObject([{ outcome: 'committed' }]);
}

function idOf({ endpoint }: ServiceSubscription): string {
  return createHash('sha256').update(endpoint).digest('base64url');
}
