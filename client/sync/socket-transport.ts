import { io, type Socket } from 'socket.io-client';
import type * as z from 'zod/mini';
import type { Problem } from '#shared/api-error';
import {
  ackSchema,
  commitEventSchema,
  headEventSchema,
  joinAnswerSchema,
  liveEvents,
  revokedEventSchema,
  workspacesEventSchema,
} from '#shared/live-message';
import { parse } from '#shared/parse';
import { protocolVersion } from '#shared/protocol-version';
import { pushAnswerSchema } from '#shared/push-message';
import type { AccessTokens } from './access-tokens.ts';
import { answerTimeoutMs } from './answer-timeout.ts';
import { clockSample } from './clock-offset.ts';
import { createListeners } from './listeners.ts';
import { retryAtOnceHeardMs, retryDelayMs } from './retry-delay.ts';
import type { Cancel, Random, Scheduler } from './scheduler.ts';
import { failureOfProblem, readProblem } from './sync-failure.ts';
import type { LiveConnection, LiveEvent, Outcome } from './sync-transport.ts';

/** After this long without an acknowledgement the outcome is unknown and the same batches travel again. */
const ackTimeoutMs = 10_000;
/** A connection counts as good after this long: one that is always cut at once must not be opened ever faster. */
const provenAfterMs = 30_000;

const joinAckSchema = ackSchema(joinAnswerSchema);
const pushAckSchema = ackSchema(pushAnswerSchema);

/** The acknowledgement of an event: see `ackSchema`. */
type Ack<T> = { ok: true; answer: T } | { ok: false; problem: Problem };

/** What the connection works with. `url` is undefined in the app itself: the page's own origin. */
export interface SocketTransportPorts {
  url?: string;
  tokens: AccessTokens;
  scheduler: Scheduler;
  random: Random;
}

/** The one socket, with the two ends of its life. */
export interface SocketTransport extends LiveConnection {
  start(): void;
  stop(): void;
  /** Tries to connect now instead of when the retry is due. */
  connectNow(): void;
  /** Tells that the person has come into a workspace: the list is to be read. What is lost, asking now and then finds. */
  onWorkspaces(listener: () => void): Cancel;
  /**
   * The server answered on another way: a socket that could not connect does not wait for long any more. One that was
   * cut before it had proven itself does: that the server is there was no news to it.
   */
  heard(): void;
}

/**
 * Creates the connection: websocket only, as polling would only hide a broken proxy behind slow sync. Reconnecting is
 * ours (full jitter), since the library would reconnect with a token that has expired.
 */
export function createSocketTransport(ports: SocketTransportPorts): SocketTransport {
  return new SocketConnection(ports);
}

class SocketConnection implements SocketTransport {
  readonly #ports: SocketTransportPorts;
  readonly #socket: Socket;
  readonly #connection = createListeners<boolean>();
  readonly #eventListeners = new Map<string, Set<(event: LiveEvent) => void>>();
  readonly #workspaces = createListeners<void>();
  readonly #endings: Cancel[] = [];
  #token: string | undefined;
  #isWanted = false;
  #isConnecting = false;
  #attempt = 0;
  #connectedAtMs: number | undefined;
  #cancelRetry: Cancel = () => undefined;
  /** When it tries again by itself; undefined while it waits for nothing. */
  #retryAtMs: number | undefined;
  /** It did connect the last time, and was cut at once. */
  #wasCutUnproven = false;

