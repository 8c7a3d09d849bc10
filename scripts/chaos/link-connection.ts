import type { Socket } from 'node:net';
import type { Dialect } from '#scripts/chaos/dialect';
import { Lane } from '#scripts/chaos/lane';
import type { LinkWeather } from '#scripts/chaos/link-weather';
import { resetSocket } from '#scripts/chaos/reset-socket';

/** One connection through a proxy. */
export interface LinkConnection {
  /** Carries nothing from now on, and tells neither side: each has to find out by itself. Its ends say when they did. */
  silence(): SilentEnd[];
  /** RST to both sides. */
  reset(): void;
  /** To be called after `weather` has changed. */
  weatherChanged(change: Partial<LinkWeather>): void;
}

/** One end of a connection that has gone silent: since when, and how long it was held. */
export interface SilentEnd {
  side: 'client' | 'server';
  kind: 'http' | 'websocket' | 'websocket of a browser';
  sinceMs: number;
  /** Undefined as long as it is held. */
  tookMs: number | undefined;
}

/** First byte of a websocket frame that says goodbye. */
const closeFrame = 0x88;

/** What a connection is made from. `onPassed` is called for bytes that were handed on. */
export interface LinkConnectionParts {
  client: Socket;
  target: Socket;
  weather: Readonly<LinkWeather>;
  random: () => number;
  dialect: Dialect | undefined;
  onPassed: (direction: 'up' | 'down', bytes: number) => void;
  onClosed: () => void;
}

/** Joins two sockets as the weather has it; `onClosed` is called once when both are closed. */
export function joinSockets(parts: LinkConnectionParts): LinkConnection {
  const { client, target, weather, random, onPassed, onClosed } = parts;
  const reset = () => {
    resetSocket(client);
    resetSocket(target);
  };
  const lane = (direction: 'up' | 'down') => {
    const [source, sink] = direction === 'up' ? [client, target] : [target, client];
    const passed = (bytes: number) => onPassed(direction, bytes);
    return new Lane({ direction, source, sink, weather, random, onPassed: passed, onCut: reset });
  };
  const up = lane('up');
  const down = lane('down');
  let kind: SilentEnd['kind'] = 'http';
  client.once('data', (bytes) => {
    const head = bytes.toString('latin1');
    if (!/^upgrade: websocket/im.test(head)) return;
    kind = /^user-agent: .*chrome/im.test(head) ? 'websocket of a browser' : 'websocket';
  });
  feedLanes({ ...parts, up, down });
  let open = 2;
  for (const socket of [client, target]) {
    socket.once('close', () => {
      open -= 1;
      if (open === 0) onClosed();
    });
  }
  return {
    reset,
    silence: () => {
      for (const lane of [up, down]) lane.isSilent = true;
      const sinceMs = Date.now();
      const ends = [['client', client] as const, ['server', target] as const];
      return ends
        .filter(([, socket]) => !socket.destroyed && !socket.readableEnded)
        .map(([side, socket]) => watchEnd(socket, { side, kind, sinceMs, tookMs: undefined }));
    },
    weatherChanged: (change) => {
      if (up.isSilent) return undefined;
      if (change.cutAfterUpBytes !== undefined) up.renewBudget();
      if (change.cutAfterDownBytes !== undefined) down.renewBudget();
      const isBroken =
        (up.hasLost && weather.up === 'pass') || (down.hasLost && weather.down === 'pass');
      // Bytes are missing in its middle: going on would be a stream that TCP never delivers.
      if (isBroken) return reset();
      up.weatherChanged();
      down.weatherChanged();
    },
  };
}

/**
 * Notes when a peer gives up. The other one is not told: what closes then is our own half. A websocket's end says goodbye and
 * keeps the connection for some time more, to be answered.
 */
function watchEnd(socket: Socket, end: SilentEnd): SilentEnd {
  const note = () => {
    end.tookMs ??= Date.now() - end.sinceMs;
  };
  socket.on('data', (bytes) => {
    if (end.kind !== 'http' && bytes[0] === closeFrame) note();
  });
  socket.on('end', () => socket.destroy());
  socket.once('close', note);
  return end;
}

function feedLanes({
  client,
  target,
  weather,
  dialect,
  up,
  down,
}: {
  client: Socket;
  target: Socket;
  weather: Readonly<LinkWeather>;
  dialect: Dialect | undefined;
  up: Lane;
  down: Lane;
}): void {
  const toServer = (bytes: Buffer) => up.carry(bytes);
  const toClient = (bytes: Buffer) => down.carry(bytes);
  const conversation = dialect?.converse({ toServer, toClient, weather });
  client.on('data', (bytes) => (conversation ? conversation.fromClient(bytes) : toServer(bytes)));
  target.on('data', (bytes) => (conversation ? conversation.fromServer(bytes) : toClient(bytes)));
  for (const [socket, lane] of [[client, up] as const, [target, down] as const]) {
    socket.setNoDelay(true);
    socket.on('end', () => {
      conversation?.release();
      lane.end();
    });
    socket.on('error', () => lane.reset());
  }
}
