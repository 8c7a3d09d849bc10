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