  constructor(ports: SocketTransportPorts) {
    this.#ports = ports;
    const options = {
      transports: ['websocket'],
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      auth: (give: (payload: object) => void) =>
        give({ token: this.#token, protocol: protocolVersion }),
    };
    this.#socket = ports.url === undefined ? io(options) : io(ports.url, options);
    this.#listen();
  }

  start(): void {
    this.#isWanted = true;
    this.#endings.push(this.#ports.tokens.onRenewed((token) => this.#renew(token)));
    this.connectNow();
  }

  stop(): void {
    this.#isWanted = false;
    // The library says nothing of an attempt that is broken off here.
    this.#isConnecting = false;
    this.#endWait();
    for (const end of this.#endings.splice(0)) end();
    this.#socket.disconnect();
  }

  connectNow(): void {
    if (!this.#isWanted || this.#isConnecting || this.#socket.connected) return;
    this.#endWait();
    this.#isConnecting = true;
    void this.#connect();
  }

  heard(): void {
    const { scheduler, random } = this.#ports;
    if (this.#retryAtMs === undefined || this.#wasCutUnproven) return;
    const plannedMs = this.#retryAtMs;
    const retryAtMs = retryAtOnceHeardMs({ nowMs: scheduler.now(), random, plannedMs });
    if (retryAtMs < plannedMs) this.#waitUntil(retryAtMs);
  }

  isConnected(): boolean {
    return this.#socket.connected;
  }

  onConnection(listener: (isConnected: boolean) => void): Cancel {
    return this.#connection.add(listener);
  }

  onWorkspaces(listener: () => void): Cancel {
    return this.#workspaces.add(listener);
  }

  onEvent(workspaceId: string, listener: (event: LiveEvent) => void): Cancel {
    const listeners = this.#eventListeners.get(workspaceId) ?? new Set();
    this.#eventListeners.set(workspaceId, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  async join(request: { workspaceId: string; deviceId: string }) {
    const sentMs = this.#ports.scheduler.now();
    const outcome = await this.#ask({
      event: liveEvents.join,
      body: request,
      schema: joinAckSchema,
    });
    if (outcome.name !== 'answered' || outcome.answer.serverTime === undefined) return outcome;
    const receivedMs = this.#ports.scheduler.now();
    const sample = clockSample({ sentMs, receivedMs, serverMs: outcome.answer.serverTime });
    return { ...outcome, sample };
  }

  leave(request: { workspaceId: string }): void {
    if (this.#socket.connected) this.#socket.emit(liveEvents.leave, request);
  }

  push(request: Parameters<LiveConnection['push']>[0]) {
    return this.#ask({ event: liveEvents.push, body: request, schema: pushAckSchema });
  }

  /** Emits only on a socket that is up: the library would keep it for later, when it may be out of order. */
  async #ask<T>({
    event,
    body,
    schema,
  }: {
    event: string;
    body: unknown;
    schema: z.core.$ZodType<Ack<T>>;
  }): Promise<Outcome<T>> {
    if (!this.#socket.connected) return { name: 'unreachable' };
    try {
      const timeoutMs = answerTimeoutMs(ackTimeoutMs, JSON.stringify(body).length);
      const ack: unknown = await this.#socket.timeout(timeoutMs).emitWithAck(event, body);
      const parsed = parse(schema, ack);
      if (!parsed.ok) return { name: 'unreachable' };
      if (parsed.value.ok) {
        return { name: 'answered', answer: parsed.value.answer, sample: undefined };
      }
      const { problem } = parsed.value;
      const { retryAfter } = problem;
      return failureOfProblem(
        problem,
        typeof retryAfter === 'number' ? retryAfter * 1000 : undefined,
      );
    } catch {
      return { name: 'unreachable' };
    }
  }

  async #connect(): Promise<void> {
    const access = await this.#ports.tokens.accessToken();
    // Without a session there is nothing to retry for: the next token starts it again.
    if (!this.#isWanted || access.name === 'needs-sign-in') {
      this.#isConnecting = false;
      return;
    }
    if (access.name === 'offline') return this.#failToConnect();
    this.#token = access.token;
    this.#socket.connect();
  }

  #failToConnect(): void {
    this.#wasCutUnproven = false;
    this.#retryLater();
  }

  #retryLater(): void {
    this.#isConnecting = false;
    if (!this.#isWanted) return;
    const { scheduler, random } = this.#ports;
    this.#attempt += 1;
    const delayMs = retryDelayMs({ attempt: this.#attempt, random });
    this.#waitUntil(scheduler.now() + delayMs);
  }

  #waitUntil(retryAtMs: number): void {
    const { scheduler } = this.#ports;
    this.#endWait();
    this.#retryAtMs = retryAtMs;
    this.#cancelRetry = scheduler.after(retryAtMs - scheduler.now(), () => this.connectNow());
  }

  #endWait(): void {
    this.#cancelRetry();
    this.#retryAtMs = undefined;
  }

  /** A new token keeps a running socket alive beyond the old one, and wakes one that waited for a sign-in. */
  #renew(token: string): void {
    this.#token = token;
    if (this.#socket.connected) this.#socket.emit(liveEvents.renew, { token });
    else this.connectNow();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => {
      this.#isConnecting = false;
      this.#connectedAtMs = this.#ports.scheduler.now();
      this.#connection.tell(true);
    });
    socket.on('disconnect', () => {
      this.#wasCutUnproven = !this.#hasProven();
      if (!this.#wasCutUnproven) this.#attempt = 0;
      this.#connectedAtMs = undefined;
      this.#connection.tell(false);
      this.#retryLater();
    });
    socket.on('connect_error', (error) => {
      // An error with data is the server's own refusal; without, the network failed.
      const problem = 'data' in error ? readProblem(error.data) : undefined;
      const isRefusedToken =
        problem !== undefined && failureOfProblem(problem, undefined).name === 'needs-sign-in';
      if (isRefusedToken) this.#rejectToken();
      this.#failToConnect();
    });
    socket.on(liveEvents.commit, (body: unknown) => {
      const commit = parse(commitEventSchema, body);
      if (commit.ok) this.#tell(commit.value.workspaceId, { name: 'commit', commit: commit.value });
    });
    socket.on(liveEvents.head, (body: unknown) => {
      const head = parse(headEventSchema, body);
      if (head.ok) this.#tell(head.value.workspaceId, { name: 'head', head: head.value });
    });
    socket.on(liveEvents.revoked, (body: unknown) => {
      const hint = parse(revokedEventSchema, body);
      if (hint.ok) this.#tell(hint.value.workspaceId, { name: 'revoked', seq: hint.value.seq });
    });
    socket.on(liveEvents.workspaces, (body: unknown) => {
      if (parse(workspacesEventSchema, body).ok) this.#workspaces.tell();
    });
    socket.on(liveEvents.signedOut, () => {
      this.#rejectToken();
      for (const id of this.#eventListeners.keys()) this.#tell(id, { name: 'signed-out' });
    });
  }

  #hasProven(): boolean {
    if (this.#connectedAtMs === undefined) return false;
    return this.#ports.scheduler.now() - this.#connectedAtMs >= provenAfterMs;
  }

  #rejectToken(): void {
    if (this.#token !== undefined) this.#ports.tokens.reject(this.#token);
  }

  #tell(workspaceId: string, event: LiveEvent): void {
    for (const listener of this.#eventListeners.get(workspaceId) ?? []) listener(event);
  }
}
