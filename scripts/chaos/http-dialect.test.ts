import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';
import { Server as SocketServer } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, test } from 'vitest';
import { type FaultProxy, type LinkWeather, startFaultProxy } from '#scripts/chaos/fault-proxy';
import { createHttpDialect } from '#scripts/chaos/http-dialect';
import { createSeededRandom } from '#scripts/seeded-random';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A server that keeps what it is asked and answers each request with its number and itself, behind a proxy. */
async function startLink(weather: Partial<LinkWeather>, seed = 1) {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    incoming.on('end', () => {
      asked.push(`${incoming.method} ${incoming.url} ${body}`.trim());
      // Without a length: the answer is chunked.
      outgoing.write(`answer ${asked.length} `);
      outgoing.end(`to ${asked.at(-1)}.`);
    });
  });
  const proxy = await putProxyBefore(server, weather, seed);
  return { proxy, asked, server };
}

async function putProxyBefore(server: Server, weather: Partial<LinkWeather>, seed: number) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const targetPort = typeof address === 'object' && address !== null ? address.port : 0;
  const random = createSeededRandom(seed);
  const dialect = createHttpDialect({ random });
  const proxy = await startFaultProxy({ targetPort, random, dialect });
  proxy.setWeather(weather);
  closers.push(
    () => server.close(),
    () => proxy.close(),
  );
  return proxy;
}

