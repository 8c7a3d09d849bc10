import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextOccurrenceId } from '#shared/ids';
import { orderKeyBetween } from '#shared/order-key';
import { formatStamp } from '#shared/stamp';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';

let server: TestServer;
let alice: TestPerson;
let bob: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  alice = await server.person('Alice');
  bob = await server.person('Bob');
});
afterAll(() => server.close());

const labelId = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

async function newTask(fields: Record<string, unknown> = {}) {
  const { body } = await alice.send('POST /api/tasks', { json: { title: 'Pay rent', ...fields } });
  return body as Record<string, unknown> & { id: string; workspaceId: string; seq: number };
}

async function newWorkspace(person: TestPerson, name: string): Promise<string> {
  const { body } = await person.send('POST /api/workspaces', { json: { name } });
  return String(body['id']);
}

describe('POST /api/tasks', () => {
  test('answers the task with its defaults and who made it', async () => {
    const { status, body } = await alice.send('POST /api/tasks', { json: { title: 'Buy milk' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      title: 'Buy milk',
      notes: '',
      status: 'todo',
      priority: 'none',
      labels: {},
      completedAt: null,
      trashedAt: null,
      createdBy: alice.id,
    });
    expect(body).not.toHaveProperty('stamps');
    expect((await alice.send(`GET /api/tasks/${String(body['id'])}`)).body).toEqual(body);
  });

  test('[R8] new tasks stand at the end of the list, also of those made elsewhere', async () => {
    const first = await newTask();
    await newTask({ orderKey: 'zz' });
    const before = String(first['orderKey']);
    const gap = { before, after: null, deviceId: 'alicephone' };
    const far = await newTask({ orderKey: orderKeyBetween(gap) });
    const last = await newTask();
    const keys = [first, far, last].map((task) => String(task['orderKey']));
    expect([...keys].sort()).toEqual(keys);
    expect(new Set(keys).size).toBe(3);
  });

  test('[R3] a request repeated under its Idempotency-Key is committed once', async () => {
    const request = { json: { title: 'Once' }, headers: { 'Idempotency-Key': 'once-1' } };
    const [first, second] = await Promise.all([
      alice.send('POST /api/tasks', request),
      alice.send('POST /api/tasks', request),
    ]);
    await alice.send(`PATCH /api/tasks/${String(first.body['id'])}`, { json: { title: 'Later' } });
    const third = await alice.send('POST /api/tasks', request);
    expect([first.status, second.status, third.status]).toEqual([200, 200, 200]);
    expect(second.body).toEqual(first.body);
    expect(third.body).toEqual(first.body);
    const { body } = await alice.send('GET /api/tasks?search=once');
    expect(body['tasks']).toHaveLength(0);
  });

  test('another request under the same key is refused, and another person has keys of their own', async () => {
    const headers = { 'Idempotency-Key': 'shared-key' };
    await alice.send('POST /api/tasks', { json: { title: 'One' }, headers });
    const other = await alice.send('POST /api/tasks', { json: { title: 'Two' }, headers });
    expect([other.status, other.body['code']]).toEqual([409, 'idempotency_conflict']);
    expect((await bob.send('POST /api/tasks', { json: { title: 'Two' }, headers })).status).toBe(
      200,
    );
    const bad = await alice.send('POST /api/tasks', {
      json: { title: 'x' },
      headers: { 'Idempotency-Key': 'with space' },
    });
    expect([bad.status, bad.body['code']]).toEqual([400, 'query_invalid']);
  });

  test.each([
    ['no title', {}, '/title', 'required'],
    ['an empty title', { title: '' }, '/title', 'too_small'],
    ['a title of 501 characters', { title: 'x'.repeat(501) }, '/title', 'too_big'],
    ['a lone surrogate', { title: '\ud800' }, '/title', 'text'],
    ['an unknown status', { title: 'x', status: 'open' }, '/status', 'value'],
    ['a date that does not exist', { title: 'x', dueDate: '2026-02-30' }, '/dueDate', 'date'],
    [
      'a rule by the second',
      { title: 'x', recurrence: { rule: 'FREQ=SECONDLY', basis: 'due' } },
      '/recurrence/rule',
      'format',
    ],
    ['a field of the server', { title: 'x', createdBy: labelId(1) }, '/createdBy', 'unknown_field'],
    ['a seq', { title: 'x', seq: 1 }, '/seq', 'unknown_field'],
    ['a workspace that is no id', { title: 'x', workspaceId: 'mine' }, '/workspaceId', 'format'],
  ])('%s is refused with its pointer', async (_what, json, pointer, code) => {
    const { status, body } = await alice.send('POST /api/tasks', { json });
    expect(status).toBe(422);
    expect(body['errors']).toContainEqual({ pointer, code });
  });

  test("[R9] another person's workspace is 404 for reading and writing, like one that does not exist", async () => {
    const theirs = await newWorkspace(bob, 'Garden');
    const answers = await Promise.all([
      alice.send('POST /api/tasks', { json: { title: 'x', workspaceId: theirs } }),
      alice.send(`GET /api/tasks?workspace=${theirs}`),
      alice.send(`GET /api/tasks?workspace=${labelId(9)}`),
      alice.send(`GET /api/tasks/${labelId(9)}?workspace=${theirs}`),
    ]);
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      Array.from({ length: 4 }, () => [404, 'workspace_unknown']),
    );
  });
});

