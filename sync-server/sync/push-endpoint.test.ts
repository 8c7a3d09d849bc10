import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { protocolVersion } from '#shared/protocol-version';
import { formatStamp } from '#shared/stamp';
import { startTestServer } from '../testing/start-test-server.ts';

test('[R13] batches are judged by the version they bear, not by that of the app which sends them (B19b)', async () => {
  const server = await startTestServer();
  onTestFinished(() => server.close());
  const alice = await server.person('Alice');
  const { body } = await alice.send('GET /api/workspaces');
  const workspaceId = (body['workspaces'] as { id: string }[])[0]?.id;
  const deviceId = 'alicephone';
  const batches = [1, 2].map((n) => {
    const stamp = formatStamp({ ms: server.clock.nowMs, counter: n, deviceId });
    const changes = [{ kind: 'task', id: v7(), create: { title: 'made before the update' } }];
    return { n, v: protocolVersion, stamp, changes };
  });
  const headers = { 'X-TaskFlow-Protocol': String(protocolVersion + 5) };
  const json = { workspaceId, deviceId, batches };
  const pushed = await alice.send('POST /api/sync/push', { json, headers });
  expect([pushed.status, pushed.body['results']]).toMatchObject([
    200,
    [{ outcome: 'committed' }, { outcome: 'committed' }],
  ]);
});

test('[R13] a client of version 1 goes on beside one that writes comments: it pushes, and pulls the kinds it does not know', async () => {
  const server = await startTestServer();
  onTestFinished(() => server.close());
  const alice = await server.person('Alice');
  const { body } = await alice.send('GET /api/workspaces');
  const workspaceId = (body['workspaces'] as { id: string }[])[0]?.id;
  const push = (of: { deviceId: string; v: number; change: object }) => {
    const { deviceId, v, change } = of;
    const stamp = formatStamp({ ms: server.clock.nowMs, counter: 1, deviceId });
    const json = { workspaceId, deviceId, batches: [{ n: 1, v, stamp, changes: [change] }] };
    const headers = { 'X-TaskFlow-Protocol': String(v) };
    return alice.send('POST /api/sync/push', { json, headers });
  };
  const taskId = v7();
  const create = { taskId, text: 'the key is under the mat' };
  const old = await push({
    deviceId: 'alicephone',
    v: 1,
    change: { kind: 'task', id: taskId, create: { title: 'Feed the cat' } },
  });
  const today = await push({
    deviceId: 'alicelaptp',
    v: 2,
    change: { kind: 'comment', id: v7(), create },
  });
  expect([old, today].map(({ body: answer }) => answer['results'])).toMatchObject([
    [{ outcome: 'committed' }],
    [{ outcome: 'committed' }],
  ]);
  const pulled = await alice.send(`GET /api/sync/pull?workspace=${workspaceId}`, {
    headers: { 'X-TaskFlow-Protocol': '1' },
  });
  const documents = pulled.body['documents'] as { kind: string }[];
  expect(documents).toContainEqual(expect.objectContaining({ kind: 'comment', ...create }));
});
