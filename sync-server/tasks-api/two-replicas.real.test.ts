import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { cookieOf, send, type TestPerson } from '../testing/test-person.ts';

let replicas: [TestServer, TestServer];
let alice: TestPerson;
beforeAll(async () => {
  const url = new URL(inject('mongoUrl'));
  url.pathname = `/rest-${randomUUID()}`;
  const environment = {
    MONGODB_URL: url.href,
    JWT_SECRET: `jwt-${randomUUID()}`,
    REFRESH_SECRET: `refresh-${randomUUID()}`,
  };
  replicas = [await startTestServer(environment), await startTestServer(environment)];
  alice = await replicas[0].person('Alice');
});
afterAll(async () => {
  for (const replica of replicas) await replica.close();
});

/** The same request to a replica, as alice. */
const ask = (replica: number, line: string, headers: Record<string, string>, json?: unknown) =>
  send(replicas[replica]?.url ?? '', line, {
    json,
    headers: { Authorization: `Bearer ${alice.token}`, ...headers },
  });

test('[R3] one key sent to two replicas at once makes one task', async () => {
  const headers = { 'Idempotency-Key': 'both' };
  const answers = await Promise.all(
    [0, 1, 0, 1].map((replica) => ask(replica, 'POST /api/tasks', headers, { title: 'Rent' })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const { body } = await ask(1, 'GET /api/tasks', {});
  expect(body['tasks']).toEqual([answers[0]?.body]);
});

test('[R1] what one replica answered, the other one reads at once', async () => {
  for (let count = 0; count < 10; count += 1) {
    const made = await ask(count % 2, 'POST /api/tasks', {}, { title: `Task ${count}` });
    const path = `/api/tasks/${made.body['id'] as string}`;
    const renamed = await ask(1 - (count % 2), `PATCH ${path}`, {}, { title: 'Renamed' });
    expect(renamed.status).toBe(200);
    expect((await ask(count % 2, `GET ${path}`, {})).body).toEqual(renamed.body);
  }
});

test('[R12] two replicas asked to refresh one token give the same successor', async () => {
  const answers = await Promise.all(
    [0, 1, 0, 1].map((replica) => ask(replica, 'POST /api/auth/refresh', { Cookie: alice.cookie })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(answers.map(({ headers }) => cookieOf(headers))).size).toBe(1);
});
