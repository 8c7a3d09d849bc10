import type { VirtualTime } from '#client/sync/testing/virtual-time.ts';
import { createSeededRandom, type SeededRandom } from '#scripts/seeded-random';
import type { CommitEvent } from '#shared/live-message';
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
}

interface Seat {
  replica: SimulatedReplica;
  life: Life;
  /** How far this machine's clock is off, ms. */
  offsetMs: number;
}

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
    this.#seats = Array.from({ length: parts.replicas }, () => this.#seat(0));
  }

  /** The replica that a load balancer picks with `dice` in [0, 1). */
  pick(dice: number): SimulatedReplica {
    const seat = this.#seats[Math.floor(dice * this.#seats.length)];
    if (seat === undefined) throw new Error('a cluster has replicas');
    return seat.replica;
  }

  clockOf(replica: SimulatedReplica): number {
    const seat = this.#seats.find((one) => one.replica === replica);
    return this.#parts.time.now() + (seat?.offsetMs ?? 0);
  }

  /** Hears of every replica that died, so that its connections are cut. */
  onDropped(listener: (replica: SimulatedReplica) => void): () => void {
    this.#droppedListeners.add(listener);
    return () => void this.#droppedListeners.delete(listener);
  }

  /** Kills a replica in the middle of whatever it does, and starts another over the same storage. */
  crash(dice: number): void {
    const index = Math.floor(dice * this.#seats.length);
    const seat = this.#seats[index];
    if (seat === undefined) return;
    seat.life.isDead = true;
    this.#seats[index] = this.#seat(seat.offsetMs);
    for (const listener of this.#droppedListeners) listener(seat.replica);
  }

  /** Sets the clock of one machine. */
  setClock(dice: number, offsetMs: number): void {
    const seat = this.#seats[Math.floor(dice * this.#seats.length)];
    if (seat !== undefined) seat.offsetMs = offsetMs;
  }

  setAllClocksRight(): void {
    for (const seat of this.#seats) seat.offsetMs = 0;
  }

  /** Restoring a backup: every replica is stopped before, and new ones start after it. */
  restart(whileDown: () => void): void {
    for (const { life } of this.#seats) life.isDead = true;
    whileDown();
    for (let index = 0; index < this.#seats.length; index += 1)
      this.crash(index / this.#seats.length);
  }

  #seat(offsetMs: number): Seat {
    const { time, storage, recorder, pageLimit, mutation } = this.#parts;
    this.#started += 1;
    const random = createSeededRandom(this.#parts.seed * 101 + this.#started);
    const life: Life = { isDead: false };
    const weather = () => this.storageWeather;
    const linked = linkStorage({ storage, life, time, random, weather, recorder });
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
    const seat: Seat = { replica: new SimulatedReplica(parts), life, offsetMs };
    return seat;
  }

  #clock(seat: Seat): number {
    const nowMs = Math.floor(this.#parts.time.now() + seat.offsetMs);
    const { history } = this.#parts.recorder;
    history.latestClockMs = Math.max(history.latestClockMs, nowMs);
    return this.#parts.mutation?.alterServerClock?.(nowMs) ?? nowMs;
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
