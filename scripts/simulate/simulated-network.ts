import { clockSample } from '#client/sync/clock-offset.ts';
import type {
  JoinAnswer,
  LiveConnection,
  LiveEvent,
  Outcome,
  SyncTransport,
} from '#client/sync/sync-transport.ts';
import type { VirtualTime } from '#client/sync/testing/virtual-time.ts';
import type { SeededRandom } from '#scripts/seeded-random';
import type { Cluster } from './cluster.ts';
import type { Recorder } from './history.ts';
import type { ServerSocket, Served, SimulatedReplica } from './simulated-replica.ts';

/** How often a network fails, each a share of its messages. */
export interface NetworkWeather {
  maxDelayMs: number;
  lostRequests: number;
  lostAnswers: number;
  doubledRequests: number;
  lostEvents: number;
  doubledEvents: number;
}

/** A network that only takes its time. */
export const calmNetwork: NetworkWeather = {
  maxDelayMs: 20,
  lostRequests: 0,
  lostAnswers: 0,
  doubledRequests: 0,
  lostEvents: 0,
  doubledEvents: 0,
};

/** What the network of one tab is made from. `awake` resolves when the tab is not frozen. */
export interface LinkParts {
  userId: string;
  cluster: Cluster;
  time: VirtualTime;
  random: SeededRandom;
  recorder: Recorder;
  weather: () => NetworkWeather;
  isOnline: () => boolean;
  deviceNow: () => number;
  awake: () => Promise<void>;
}

const timeoutMs = 5_000;
const reconnectMs = 1_000;

/** HTTP and one socket between a tab and whichever replica answers. */
export class NetworkLink {
  readonly transport: SyncTransport;
  readonly socket: LiveConnection;
  readonly #parts: LinkParts;
  readonly #connectionListeners = new Set<(isConnected: boolean) => void>();
  readonly #eventListeners = new Set<(event: LiveEvent) => void>();
  readonly #endDropped: () => void;
  #connected: { replica: SimulatedReplica; socket: ServerSocket } | undefined;
  #isClosed = false;

