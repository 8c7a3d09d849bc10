import { connect, createServer, isIPv4, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dialect } from '#scripts/chaos/dialect';
import { joinSockets, type LinkConnection, type SilentEnd } from '#scripts/chaos/link-connection';
import { fairWeather, type LinkWeather } from '#scripts/chaos/link-weather';

export { fairWeather, type LinkWeather } from '#scripts/chaos/link-weather';

/** A TCP proxy in front of one target that does to the bytes what bad networks do. */
export interface FaultProxy {
  readonly host: string;
  readonly port: number;
  readonly weather: Readonly<LinkWeather>;
  /**
   * Takes effect at once, for open connections too. Connections that lost bytes are reset when their direction passes
   * again. Only `refuses` takes a moment: until the port is closed or opened.
   */
  setWeather(change: Partial<LinkWeather>): void;
  /** RST to both sides of all connections; says how many there were. */
  resetAll(): number;
  /** All open connections carry nothing any more, as behind a router that has forgotten them; new ones do. */
  silenceAll(): SilentEnd[];
  connections(): number;
  /** What was handed on, over all connections, closed ones included. */
  bytes(): { up: number; down: number };
  close(): Promise<void>;
}

/** What a proxy stands in front of, where it listens (a free port of 127.0.0.1), and what of the bytes it understands. */
export interface FaultProxyOptions {
  targetPort: number;
  targetHost?: string;
  host?: string;
  port?: number;
  random: () => number;
  dialect?: Dialect;
}

/** Starts a proxy in fair weather. Throws when the port is taken, and for hosts outside 127.0.0.0/8. */
export async function startFaultProxy(of: FaultProxyOptions): Promise<FaultProxy> {
  const { host = '127.0.0.1', targetHost = '127.0.0.1', targetPort, random, dialect } = of;
  for (const one of [host, targetHost]) {
    if (!isLoopback(one)) throw new Error(`${one} is not of this machine: links stay within it`);
  }
  const weather = { ...fairWeather };
  const connections = new Set<LinkConnection>();
  const counted = { up: 0, down: 0 };
  const onClient = (client: Socket) => {
    const target = connect({ host: targetHost, port: targetPort, allowHalfOpen: true });
    const connection = joinSockets({
      client,
      target,
      weather,
      random,
      dialect,
      onPassed: (direction, bytes) => {
        counted[direction] += bytes;
      },
      onClosed: () => connections.delete(connection),
    });
    connections.add(connection);
  };
  const door = await openDoor({ host, port: of.port ?? 0, onClient });
  const resetAll = () => {
    const open = [...connections];
    for (const connection of open) connection.reset();
    return open.length;
  };
  return {
    host,
    port: door.port,
    weather,
    setWeather: (change) => {
      Object.assign(weather, change);
      door.setOpen(!weather.refuses);
      for (const connection of connections) connection.weatherChanged(change);
    },
    resetAll,
    silenceAll: () => [...connections].flatMap((connection) => connection.silence()),
    connections: () => connections.size,
    bytes: () => ({ ...counted }),
    close: async () => {
      resetAll();
      await door.close();
    },
  };
}

function isLoopback(host: string): boolean {
  return isIPv4(host) && host.startsWith('127.');
}

/** A listening port that can be closed and opened again while the connections made through it stay. */
async function openDoor(of: { host: string; port: number; onClient: (client: Socket) => void }) {
  const { host, onClient } = of;
  let server = await listen({ host, port: of.port, onClient });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : of.port;
  let wantsOpen = true;
  let isOpen = true;
  let isClosed = false;
  let turning = Promise.resolve();
  const turn = async () => {
    while (wantsOpen !== isOpen) {
      if (isOpen) server.close();
      else {
        const opened = await listen({ host, port, onClient }).catch(() => undefined);
        if (opened === undefined) {
          // The kernel, or whoever took the port meanwhile, may need a moment to give it back.
          await pause(20);
          continue;
        }
        server = opened;
      }
      isOpen = !isOpen;
    }
  };
  const setOpen = (open: boolean) => {
    if (open === wantsOpen || isClosed) return;
    wantsOpen = open;
    turning = turning.then(turn);
  };
  const close = async () => {
    setOpen(false);
    isClosed = true;
    await turning;
  };
  return { port, setOpen, close };
}

function listen(of: {
  host: string;
  port: number;
  onClient: (client: Socket) => void;
}): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true }, of.onClient);
    server.once('error', reject);
    server.listen({ host: of.host, port: of.port }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}