describe('PATCH /api/tasks/:id', () => {
  test('changes what it names and keeps the rest', async () => {
    const task = await newTask({ notes: 'by bank', labels: { [labelId(1)]: true } });
    const { status, body } = await alice.send(`PATCH /api/tasks/${task.id}`, {
      json: {
        title: 'Pay the rent',
        priority: 'high',
        dueDate: '2026-12-01',
        labels: { [labelId(2)]: true },
      },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...task,
      seq: body['seq'],
      title: 'Pay the rent',
      priority: 'high',
      dueDate: '2026-12-01',
      labels: { [labelId(2)]: true },
    });
  });

  test('completing notes the time, reopening clears it', async () => {
    const task = await newTask();
    const done = await alice.send(`PATCH /api/tasks/${task.id}`, { json: { status: 'done' } });
    expect(done.body['completedAt']).toBe(new Date(server.clock.nowMs).toISOString());
    const open = await alice.send(`PATCH /api/tasks/${task.id}`, { json: { status: 'todo' } });
    expect(open.body['completedAt']).toBeNull();
  });

  test('[R8] completing a recurring task makes its next occurrence, once', async () => {
    const workspaceId = await newWorkspace(alice, 'Chores');
    const recurrence = { rule: 'FREQ=WEEKLY', basis: 'due' };
    const dueDate = new Date(server.clock.nowMs).toISOString().slice(0, 10);
    const task = await newTask({ title: 'Bins', dueDate, recurrence, workspaceId });
    const path = `/api/tasks/${task.id}`;
    await alice.send(`PATCH ${path}`, { json: { status: 'done' } });
    await alice.send(`PATCH ${path}`, { json: { status: 'todo' } });
    await alice.send(`PATCH ${path}`, { json: { status: 'done' } });
    const { body } = await alice.send(`GET /api/tasks?workspace=${workspaceId}&status=todo`);
    const week = new Date(server.clock.nowMs + 7 * 86_400_000).toISOString().slice(0, 10);
    expect(body['tasks']).toEqual([expect.objectContaining({ title: 'Bins', dueDate: week })]);
  });

  test('[R8] completed again after an undo, a recurring task brings its occurrence back from the trash (B10)', async () => {
    const recurrence = { rule: 'FREQ=DAILY', basis: 'due' };
    const task = await newTask({ title: 'Water the plants', dueDate: '2026-11-22', recurrence });
    const path = `/api/tasks/${task.id}`;
    const next = `/api/tasks/${nextOccurrenceId(task.id)}`;
    await alice.send(`PATCH ${path}`, { json: { status: 'done' } });
    // What an undo of the completion leaves behind.
    await alice.send(`DELETE ${next}`);
    await alice.send(`PATCH ${path}`, { json: { status: 'todo' } });

    await alice.send(`PATCH ${path}`, { json: { status: 'done' } });

    expect((await alice.send(`GET ${next}`)).body).toMatchObject({ trashedAt: null });
  });

  test('[R8] a next occurrence that has moved to another workspace is not brought back', async () => {
    const recurrence = { rule: 'FREQ=DAILY', basis: 'due' };
    const task = await newTask({ title: 'Feed the cat', dueDate: '2026-11-22', recurrence });
    const path = `/api/tasks/${task.id}`;
    const id = nextOccurrenceId(task.id);
    await alice.send(`PATCH ${path}`, { json: { status: 'done' } });
    const value = { trashedAt: '2026-11-22T09:00:00.000Z', movedTo: labelId(7) };
    const changes = [{ kind: 'task', id, group: 'trash', value, base: null }];
    server.clock.nowMs += 1_000;
    const stamp = formatStamp({ ms: server.clock.nowMs, counter: 0, deviceId: 'alicephone' });
    const batches = [{ n: 1, v: 2, stamp, changes }];
    const json = { workspaceId: task.workspaceId, deviceId: 'alicephone', batches };
    await alice.send('POST /api/sync/push', { json });
    await alice.send(`PATCH ${path}`, { json: { status: 'todo' } });
    await alice.send(`PATCH ${path}`, { json: { status: 'done' } });
    expect((await alice.send(`GET /api/tasks/${id}`)).body).toMatchObject(value);
  });

  test('[R3] a patch repeated under its key gives the first answer and changes nothing since', async () => {
    const task = await newTask();
    const request = { json: { title: 'First' }, headers: { 'Idempotency-Key': 'patch-1' } };
    const first = await alice.send(`PATCH /api/tasks/${task.id}`, request);
    await alice.send(`PATCH /api/tasks/${task.id}`, { json: { title: 'Second' } });
    const again = await alice.send(`PATCH /api/tasks/${task.id}`, request);
    expect(again.body).toEqual(first.body);
    expect((await alice.send(`GET /api/tasks/${task.id}`)).body['title']).toBe('Second');
  });

  test.each([
    ['an unknown field', { colour: 'red' }, '/colour', 'unknown_field'],
    ['a bad value', { priority: 5 }, '/priority', 'value'],
    ['nothing', {}, '', 'empty'],
    ['the author', { createdBy: labelId(1) }, '/createdBy', 'unknown_field'],
    ['a label list', { labels: [labelId(1)] }, '/labels', 'type'],
    ['a label that is no id', { labels: { home: true } }, '/labels/home', 'format'],
  ])('%s is refused with its pointer and changes nothing', async (_what, json, pointer, code) => {
    const task = await newTask();
    const { status, body } = await alice.send(`PATCH /api/tasks/${task.id}`, {
      json: { ...json, ...(pointer === '' ? {} : { title: 'Changed' }) },
    });
    expect(status).toBe(422);
    expect(body['errors']).toEqual([{ pointer, code: expect.stringMatching(`${code}|invalid`) }]);
    expect((await alice.send(`GET /api/tasks/${task.id}`)).body).toEqual(task);
  });

  test("another person's task is unknown", async () => {
    const task = await newTask();
    const answers = [
      await bob.send(`GET /api/tasks/${task.id}`),
      await bob.send(`PATCH /api/tasks/${task.id}`, { json: { title: 'Mine' } }),
      await bob.send(`DELETE /api/tasks/${task.id}`),
    ];
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      Array.from({ length: 3 }, () => [404, 'task_unknown']),
    );
  });
});

