import { BehaviorSubject, type Observable } from 'rxjs';
import type { LocalMeta, LocalStore } from '#client/store/local-store.ts';
import { deriveSyncStatus, nextStatusChangeMs } from './derive-sync-status.ts';
import type { LaneState } from './lane.ts';
import { isWhole } from './pull-changes.ts';
import type { Cancel, Scheduler } from './scheduler.ts';
import type { SyncFacts } from './sync-facts.ts';
import type { SyncStatus } from './sync-status.ts';

/** What the progress of one workspace is read from. */
export interface ProgressPorts {
  store: LocalStore;
  scheduler: Scheduler;
  countRefused: () => Promise<number>;
  onError: (error: unknown) => void;
}

/** Follows meta and lanes, and says in one status where the workspace stands. */
export interface SyncProgress {
  readonly status$: Observable<SyncStatus>;
  /** Meta as last read; memory after disk, so never ahead of it. */
  meta(): LocalMeta | undefined;
  /** Reads meta again; calls that come while one reads are answered by one more reading. */
  refresh(): void;
  /** Tells of meta each time it was read. */
  onMeta(listener: (meta: LocalMeta) => void): Cancel;
  setLane(lane: 'push' | 'pull', state: LaneState): void;
  addReceived(documents: number): void;
  stop(): void;
}

/** Creates the follower; `status$` begins with what an engine can say before it has read anything. */
export function createSyncProgress(ports: ProgressPorts): SyncProgress {
  return new FollowedProgress(ports);
}

class FollowedProgress implements SyncProgress {
  readonly #ports: ProgressPorts;
  readonly #status$ = new BehaviorSubject<SyncStatus>({ name: 'syncing', waiting: 0 });
  readonly status$ = this.#status$.asObservable();
  readonly #listeners = new Set<(meta: LocalMeta) => void>();
  readonly #lanes: { push: LaneState; pull: LaneState } = {
    push: { name: 'idle' },
    pull: { name: 'idle' },
  };
  #meta: LocalMeta | undefined;
  #refused = 0;
  #received = 0;
  #reading: 'no' | 'once' | 'again' = 'no';
  #isStopped = false;
  #cancelTimer: Cancel = () => undefined;

  constructor(ports: ProgressPorts) {
    this.#ports = ports;
  }

  meta(): LocalMeta | undefined {
    return this.#meta;
  }

  refresh(): void {
    if (this.#isStopped) return;
    const isBusy = this.#reading !== 'no';
    this.#reading = isBusy ? 'again' : 'once';
    if (isBusy) return;
    void this.#read()
      .catch((error: unknown) => {
        if (!this.#isStopped) this.#ports.onError(error);
      })
      .finally(() => {
        const isWanted = this.#reading === 'again';
        this.#reading = 'no';
        if (isWanted) this.refresh();
      });
  }

  onMeta(listener: (meta: LocalMeta) => void): Cancel {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  setLane(lane: 'push' | 'pull', state: LaneState): void {
    this.#lanes[lane] = state;
    if (lane === 'pull' && state.name === 'idle') this.#received = 0;
    this.#publish();
  }

  addReceived(documents: number): void {
    this.#received += documents;
    this.#publish();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
    this.#status$.complete();
  }

  async #read(): Promise<void> {
    const meta = await this.#ports.store.readMeta();
    if (this.#isStopped) return;
    this.#meta = meta;
    // First of all, so that a new batch is on its way before anybody counts.
    for (const listener of this.#listeners) listener(meta);
    this.#refused = await this.#ports.countRefused();
    this.#publish();
  }

  #publish(): void {
    if (this.#meta === undefined || this.#isStopped) return;
    const nowMs = this.#ports.scheduler.now();
    const facts = factsOf({
      meta: this.#meta,
      refused: this.#refused,
      received: this.#received,
      ...this.#lanes,
    });
    const status = deriveSyncStatus(facts, nowMs);
    if (!isSameStatus(status, this.#status$.value)) this.#status$.next(status);
    this.#cancelTimer();
    const changeMs = nextStatusChangeMs(facts, nowMs);
    if (changeMs === undefined) return;
    this.#cancelTimer = this.#ports.scheduler.after(changeMs - nowMs, () => this.#publish());
  }
}

function factsOf(known: {
  meta: LocalMeta;
  refused: number;
  received: number;
  push: LaneState;
  pull: LaneState;
}): SyncFacts {
  const { meta, ...others } = known;
  return {
    ...others,
    waiting: meta.nextN - 1 - meta.settledN,
    seq: meta.wholeSeq,
    isWhole: isWhole(meta),
    isFirstPull: meta.wholeSeq === 0 && meta.rebuild === undefined && !isWhole(meta),
  };
}

function isSameStatus(a: SyncStatus, b: SyncStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
