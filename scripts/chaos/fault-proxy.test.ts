import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type FaultProxy,
  fairWeather,
  type LinkWeather,
  startFaultProxy,
} from '#scripts/chaos/fault-proxy';
import { createSeededRandom } from '#scripts/seeded-random';

/** One end of a connection: what it got, and how it ended. */
class Peer {
  readonly chunks: Buffer[] = [];
  ending: 'open' | 'end' | 'reset' = 'open';
  constructor(readonly socket: Socket) {
    socket.on('data', (chunk) => this.chunks.push(chunk));
    socket.on('end', () => {
      this.ending = 'end';
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') this.ending = 'reset';
    });
  }
  /** Some kernels tell a reader of a RST only that it ended, if it had read all that came before. */
  isOver(): boolean {
    return this.ending !== 'open';
  }
  text(): string {
    return Buffer.concat(this.chunks).toString();
  }
}

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A proxy in front of a server that keeps what it is told. */
async function startLink(weather: Partial<LinkWeather> = {}) {
  const accepted: Peer[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    accepted.push(new Peer(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = await startFaultProxy({
    targetPort: portOf(server),
    random: createSeededRandom(1),
  });
  proxy.setWeather(weather);
  closers.push(
    () => server.close(),
    () => proxy.close(),
  );
  return { proxy, accepted };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function dial(proxy: FaultProxy): Promise<Peer> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  const peer = new Peer(socket);
  closers.push(() => socket.destroy());
  await once(socket, 'connect');
  return peer;
}

/** A client and the server's end of its connection, after one byte has gone each way. */
async function talk(link: Awaited<ReturnType<typeof startLink>>) {
  const client = await dial(link.proxy);
  const at = link.accepted.length;
  client.socket.write('?');
  const server = await expect
    .poll(() => link.accepted[at], { timeout: 5_000, interval: 5 })
    .toBeDefined()
    .then(() => link.accepted[at]);
  if (server === undefined) throw new Error('the proxy did not connect');
  server.socket.write('!');
  await until(() => client.text() === '!' && server.text() === '?');
  return { client, server };
}

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { timeout: 10_000, interval: 5 }).toBe(true);
}

/** Long enough for bytes on this machine to arrive if nothing keeps them. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('a fault proxy', () => {
  test('in fair weather passes bytes and ends both ways, each direction by itself', async () => {
    const link = await startLink();
    const { client, server } = await talk(link);
    const long = 'milk'.repeat(500_000);
    client.socket.end(long);
    await until(() => server.ending === 'end');
    expect(server.text()).toBe(`?${long}`);
    server.socket.end('got it');
    await until(() => client.ending === 'end');
    expect(client.text()).toBe('!got it');
    expect(link.proxy.bytes()).toEqual({ up: 2_000_001, down: 7 });
    await until(() => link.proxy.connections() === 0);
  });

  test('drop loses bytes and ends but keeps both sockets open, and resets them when it passes again', async () => {
    const link = await startLink();
    const { client, server } = await talk(link);
    link.proxy.setWeather({ up: 'drop' });
    client.socket.write('lost');
    server.socket.write(' heard');
    await until(() => client.text() === '! heard');
    await aMoment();
    client.socket.resetAndDestroy();
    await aMoment();
    expect([server.text(), server.ending]).toEqual(['?', 'open']);
    link.proxy.setWeather({ up: 'pass' });
    await until(() => server.isOver());
  });

  test('a silent connection carries nothing, tells nobody, and says when either side gave it up; new ones work', async () => {
    const link = await startLink();
    const { client, server } = await talk(link);
    const ends = link.proxy.silenceAll();
    client.socket.write('lost');
    server.socket.write('lost');
    link.proxy.setWeather(fairWeather);
    await aMoment();
    expect([server.text(), client.text()]).toEqual(['?', '!']);
    client.socket.destroy();
    await until(() => ends.some(({ side, tookMs }) => side === 'client' && tookMs !== undefined));
    expect(server.ending).toBe('open');
    expect(ends.find(({ side }) => side === 'server')?.tookMs).toBeUndefined();
    const other = await talk(link);
    other.client.socket.write('heard');
    await until(() => other.server.text() === '?heard');
    server.socket.destroy();
    await until(() => ends.every(({ tookMs }) => tookMs !== undefined));
  });

  test('a connection that lost nothing lives through a drop', async () => {
    const link = await startLink();
    const { client, server } = await talk(link);
    link.proxy.setWeather({ up: 'drop', down: 'drop' });
    link.proxy.setWeather(fairWeather);
    client.socket.write('still here');
    await until(() => server.text() === '?still here');
  });

  test('stall keeps bytes waiting and the sender feels it; all come later', async () => {
    const link = await startLink();
    const { client, server } = await talk(link);
    link.proxy.setWeather({ down: 'stall' });
    const long = Buffer.alloc(20_000_000, 'a');
    server.socket.write(long);
    server.socket.end();
    await aMoment();
    expect(client.text()).toBe('!');
    expect(server.socket.writableLength).toBeGreaterThan(1_000_000);
    link.proxy.setWeather({ down: 'pass' });
    await until(() => client.ending === 'end');
    expect(client.text()).toHaveLength(1 + long.length);
  });

  test('slices tear one write into many reads', async () => {
    const link = await startLink({ sliceBytes: 3 });
    const { client, server } = await talk(link);
    client.socket.write('a sentence in pieces');
    await until(() => server.text() === '?a sentence in pieces');
    expect(server.chunks.length).toBeGreaterThan(3);
  });

  test('latency and jitter delay pieces without changing their order', async () => {
    const link = await startLink({ latencyMs: 30, jitterMs: 30 });
    const { client, server } = await talk(link);
    const sentMs = performance.now();
    const words = Array.from({ length: 20 }, (_, n) => `${n},`);
    for (const word of words) {
      client.socket.write(word);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => server.text() === `?${words.join('')}`);
    expect(performance.now() - sentMs).toBeGreaterThan(29);
  });

  test('a slow link takes its time', async () => {
    const link = await startLink({ bytesPerSecond: 20_000 });
    const { client, server } = await talk(link);
    const sentMs = performance.now();
    client.socket.write(Buffer.alloc(4_000, 'a'));
    await until(() => server.text().length === 4_001);
    expect(performance.now() - sentMs).toBeGreaterThan(150);
  });

  test('a cut after n bytes down loses the answer, not the question', async () => {
    const link = await startLink();
    const { client, server } = await talk(link);
    link.proxy.setWeather({ cutAfterDownBytes: 2 });
    client.socket.write('commit');
    await until(() => server.text() === '?commit');
    server.socket.write('done');
    await until(() => client.isOver() && server.isOver());
    expect('!do'.startsWith(client.text())).toBe(true);
    expect(link.proxy.bytes().down).toBe(3);
  });

  test('a cut after n bytes up counts anew for each connection', async () => {
    const link = await startLink({ cutAfterUpBytes: 5 });
    for (const _ of [1, 2]) {
      const { client, server } = await talk(link);
      client.socket.write('commit');
      await until(() => client.isOver() && server.isOver());
      expect('?comm'.startsWith(server.text())).toBe(true);
    }
  });

  test('a refusing link refuses new connections, keeps old ones and opens again', async () => {
    const link = await startLink();
    const { client, server } = await talk(link);
    link.proxy.setWeather({ refuses: true });
    await expect(dial(link.proxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    client.socket.write('still here');
    await until(() => server.text() === '?still here');
    link.proxy.setWeather({ refuses: false });
    await expect
      .poll(() => dial(link.proxy).then(() => 'open', String), { timeout: 5_000 })
      .toBe('open');
  });

  test('a closed link stays closed whatever the weather becomes', async () => {
    const { proxy } = await startLink({ refuses: true });
    await proxy.close();
    proxy.setWeather(fairWeather);
    await aMoment();
    await expect(dial(proxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test.each([1, 2, 3, 4])(
    'in changing weather without loss bytes stay in order, seed %i',
    async (seed) => {
      const random = createSeededRandom(seed);
      const link = await startLink();
      const { client, server } = await talk(link);
      const said = Array.from({ length: 3_000 }, (_, n) => `${n},`.repeat(20));
      const speak = async () => {
        for (const word of said) {
          client.socket.write(word);
          if (random() < 0.1) await new Promise((resolve) => setImmediate(resolve));
        }
        client.socket.end();
      };
      const spoken = speak();
      for (let change = 0; change < 40; change += 1) {
        const isStalled = random() < 0.3;
        link.proxy.setWeather({
          latencyMs: random() * 5,
          jitterMs: random() * 5,
          sliceBytes: random() < 0.5 ? 0 : 1 + random() * 2_000,
          bytesPerSecond: random() < 0.5 ? 0 : 10_000_000,
          up: isStalled ? 'stall' : 'pass',
        });
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      link.proxy.setWeather(fairWeather);
      await spoken;
      await until(() => server.ending === 'end');
      expect(server.text() === `?${said.join('')}`).toBe(true);
    },
  );

  test('resetAll resets both sides of every connection and says how many', async () => {
    const link = await startLink();
    const ends = [await talk(link), await talk(link)];
    expect(link.proxy.resetAll()).toBe(2);
    await until(() => ends.every(({ client, server }) => client.isOver() && server.isOver()));
    await until(() => link.proxy.connections() === 0);
  });

  test('a target that is gone resets the client', async () => {
    const link = await startLink();
    const gone = await startFaultProxy({ targetPort: 1, random: createSeededRandom(1) });
    closers.push(() => gone.close());
    const client = await dial(gone);
    await until(() => client.isOver());
    expect(link.proxy.connections()).toBe(0);
  });

  test.each(['0.0.0.0', '10.0.0.1', 'localhost', '127.example.com'])(
    'no link to or at %s is laid',
    async (host) => {
      const random = createSeededRandom(1);
      await expect(startFaultProxy({ targetPort: 1, targetHost: host, random })).rejects.toThrow(
        host,
      );
      await expect(startFaultProxy({ targetPort: 1, host, random })).rejects.toThrow(host);
    },
  );
});
