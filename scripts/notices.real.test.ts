import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type PushService, startPushService } from '#scripts/local-push';
import { type ServerProcess, startServerProcess } from '#scripts/start-server-process';
import { createTestPerson, type TestPerson } from '#server/testing/test-person';

let folder: string;
let push: PushService;
let environment: Record<string, string>;
const running = new Set<ServerProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskflow-notices-'));
  push = await startPushService();
  const database = `/taskflow_${randomUUID().slice(0, 8)}$1`;
  environment = {
    JWT_SECRET: randomSecret(),
    REFRESH_SECRET: randomSecret(),
    MONGODB_URL: inject('mongoUrl').replace(/\/(\?|$)/, database),
    DATA_DIR: folder,
    PUSH_HOSTS: push.host,
  };
});

afterAll(async () => {
  await Promise.all([...running].map((server) => server.kill()));
  await push.close();
  await rm(folder, { recursive: true });
});

function randomSecret(): string {
  return `${randomUUID()}${randomUUID()}`;
}

async function start(): Promise<ServerProcess> {
  const server = await startServerProcess(environment);
  running.add(server);
  return server;
}

async function kill(server: ServerProcess): Promise<void> {
  running.delete(server);
  await server.kill();
}

/** Somebody with a browser that is subscribed. */
async function subscribed(server: ServerProcess): Promise<TestPerson> {
  const person = await createTestPerson(server.url, `Alice${randomUUID().slice(0, 8)}`);
  const kinds = ['reminder'];
  const json = { ...push.subscribe(), timeZone: 'Europe/Lisbon', kinds };
  expect((await person.send('PUT /api/push/subscriptions', { json })).status).toBe(204);
  return person;
}

async function remind(person: TestPerson, titles: readonly string[], inMs: number): Promise<void> {
  const reminders = [{ at: new Date(Date.now() + inMs).toISOString() }];
  const adds = titles.map((title) =>
    person.send('POST /api/tasks', { json: { title, reminders } }),
  );
  for (const { status } of await Promise.all(adds)) expect(status).toBe(200);
}

function told(): string[] {
  return push.received.map(({ text }) => String(JSON.parse(text)['title'])).toSorted();
}

test('three replicas tell each reminder once, by one key', async () => {
  const replicas = await Promise.all([start(), start(), start()]);
  const [first] = replicas;
  if (first === undefined) throw new Error('a replica runs');
  const person = await subscribed(first);
  const titles = Array.from({ length: 30 }, (_, at) => `task ${String(at).padStart(2, '0')}`);
  await remind(person, titles, 2_000);
  await vi.waitFor(() => expect(told()).toEqual(titles), { timeout: 20_000, interval: 200 });
  // Each of them has looked again by now.
  await pause(2_500);
  expect(told()).toEqual(titles);
  expect(push.faults).toEqual([]);
  await Promise.all(replicas.map(kill));
});

test('a reminder that came while no server ran is told at the next start, also one just committed', async () => {
  push.received.length = 0;
  const server = await start();
  const person = await subscribed(server);
  await remind(person, ['while it was off'], 1_000);
  // Without warning: what was committed a moment ago may not have been read from the log.
  await kill(server);
  await pause(1_500);
  await start();
  await vi.waitFor(() => expect(told()).toEqual(['while it was off']), {
    timeout: 20_000,
    interval: 200,
  });
  expect(push.faults).toEqual([]);
});
