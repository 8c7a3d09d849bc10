import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';

let server: TestServer;
let alice: TestPerson;
let path: string;

beforeAll(async () => {
  server = await startTestServer({ TRASH_DAYS: '30' });
  alice = await server.person('Alice');
  const { body } = await alice.send('GET /api/workspaces');
  const [personal] = body['workspaces'] as { id: string }[];
  path = `/api/workspaces/${personal?.id ?? ''}/purge`;
});
afterAll(() => server.close());

async function trashedTask(title: string): Promise<string> {
  const made = await alice.send('POST /api/tasks', { json: { title } });
  const id = String(made.body['id']);
  await alice.send(`DELETE /api/tasks/${id}`);
  return id;
}

describe('deleting for good', () => {
  test('[R7] works for what is in the trash, and repeats without harm', async () => {
    const id = await trashedTask('milk');
    const json = { documentIds: [id] };
    const first = await alice.send(`POST ${path}`, { json });
    expect([first.status, first.body]).toEqual([200, { purged: [id] }]);
    const again = await alice.send(`POST ${path}`, { json });
    expect([again.status, again.body]).toEqual([200, { purged: [] }]);
    expect((await alice.send(`GET /api/tasks/${id}`)).status).toBe(404);
  });

  test('[R7] refuses what is not in the trash, and says which', async () => {
    const made = await alice.send('POST /api/tasks', { json: { title: 'kept' } });
    const id = String(made.body['id']);
    const { status, body } = await alice.send(`POST ${path}`, { json: { documentIds: [id] } });
    expect([status, body['code']]).toEqual([422, 'invalid']);
    expect(body['errors']).toEqual([{ pointer: '/documentIds/0', code: 'not_in_trash' }]);
    expect((await alice.send(`GET /api/tasks/${id}`)).status).toBe(200);
  });

  test('[R9] a stranger finds no such workspace', async () => {
    const bob = await server.person('Bob');
    const json = { documentIds: [await trashedTask('milk')] };
    const answer = await bob.send(`POST ${path}`, { json });
    expect([answer.status, answer.body['code']]).toEqual([404, 'workspace_unknown']);
  });

  test.each([
    [{}],
    [{ documentIds: [] }],
    [{ documentIds: ['not an id'] }],
    [{ documentIds: Array.from({ length: 501 }, () => crypto.randomUUID()) }],
    [{ documentIds: [crypto.randomUUID()], everything: true }],
  ])('%#: a body that names nothing sensible is refused', async (json) => {
    expect((await alice.send(`POST ${path}`, { json })).status).toBe(422);
  });

  test('[R7] after TRASH_DAYS the trash empties itself', async () => {
    const id = await trashedTask('milk');
    await server.server.sweepTrash();
    expect((await alice.send(`GET /api/tasks/${id}`)).status).toBe(200);
    server.clock.nowMs += 31 * 24 * 3_600_000;
    await server.server.sweepTrash();
    const left = await server.storage.documentView.readDocuments({
      workspaceId: path.split('/')[3] ?? '',
      ids: [id],
    });
    expect(left.map(({ json }) => JSON.parse(json).purged)).toEqual([true]);
  });
});
