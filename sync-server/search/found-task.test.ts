import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundTask, foundTaskSchema } from '#shared/found-task-message';
import { parse } from '#shared/parse';
import { searchLimits } from '#shared/search-limits';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';

let server: TestServer;
let alice: TestPerson;
let bob: TestPerson;
let workspaceId: string;
beforeAll(async () => {
  server = await startTestServer();
  alice = await server.person('Alice');
  bob = await server.person('Bob');
  const { body } = await alice.send('POST /api/tasks', { json: { title: 'The first task' } });
  workspaceId = String(body['workspaceId']);
});
afterAll(() => server.close());

const line = (taskId: string, id = workspaceId) => `GET /api/workspaces/${id}/search/${taskId}`;

async function read(taskId: string): Promise<FoundTask> {
  const { status, body } = await alice.send(line(taskId));
  const answer = parse(foundTaskSchema, body);
  if (status !== 200 || !answer.ok) throw new Error(JSON.stringify(body));
  return answer.value;
}

let pushes = 0;

/** Commits creations and changes as a device would; each call is another device, and later than the one before. */
async function push(changes: readonly Record<string, unknown>[]): Promise<void> {
  const deviceId = randomUUID().replaceAll('-', '').slice(0, 10);
  pushes += 1;
  const stamp = `${pushes.toString(36).padStart(9, '0')}000-${deviceId}`;
  const { status, body } = await alice.send('POST /api/sync/push', {
    json: { workspaceId, deviceId, batches: [{ n: 1, v: 1, stamp, changes }] },
    headers: { 'X-TaskFlow-Protocol': '1' },
  });
  expect([status, body]).toMatchObject([200, { results: [{ outcome: 'committed' }] }]);
}

/** A task with one of everything that a task is shown with. */
async function fullTask() {
  const [taskId, parentId, projectId, labelId, commentId] = Array.from({ length: 5 }, () =>
    randomUUID(),
  );
  await push([
    { kind: 'project', id: projectId, create: { name: 'House', color: 'teal', icon: 'home' } },
    { kind: 'label', id: labelId, create: { name: 'outside', color: 'green' } },
    { kind: 'task', id: parentId, create: { title: 'Garden', projectId } },
    {
      kind: 'task',
      id: taskId,
      create: {
        title: 'Paint the fence',
        notes: 'Two **coats**',
        priority: 'high',
        dueDate: '2026-12-01',
        projectId,
        parentId,
        labels: { [labelId ?? '']: true },
      },
    },
    { kind: 'comment', id: commentId, create: { taskId, text: 'Which colour?' } },
  ]);
  return { taskId: taskId ?? '', labelId, projectId, commentId };
}

describe('GET /api/workspaces/:id/search/:taskId', () => {
  test('gives a task whole, with the names of what it holds by ids, and who said what', async () => {
    const { taskId, labelId, projectId, commentId } = await fullTask();
    expect(await read(taskId)).toMatchObject({
      task: {
        id: taskId,
        workspaceId,
        title: 'Paint the fence',
        notes: 'Two **coats**',
        status: 'todo',
        priority: 'high',
        dueDate: '2026-12-01',
        recurrence: null,
      },
      project: { id: projectId, name: 'House', color: 'teal', icon: 'home' },
      parentTitle: 'Garden',
      labels: [{ id: labelId, name: 'outside', color: 'green' }],
      comments: [{ id: commentId, text: 'Which colour?', createdBy: alice.id, author: 'Alice' }],
      olderComments: 0,
      isWhole: true,
    });
  });

  test('is as new as the last commit, and names nothing that is in the trash', async () => {
    const { taskId, labelId, commentId } = await fullTask();
    await read(taskId);
    const trash = { group: 'trash', value: { trashedAt: new Date().toISOString() }, base: null };
    const [laterId, otherId] = [randomUUID(), randomUUID()];
    await push([
      { kind: 'label', id: labelId, ...trash },
      { kind: 'comment', id: commentId, ...trash },
      { kind: 'comment', id: laterId, create: { taskId, text: 'Blue' } },
      { kind: 'comment', id: otherId, create: { taskId: randomUUID(), text: 'Elsewhere' } },
      { kind: 'task', id: taskId, group: 'title', value: { title: 'Paint it' }, base: null },
    ]);
    const found = await read(taskId);
    expect([found.task.title, found.labels]).toEqual(['Paint it', []]);
    expect(found.comments.map(({ text }) => text)).toEqual(['Blue']);
  });

  test('of many comments the newest come, the oldest of them first, and the rest is counted', async () => {
    const { taskId } = await fullTask();
    const more = 3;
    const texts = Array.from({ length: searchLimits.shownComments + more - 1 }, (_, at) => `${at}`);
    await push(
      texts.map((text, at) => ({
        kind: 'comment',
        id: randomUUID(),
        create: { taskId, text, createdAt: new Date(Date.UTC(2040, 0, 1, 0, 0, at)).toISOString() },
      })),
    );
    const { comments, olderComments } = await read(taskId);
    expect(comments.map(({ text }) => text)).toEqual(texts.slice(-searchLimits.shownComments));
    expect(olderComments).toBe(more);
  });

  test('a task in the trash can be read, one that was purged cannot', async () => {
    const { taskId } = await fullTask();
    await alice.send(`DELETE /api/tasks/${taskId}`);
    expect((await read(taskId)).task.trashedAt).toEqual(expect.any(String));
    const json = { documentIds: [taskId] };
    await alice.send(`POST /api/workspaces/${workspaceId}/purge`, { json });
    const { status, body } = await alice.send(line(taskId));
    expect([status, body['code']]).toEqual([404, 'task_unknown']);
    expect(JSON.stringify(body)).not.toContain('fence');
  });

  test('refuses what is no task of this workspace, and every parameter', async () => {
    const { taskId, projectId } = await fullTask();
    for (const id of [randomUUID(), String(projectId), 'x', `${taskId}0`]) {
      const { status, body } = await alice.send(line(id));
      expect([id, status, body['code']]).toEqual([id, 404, 'task_unknown']);
    }
    const { status, body } = await alice.send(`${line(taskId)}?q=fence`);
    expect([status, body['code']]).toEqual([400, 'query_invalid']);
    const made = await bob.send('POST /api/tasks', { json: { title: 'Of Bob' } });
    const elsewhere = await bob.send(line(taskId, String(made.body['workspaceId'])));
    expect([elsewhere.status, elsewhere.body['code']]).toEqual([404, 'task_unknown']);
  });

  test('strangers get the same for every task, and nobody without a session anything', async () => {
    const { taskId } = await fullTask();
    const answers = await Promise.all([
      bob.send(line(taskId)),
      bob.send(line(randomUUID())),
      alice.send(line(taskId, randomUUID())),
      alice.send(line(taskId, 'x')),
    ]);
    for (const { status, body } of answers) {
      expect([status, body['code']]).toEqual([404, 'workspace_unknown']);
    }
    const nobody = await fetch(server.url + line(taskId).slice('GET '.length));
    expect(nobody.status).toBe(401);
  });
});
