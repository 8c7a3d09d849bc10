import { io, type Socket } from 'socket.io-client';
import type { Problem } from '#shared/api-error';

/** What a socket answers: the answer, or the problem that HTTP would have carried. */
export type TestAck =
  | { ok: true; answer: Record<string, unknown> }
  | { ok: false; problem: Problem };

/** A connected socket of the official client. */
export interface TestSocket {
  socket: Socket;
  ask(event: string, request: unknown): Promise<TestAck>;
  /** The next event of that name, also if it came before this call and was not taken yet. */
  next(event: string): Promise<Record<string, unknown>>;
}

/** How a test connects. */
export interface SocketOptions {
  token?: string | undefined;
  protocol?: number;
  headers?: Record<string, string>;
}

/** Connects, or rejects with the `connect_error`, whose `data` is the problem object. */
export async function openSocket(url: string, options: SocketOptions = {}): Promise<TestSocket> {
  const { token, protocol = 1, headers = {} } = options;
  const auth = token === undefined ? {} : { token, protocol };
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth,
    extraHeaders: headers,
  });
  const kept = new Map<string, Record<string, unknown>[]>();
  const waiting = new Map<string, ((event: Record<string, unknown>) => void)[]>();
  socket.onAny((name: string, event: Record<string, unknown>) => {
    const taker = waiting.get(name)?.shift();
    if (taker === undefined) kept.set(name, [...(kept.get(name) ?? []), event]);
    else taker(event);
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  return {
    socket,
    ask: (event, request) => socket.timeout(5_000).emitWithAck(event, request),
    next: (name) => {
      const event = kept.get(name)?.shift();
      if (event !== undefined) return Promise.resolve(event);
      return new Promise((resolve) => {
        waiting.set(name, [...(waiting.get(name) ?? []), resolve]);
      });
    },
  };
}
