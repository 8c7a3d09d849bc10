import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  const url = new URL(inject('mongoUrl'));
  url.pathname = `/found-${randomUUID()}`;
  server = await startTestServer({ MONGODB_URL: url.href });
});
afterAll(() => server.close());

test('on MongoDB, too, a task is found by what was said about it, and read whole', async () => {
  const alice = await server.person('Alice');
  const { body } = await alice.send('POST /api/tasks', { json: { title: 'Paint the fence' } });
  const [taskId, workspaceId] = [String(body['id']), String(body['workspaceId'])];
  const deviceId = randomUUID().replaceAll('-', '').slice(0, 10);
  const create = { taskId, text: 'Ask Ada' };
  const changes = [{ kind: 'comment', id: randomUUID(), create }];
  const batches = [{ n: 1, v: 1, stamp: `000000001000-${deviceId}`, changes }];
  await alice.send('POST /api/sync/push', {
    json: { workspaceId, deviceId, batches },
    headers: { 'X-TaskFlow-Protocol': '1' },
  });
  const line = `GET /api/workspaces/${workspaceId}/search`;
  const { body: answer } = await alice.send(`${line}?q=ada`);
  expect(answer).toMatchObject({ hits: [{ kind: 'comments', task: { id: taskId } }] });
  const { body: found } = await alice.send(`${line}/${taskId}`);
  expect(found).toMatchObject({
    task: { id: taskId, title: 'Paint the fence' },
    comments: [{ text: 'Ask Ada', author: 'Alice' }],
    isWhole: true,
  });
  const stranger = await server.person('Bob');
  const { body: refused } = await stranger.send(`${line}/${taskId}`);
  expect(refused['code']).toBe('workspace_unknown');
});
