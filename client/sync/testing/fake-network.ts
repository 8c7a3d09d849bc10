import type { CommitEvent } from '#shared/live-message';
import type { SyncFailure } from '../sync-failure.ts';
import type { LiveConnection, LiveEvent, Outcome, SyncTransport } from '../sync-transport.ts';
import type { ReferenceServer } from './reference-server.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What becomes of one request: its answer is lost, it never arrives, or something answers in the server's place. */
export type RequestFate = 'arrives' | 'lost' | 'answer-lost' | SyncFailure;
/** What becomes of one event: the delays after which copies of it arrive, ms; none: it is lost. */
export type EventFate = readonly number[];

/** How the network between one device and the server behaves; tests replace what they are about. */
export interface NetworkScript {
  request(kind: 'push' | 'pull' | 'join'): RequestFate;
  delayMs(): number;
  event(event: CommitEvent): EventFate;
}

/** After this a request without an answer counts as lost. */
const timeoutMs = 5_000;

/** The link of one device to the reference server, over HTTP and a socket, in virtual time. */
export class FakeNetwork {
  readonly transport: SyncTransport;
  readonly socket: LiveConnection;
  /** What was asked for, in order. */
  readonly asked: string[] = [];
  script: NetworkScript = {
    request: () => 'arrives',
    delayMs: () => 5,
    event: () => [5],
  };
  #isOnline = true;
  #isSocketUp = true;
  #isJoined = false;
  readonly #time: VirtualTime;
  readonly #connectionListeners = new Set<(isConnected: boolean) => void>();
  readonly #eventListeners = new Set<(event: LiveEvent) => void>();
  readonly #endEvents: () => void;

  constructor(of: { server: ReferenceServer; userId: string; time: VirtualTime }) {
    const { server, userId, time } = of;
    this.#time = time;
    this.transport = {
      push: (request) => this.#ask('push', () => server.push(userId, request)),
      pull: (request) => this.#ask('pull', () => server.pull(userId, request)),
    };
    this.socket = {
      isConnected: () => this.#isOnline && this.#isSocketUp,
      onConnection: (listener) => {
        this.#connectionListeners.add(listener);
        return () => void this.#connectionListeners.delete(listener);
      },
      onEvent: (_workspaceId, listener) => {
        this.#eventListeners.add(listener);
        return () => void this.#eventListeners.delete(listener);
      },
      join: (request) =>
        this.#ask('join', () => {
          this.#isJoined = true;
          return server.join(userId, request);
        }),
      leave: () => {
        this.#isJoined = false;
      },
      push: (request) => this.#ask('push', () => server.push(userId, request)),
    };
    this.#endEvents = server.onCommit((event) => this.#carry(event));
  }

  /** Cuts or mends everything. */
  setOnline(isOnline: boolean): void {
    this.#isOnline = isOnline;
    this.#tellConnection();
  }

  /** Cuts or mends the socket alone. */
  setSocketUp(isSocketUp: boolean): void {
    this.#isSocketUp = isSocketUp;
    this.#tellConnection();
  }

  /** An event that reaches the device as it is. */
  deliver(event: LiveEvent): void {
    for (const listener of this.#eventListeners) listener(event);
  }

  close(): void {
    this.#endEvents();
  }

  async #ask<T>(kind: 'push' | 'pull' | 'join', serve: () => Outcome<T>): Promise<Outcome<T>> {
    this.asked.push(kind);
    if (!this.#isOnline) return { name: 'unreachable' };
    const fate = this.script.request(kind);
    await this.#time.sleep(this.script.delayMs());
    if (typeof fate !== 'string') return fate;
    const outcome = fate === 'lost' || !this.#isOnline ? undefined : serve();
    if (outcome === undefined || fate === 'answer-lost') {
      await this.#time.sleep(timeoutMs);
      return { name: 'unreachable' };
    }
    await this.#time.sleep(this.script.delayMs());
    return this.#isOnline ? outcome : { name: 'unreachable' };
  }

  #carry(commit: CommitEvent): void {
    if (!this.socket.isConnected() || !this.#isJoined) return;
    for (const delayMs of this.script.event(commit)) {
      this.#time.after(delayMs, () => {
        if (this.socket.isConnected()) this.deliver({ name: 'commit', commit });
      });
    }
  }

  #tellConnection(): void {
    this.#isJoined = false;
    for (const listener of this.#connectionListeners) listener(this.socket.isConnected());
  }
}
