import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextOccurrenceId } from '#shared/ids';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';

let server: TestServer;
let alice: TestPerson;
let purgePath: string;

beforeAll(async () => {
  server = await startTestServer();
  alice = await server.person('Alice');
  const { body } = await alice.send('GET /api/workspaces');
  const [personal] = body['workspaces'] as { id: string }[];
  purgePath = `/api/workspaces/${personal?.id ?? ''}/purge`;
});
afterAll(() => server.close());

const purge = (...documentIds: string[]) =>
  alice.send(`POST ${purgePath}`, { json: { documentIds } });

describe('[R7] what programs meet after a purge', () => {
  test('[R3] a repeated request whose task was purged meanwhile is told that it is gone, not given an empty task', async () => {
    const create = { json: { title: 'milk' }, headers: { 'Idempotency-Key': 'once' } };
    const made = await alice.send('POST /api/tasks', create);
    const id = String(made.body['id']);
    await alice.send(`DELETE /api/tasks/${id}`);
    expect((await purge(id)).body).toEqual({ purged: [id] });
    const again = await alice.send('POST /api/tasks', create);
    expect([again.status, again.body['code']]).toEqual([404, 'task_unknown']);
  });
  test('[R7] a subtask nobody deleted, still listed, is there after its parent was deleted and purged', async () => {
    const parent = String(
      (await alice.send('POST /api/tasks', { json: { title: 'p' } })).body['id'],
    );
    const made = await alice.send('POST /api/tasks', { json: { title: 'c', parentId: parent } });
    const child = String(made.body['id']);
    await alice.send(`DELETE /api/tasks/${parent}`);
    const listed = (await alice.send('GET /api/tasks')).body['tasks'] as { id: string }[];
    expect(listed.map(({ id }) => id)).toContain(child);
    await purge(parent);
    expect((await alice.send(`GET /api/tasks/${child}`)).status).toBe(200);
  });
  test('[R8] a recurring task comes back when it is completed, though its next occurrence was purged once', async () => {
    const json = {
      title: 'Water the plants',
      dueDate: '2026-11-20',
      recurrence: { rule: 'FREQ=WEEKLY', basis: 'due' },
    };
    const id = String((await alice.send('POST /api/tasks', { json })).body['id']);
    await alice.send(`PATCH /api/tasks/${id}`, { json: { status: 'done' } });
    const next = nextOccurrenceId(id);
    await alice.send(`PATCH /api/tasks/${id}`, { json: { status: 'todo' } });
    await alice.send(`DELETE /api/tasks/${next}`);
    expect((await purge(next)).body).toEqual({ purged: [next] });
    await alice.send(`PATCH /api/tasks/${id}`, { json: { status: 'done' } });
    const open = await alice.send('GET /api/tasks?status=todo&search=water');
    expect(open.body['tasks']).toHaveLength(1);
  });
});