describe('DELETE /api/tasks/:id', () => {
  test('[R7] puts the task in the trash, once, from where a patch restores it', async () => {
    const task = await newTask({ title: 'Old plan' });
    const path = `/api/tasks/${task.id}`;
    const first = await alice.send(`DELETE ${path}`);
    const second = await alice.send(`DELETE ${path}`);
    expect(first.body['trashedAt']).toBe(new Date(server.clock.nowMs).toISOString());
    expect(second.body).toEqual(first.body);
    const open = await alice.send('GET /api/tasks?search=old%20plan');
    const trashed = await alice.send('GET /api/tasks?search=old%20plan&status=trashed');
    expect([open.body['tasks'], trashed.body['tasks']]).toEqual([[], [first.body]]);
    const restored = await alice.send(`PATCH ${path}`, { json: { trashedAt: null } });
    expect(restored.body['trashedAt']).toBeNull();
  });
});

describe('GET /api/tasks', () => {
  test('pages through every task once, also through those the view does not hold yet', async () => {
    const workspaceId = await newWorkspace(alice, 'Many');
    const made = [];
    for (let count = 0; count < 7; count += 1) made.push(await newTask({ workspaceId }));
    const seen: unknown[] = [];
    let cursor: unknown = '';
    do {
      const { body } = await alice.send(
        `GET /api/tasks?workspace=${workspaceId}&limit=3${cursor === '' ? '' : `&cursor=${cursor as string}`}`,
      );
      seen.push(...(body['tasks'] as unknown[]));
      cursor = body['nextCursor'];
    } while (cursor !== null);
    expect(seen).toHaveLength(7);
    expect(seen).toEqual(expect.arrayContaining(made));
  });

  test('finds by status and by text in title or notes, upper and lower case alike', async () => {
    const workspaceId = await newWorkspace(alice, 'Find');
    const tea = await newTask({ workspaceId, title: 'Buy Tea' });
    const call = await newTask({
      workspaceId,
      title: 'Call',
      notes: 'about the TEA',
      status: 'done',
    });
    const list = async (query: string) =>
      (await alice.send(`GET /api/tasks?workspace=${workspaceId}&${query}`)).body['tasks'];
    expect(await list('search=tea')).toEqual(expect.arrayContaining([tea, call]));
    expect(await list('search=tea&status=done')).toEqual([call]);
    expect(await list('status=todo')).toEqual([tea]);
    expect(await list('search=coffee')).toEqual([]);
  });
});
