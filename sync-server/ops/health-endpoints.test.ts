import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
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

test('a server that stops answers what is under way and waits for no connection kept alive', async () => {
  const server = await startTestServer();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const answer = text(socket);
  const isUnderWay = once(server.server.httpServer, 'request');
  socket.write('POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
  socket.write('Content-Length: 2\r\n\r\n{');
  await isUnderWay;
  const closed = server.server.close();
  socket.write('}');
  expect(await answer).toContain('HTTP/1.1 422');
  await closed;
  await server.storage.close();
});
