import type { VirtualTime } from '#client/sync/testing/virtual-time.ts';
import { createSeededRandom, type SeededRandom } from '#scripts/seeded-random';
import type { CommitEvent } from '#shared/live-message';
import type { CrashWatch } from './crash-point.ts';
import type { Recorder } from './history.ts';
import type { MemoryStorage } from './memory-storage.ts';
import type { Mutation } from './mutation.ts';
import { type ReplicaParts, SimulatedReplica } from './simulated-replica.ts';
import { type Life, linkStorage, type StorageWeather } from './simulated-storage.ts';

/** What the server side of a world is made from. */
export interface ClusterParts {
  seed: number;
  time: VirtualTime;
  storage: MemoryStorage;
  recorder: Recorder;
  replicas: number;
  pageLimit: number;
  mutation: Mutation | undefined;
  crashes: CrashWatch;
}

interface Seat {
  replica: SimulatedReplica;
  life: Life;
  clock: SeatClock;
}

/** How far a machine's clock is off, and how many ms it gains every second since. */
interface SeatClock {
  offsetMs: number;
  driftPerSecond: number;
  sinceMs: number;
}

const rightClock: SeatClock = { offsetMs: 0, driftPerSecond: 0, sinceMs: 0 };

/** Several replicas over one storage, and the Redis between them. */
export class Cluster {
  storageWeather: StorageWeather;
  isRedisSilent = false;
  readonly #parts: ClusterParts;
  readonly #seats: Seat[];
  readonly #redis: SeededRandom;
  readonly #droppedListeners = new Set<(replica: SimulatedReplica) => void>();
  #started = 0;

  constructor(parts: ClusterParts, weather: StorageWeather) {
    this.#parts = parts;
    this.storageWeather = weather;
    this.#redis = createSeededRandom(parts.seed * 31 + 7);
    this.#seats = Array.from({ length: parts.replicas }, () => this.#seat(rightClock));
  }

  /** The replica that a load balancer picks with `dice` in [0, 1). */
  pick(dice: number): SimulatedReplica {
    const seat = this.#seats[Math.floor(dice * this.#seats.length)];
    if (seat === undefined) throw new Error('a cluster has replicas');
    return seat.replica;
  }

  clockOf(replica: SimulatedReplica): number {
    const seat = this.#seats.find((one) => one.replica === replica);
    return this.#read(seat?.clock ?? rightClock);
  }

  /** Hears of every replica that died, so that its connections are cut. */
  onDropped(listener: (replica: SimulatedReplica) => void): () => void {
    this.#droppedListeners.add(listener);
    return () => void this.#droppedListeners.delete(listener);
  }

  /** Kills a replica in the middle of whatever it does, and starts another over the same storage. */
  crash(dice: number): void {
    const seat = this.#seats[Math.floor(dice * this.#seats.length)];
    if (seat !== undefined) this.#crash(seat);
  }

  /** Sets the clock of one machine. */
  setClock(dice: number, offsetMs: number, driftPerSecond: number): void {
    const seat = this.#seats[Math.floor(dice * this.#seats.length)];
    const sinceMs = this.#parts.time.now();
    if (seat !== undefined) seat.clock = { offsetMs, driftPerSecond, sinceMs };
  }

  /** Restoring a backup: every replica is stopped before, and new ones start after it. */
  restart(whileDown: () => void): void {
    for (const { life } of this.#seats) life.isDead = true;
    whileDown();
    for (let index = 0; index < this.#seats.length; index += 1)
      this.crash(index / this.#seats.length);
  }

  #crash(seat: Seat): void {
    seat.life.isDead = true;
    this.#seats[this.#seats.indexOf(seat)] = this.#seat(seat.clock);
    for (const listener of this.#droppedListeners) listener(seat.replica);
  }

  #seat(clock: SeatClock): Seat {
    const { time, storage, recorder, pageLimit, mutation, crashes } = this.#parts;
    this.#started += 1;
    const random = createSeededRandom(this.#parts.seed * 101 + this.#started);
    const life: Life = { isDead: false };
    const weather = () => this.storageWeather;
    const die = () => this.#crash(seat);
    const linked = linkStorage({ storage, life, time, random, weather, recorder, crashes, die });
    const parts: ReplicaParts = {
      name: `replica${this.#started}`,
      life,
      storage: mutation?.alterStorage?.(linked, { random, time }) ?? linked,
      time,
      random,
      now: () => this.#clock(seat),
      publish: (event) => this.#publish(event, seat),
      recorder,
      alterSync: mutation?.alterSync,
      pollsHeads: mutation?.pollsHeads,
      pageLimit,
    };
    const seat: Seat = { replica: new SimulatedReplica(parts), life, clock };
    return seat;
  }

  #clock(seat: Seat): number {
    const nowMs = Math.floor(this.#read(seat.clock));
    const { history } = this.#parts.recorder;
    history.latestClockMs = Math.max(history.latestClockMs, nowMs);
    return this.#parts.mutation?.alterServerClock?.(nowMs) ?? nowMs;
  }

  #read({ offsetMs, driftPerSecond, sinceMs }: SeatClock): number {
    const nowMs = this.#parts.time.now();
    return nowMs + offsetMs + ((nowMs - sinceMs) / 1000) * driftPerSecond;
  }

  #publish(event: CommitEvent, from: Seat): void {
    this.#parts.recorder.note('commit', `${event.epoch}/${event.seq} ${event.hash}`);
    for (const seat of this.#seats) {
      if (seat === from) continue;
      if (this.isRedisSilent) this.#parts.recorder.note('redis.silent');
      else this.#parts.time.after(1 + this.#redis() * 20, () => seat.replica.emit(event));
    }
  }
}
