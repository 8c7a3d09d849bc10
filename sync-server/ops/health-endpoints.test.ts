import { expect, test } from 'vitest';
import { startTestServer } from '../testing/start-test-server.ts';
import { send } from '../testing/test-person.ts';

test('the server is alive and ready, and not ready from the moment it shuts down', async () => {
  const server = await startTestServer();
  const status = async (path: string) => (await send(server.url, `GET ${path}`)).status;
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);
  server.server.stopAccepting();
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
  expect((await send(server.url, 'POST /healthz')).status).toBe(405);
  await server.close();
});