/** Sends one request over the connection that `agent` keeps. */
async function ask(
  proxy: FaultProxy,
  line: string,
  { agent, body }: { agent: Agent; body?: string },
) {
  const [method = '', path = ''] = line.split(' ');
  const { port } = proxy;
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, agent }, (incoming) => {
      let text = '';
      incoming.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function keepAlive(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  closers.push(() => agent.destroy());
  return agent;
}

describe('HTTP through a proxy that knows it', () => {
  test('in fair weather goes through unchanged, also in torn pieces', async () => {
    const { proxy, asked } = await startLink({ sliceBytes: 7 });
    const agent = keepAlive();
    const body = 'milk'.repeat(2_000);
    expect(await ask(proxy, 'POST /api/sync/push', { agent, body })).toEqual({
      status: 200,
      text: `answer 1 to POST /api/sync/push ${body}.`,
    });
    expect((await ask(proxy, 'HEAD /api/sync/pull', { agent })).text).toBe('');
    expect((await ask(proxy, 'GET /readyz', { agent })).text).toBe('answer 3 to GET /readyz.');
    expect(asked).toEqual([`POST /api/sync/push ${body}`, 'HEAD /api/sync/pull', 'GET /readyz']);
    expect(proxy.connections()).toBe(1);
  });

  test('a push reaches the server twice and the client hears one answer each time', async () => {
    const { proxy, asked } = await startLink({ doubleShare: 1 });
    const agent = keepAlive();
    const heard: string[] = [];
    for (let n = 1; n <= 8; n += 1) {
      heard.push((await ask(proxy, 'POST /api/sync/push', { agent, body: `batch ${n}` })).text);
      await expect.poll(() => asked.length, { interval: 5 }).toBe(n * 2);
      expect(asked.slice(-2)).toEqual(Array(2).fill(`POST /api/sync/push batch ${n}`));
    }
    const numbers = heard.map((text) => Number(/\d+/.exec(text)?.[0]));
    expect(numbers.map((number) => Math.ceil(number / 2))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(numbers.map((number) => number % 2))).toEqual(new Set([0, 1]));
  });

  test.each([1, 2, 3])('every answer is the one to its request, seed %i', async (seed) => {
    const weather = { doubleShare: 0.3, reorderShare: 0.3, sliceBytes: 40, jitterMs: 3 };
    const { proxy } = await startLink(weather, seed);
    const device = async (name: string) => {
      const agent = keepAlive();
      for (let n = 0; n < 15; n += 1) {
        const body = `${name}-${n}`;
        const line = n % 3 === 0 ? 'GET /api/sync/pull' : 'POST /api/sync/push';
        const said = n % 3 === 0 ? { agent } : { agent, body };
        const { text } = await ask(proxy, `${line}?${body}`, said);
        expect(text.endsWith(`${line}?${body}${n % 3 === 0 ? '' : ` ${body}`}.`)).toBe(true);
      }
    };
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(device));
    expect(proxy.connections()).toBe(5);
  });

  test('what is no sync request is never sent twice', async () => {
    const { proxy, asked } = await startLink({ doubleShare: 1, reorderShare: 1 });
    const agent = keepAlive();
    await ask(proxy, 'POST /api/auth/refresh', { agent, body: 'once' });
    expect((await ask(proxy, 'GET /api/sync/pull?after=0', { agent })).status).toBe(200);
    await expect
      .poll(() => asked, { interval: 5 })
      .toEqual([
        'POST /api/auth/refresh once',
        'GET /api/sync/pull?after=0',
        'GET /api/sync/pull?after=0',
      ]);
  });

  test('requests of different connections arrive in another order, each is answered', async () => {
    const { proxy, asked } = await startLink({ reorderShare: 1 }, 3);
    const bodies = ['1', '2', '3', '4', '5', '6'];
    const answers = await Promise.all(
      bodies.map((body) => ask(proxy, 'POST /api/sync/push', { agent: keepAlive(), body })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const order = asked.map((line) => line.slice(-1));
    expect(order.toSorted()).toEqual(bodies);
    expect(order).not.toEqual(bodies);
  });
});

/** A Socket.IO server as the product sets it up, a client behind a proxy, and what each heard. */
async function startSockets(weather: Partial<LinkWeather>, seed = 1) {
  const heard: { server: unknown[]; client: unknown[] } = { server: [], client: [] };
  const httpServer = createServer();
  const server = new SocketServer(httpServer, {
    transports: ['websocket'],
    perMessageDeflate: false,
    pingInterval: 30,
    // Longer than 70,000 characters in pieces of 5 take on a slow machine: no test here is about a silent connection.
    pingTimeout: 20_000,
  });
  server.on('connection', (socket) => {
    socket.on('push', (n: unknown, ack?: (answer: unknown) => void) => {
      heard.server.push(n);
      ack?.(`ack ${String(n)}`);
    });
    socket.on('send', (count: number) => {
      for (let n = 0; n < count; n += 1) socket.emit('commit', n);
    });
    socket.on('send-binary', () => {
      socket.emit('commit', 'before');
      socket.emit('commit', Buffer.from('bytes'));
      socket.emit('commit', 'after');
    });
  });
  const proxy = await putProxyBefore(httpServer, weather, seed);
  const client: Socket = io(`http://127.0.0.1:${proxy.port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  client.on('commit', (n: unknown) => heard.client.push(n));
  closers.push(
    () => server.close(),
    () => client.disconnect(),
  );
  await new Promise((resolve) => client.once('connect', () => resolve(undefined)));
  return { proxy, client, heard };
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('Socket.IO through a proxy that knows it', () => {
  test('in fair weather events and heartbeats go through, also in torn pieces', async () => {
    const { client, heard } = await startSockets({ sliceBytes: 5 });
    client.emit('send', 50);
    await expect.poll(() => heard.client, { interval: 5 }).toEqual(numbers(50));
    const long = 'x'.repeat(70_000);
    expect(await client.timeout(15_000).emitWithAck('push', long)).toBe(`ack ${long}`);
  });

  test('every event comes twice, both ways, and an acknowledged one is acknowledged', async () => {
    const { client, heard } = await startSockets({ doubleShare: 1 });
    expect(await client.timeout(5_000).emitWithAck('push', 7)).toBe('ack 7');
    await expect.poll(() => heard.server, { interval: 5 }).toEqual([7, 7]);
    client.emit('send', 1);
    await expect.poll(() => heard.client, { interval: 5 }).toEqual([0, 0, 0, 0]);
    expect(client.connected).toBe(true);
  });

  test('events change places with the next one and none is lost', async () => {
    const { client, heard } = await startSockets({ reorderShare: 0.3 });
    client.emit('send', 40);
    await expect.poll(() => heard.client.length, { interval: 5 }).toBe(40);
    expect(heard.client).not.toEqual(numbers(40));
    expect(heard.client.toSorted((a, b) => Number(a) - Number(b))).toEqual(numbers(40));
    for (const [at, n] of heard.client.entries()) expect(Number(n)).toBeLessThanOrEqual(at + 1);
  });

  test('an event that nothing follows comes late, and heartbeats do not wait for it', async () => {
    const { client, heard } = await startSockets({ reorderShare: 1 });
    const sentMs = performance.now();
    client.emit('push', 1);
    await expect.poll(() => heard.server, { interval: 5 }).toEqual([1]);
    expect(performance.now() - sentMs).toBeGreaterThan(90);
    expect(client.connected).toBe(true);
  });

  test('an event with attachments keeps its place and its parts together', async () => {
    const { client, heard } = await startSockets({ reorderShare: 1, doubleShare: 1 });
    client.emit('send-binary');
    await expect.poll(() => heard.client.length, { interval: 5 }).toBeGreaterThanOrEqual(3);
    expect(heard.client).toHaveLength(3);
    expect(heard.client).toEqual(['before', Buffer.from('bytes'), 'after']);
  });
});