  constructor(parts: LinkParts) {
    this.#parts = parts;
    this.transport = {
      push: (request) => this.#http('push', (replica) => replica.push(parts.userId, copy(request))),
      pull: (request) => this.#http('pull', (replica) => replica.pull(parts.userId, request)),
    };
    this.socket = {
      isConnected: () => this.#connected !== undefined,
      onConnection: (listener) => {
        this.#connectionListeners.add(listener);
        return () => void this.#connectionListeners.delete(listener);
      },
      onEvent: (_workspaceId, listener) => {
        this.#eventListeners.add(listener);
        return () => void this.#eventListeners.delete(listener);
      },
      join: ({ workspaceId }) =>
        this.#overSocket<JoinAnswer>('join', ({ replica, socket }) =>
          replica.join(socket, workspaceId),
        ),
      leave: ({ workspaceId }) => void this.#connected?.socket.workspaceIds.delete(workspaceId),
      push: (request) =>
        this.#overSocket('push', ({ replica }) => replica.push(parts.userId, copy(request))),
    };
    this.#endDropped = parts.cluster.onDropped((replica) => {
      if (this.#connected?.replica === replica) this.cut();
    });
    this.connect();
  }

  /** Connects to some replica, if there is a network. */
  connect(): void {
    const { cluster, random, userId, isOnline } = this.#parts;
    if (this.#isClosed || this.#connected !== undefined || !isOnline()) return;
    const replica = cluster.pick(random());
    const socket: ServerSocket = {
      userId,
      workspaceIds: new Set(),
      revokedAt: undefined,
      send: (event) => this.#carry(socket, event),
    };
    replica.sockets.add(socket);
    this.#connected = { replica, socket };
    for (const listener of this.#connectionListeners) listener(true);
  }

  /** Cuts the socket; it comes back by itself. */
  cut(): void {
    const { time, random } = this.#parts;
    if (this.#connected !== undefined) {
      this.#connected.replica.sockets.delete(this.#connected.socket);
      this.#connected = undefined;
      for (const listener of this.#connectionListeners) listener(false);
    }
    time.after(reconnectMs * (0.5 + random()), () => this.connect());
  }

  close(): void {
    this.#isClosed = true;
    this.#endDropped();
    this.#connected?.replica.sockets.delete(this.#connected.socket);
    this.#connected = undefined;
  }

  async #http<T>(
    kind: string,
    ask: (replica: SimulatedReplica) => Promise<Served<T>>,
  ): Promise<Outcome<T>> {
    const { cluster, random, deviceNow } = this.#parts;
    const replica = cluster.pick(random());
    const sentMs = deviceNow();
    const outcome = await this.#ask(kind, () => ask(replica));
    if (outcome.name !== 'answered') return outcome;
    const serverMs = cluster.clockOf(replica);
    return { ...outcome, sample: clockSample({ sentMs, receivedMs: deviceNow(), serverMs }) };
  }

  async #overSocket<T>(
    kind: string,
    ask: (connected: { replica: SimulatedReplica; socket: ServerSocket }) => Promise<Served<T>>,
  ): Promise<Outcome<T>> {
    const connected = this.#connected;
    if (connected === undefined) return { name: 'unreachable' };
    const outcome = await this.#ask(kind, () => ask(connected));
    // An answer on a connection that was cut meanwhile never arrives.
    return this.#connected === connected ? outcome : { name: 'unreachable' };
  }

  async #ask<T>(kind: string, serve: () => Promise<Served<T>>): Promise<Outcome<T>> {
    const { time, random, weather, recorder, isOnline, awake } = this.#parts;
    const { lostRequests, lostAnswers, doubledRequests } = weather();
    const [lost, answerLost, doubled] = [random(), random(), random()];
    const lose = async (): Promise<Outcome<T>> => {
      recorder.note('net.lost', kind);
      await time.sleep(timeoutMs);
      await awake();
      return { name: 'unreachable' };
    };
    if (!isOnline()) return { name: 'unreachable' };
    await this.#travel();
    if (lost < lostRequests || !isOnline()) return lose();
    if (doubled < doubledRequests) {
      recorder.note('net.doubled', kind);
      time.after(random() * 400, () => void serve());
    }
    const served = await first(serve(), time.sleep(timeoutMs));
    if (served === undefined || answerLost < lostAnswers) return lose();
    await this.#travel();
    await awake();
    if (!isOnline()) return { name: 'unreachable' };
    if (served.name !== 'served') return served;
    return { name: 'answered', answer: copy(served.answer), sample: undefined };
  }

  #carry(socket: ServerSocket, event: LiveEvent): void {
    const { time, random, weather, recorder, awake } = this.#parts;
    const { lostEvents, doubledEvents, maxDelayMs } = weather();
    if (random() < lostEvents) return recorder.note('event.lost');
    const copies = random() < doubledEvents ? 2 : 1;
    if (copies === 2) recorder.note('event.doubled');
    const arrive = async () => {
      await awake();
      if (this.#connected?.socket !== socket) return;
      for (const listener of this.#eventListeners) listener(event);
    };
    for (let made = 0; made < copies; made += 1) {
      time.after(random() * maxDelayMs * (1 + made), () => void arrive());
    }
  }

  async #travel(): Promise<void> {
    const { time, random, weather } = this.#parts;
    await time.sleep(1 + Math.floor(random() * weather().maxDelayMs));
  }
}

async function first<T>(answer: Promise<T>, timeout: Promise<void>): Promise<T | undefined> {
  return Promise.race([answer, timeout.then(() => undefined)]);
}

/** What crosses the wire shares nothing with what was sent. */
function copy<T>(message: T): T {
  return structuredClone(message);
}
