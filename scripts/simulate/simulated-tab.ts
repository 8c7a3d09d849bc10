import type { LocalDatabase } from '#client/store/local-database.ts';
import type { StoredBatch, UserAction } from '#client/store/local-store.ts';
import { createSyncEngine, type SyncEngine } from '#client/sync/sync-engine.ts';
import type { Scheduler } from '#client/sync/scheduler.ts';
import type { VirtualTime } from '#client/sync/testing/virtual-time.ts';
import type { SeededRandom } from '#scripts/seeded-random';
import type { AnyDocument } from '#shared/kind-definition';
import type { CrashPoint, CrashWatch } from './crash-point.ts';
import type { Recorder } from './history.ts';
import type { WatchedDatabases } from './killed-transactions.ts';
import type { Mutation } from './mutation.ts';
import { readSample } from './read-disk.ts';
import { createScreen, type Screen } from './screen.ts';
import type { NetworkLink } from './simulated-network.ts';

/** What a tab is made from. */
export interface TabParts {
  device: string;
  name: string;
  store: LocalDatabase;
  databases: WatchedDatabases;
  time: VirtualTime;
  random: SeededRandom;
  deviceNow: () => number;
  openLink: (awake: () => Promise<void>) => NetworkLink;
  recorder: Recorder;
  mutation: Mutation | undefined;
  onMembershipEnded: () => void;
  /** Watches the transactions of this tab; undefined: nothing is to happen at any of them. */
  crashes: CrashWatch | undefined;
  /** Called when the tab died at one. */
  onCrashed: (tab: SimulatedTab) => void;
}

/** One tab: the real store, what the screen would show, and the real engine while it leads. */
export class SimulatedTab {
  readonly name: string;
  readonly store: LocalDatabase;
  readonly #parts: TabParts;
  readonly #screen: Screen;
  #engine: SyncEngine | undefined;
  #link: NetworkLink | undefined;
  #frozen: (() => void)[] | undefined;
  #isReading = false;
  #isCrashed = false;

  constructor(parts: TabParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.store = parts.store;
    parts.databases.watch({
      onBegin: () => this.#begin(),
      onEnd: (at) => this.#dieAt({ who: 'device', at, phase: 'after' }),
    });
    this.#screen = createScreen(parts.store, (work) => parts.time.track(work));
  }

  get isLeading(): boolean {
    return this.#engine !== undefined;
  }

  get isFrozen(): boolean {
    return this.#frozen !== undefined;
  }

  /** Starts the engine over a link of its own. */
  lead(): void {
    if (this.#engine !== undefined) return;
    const { time, random, store, recorder, mutation } = this.#parts;
    const link = this.#parts.openLink(() => this.#awake());
    this.#link = link;
    const alteredStore = mutation?.alterStore?.(store) ?? store;
    const engine = createSyncEngine({
      store: this.#tracked(alteredStore),
      transport: mutation?.alterTransport?.(link.transport, store) ?? link.transport,
      socket: link.socket,
      scheduler: this.#scheduler(),
      random,
      countRefused: async () => (await time.track(store.readRefused())).length,
      onMembershipEnded: () => this.#parts.onMembershipEnded(),
      onError: (error) => this.#onError(error, recorder),
    });
    this.#engine = engine;
    engine.start();
  }

  /** The lead is taken away, or the tab ends: its memory is gone, the database stays. */
  stepDown(): void {
    this.#engine?.stop();
    this.#link?.close();
    this.#engine = undefined;
    this.#link = undefined;
  }

  close(): void {
    this.thaw();
    this.stepDown();
    this.store.close();
  }

  /** Ends in the middle of whatever it does; the browser drops what it was writing, or had it already. */
  crash({ abortsWrites }: { abortsWrites: boolean }): void {
    this.#isCrashed = true;
    this.#engine?.stop();
    if (abortsWrites) this.#parts.databases.abortAll();
    this.close();
  }

  syncNow(): void {
    this.#link?.connect();
    this.#engine?.syncNow();
  }

  cutSocket(): void {
    this.#link?.cut();
  }

  freeze(): void {
    this.#frozen ??= [];
  }

  thaw(): void {
    const waiting = this.#frozen ?? [];
    this.#frozen = undefined;
    for (const run of waiting) run();
  }

  /** Commits an action; undefined where nothing of it is on disk. */
  async commit(action: UserAction): Promise<StoredBatch | undefined> {
    const { time, recorder, mutation } = this.#parts;
    const store = mutation?.alterStore?.(this.store) ?? this.store;
    try {
      const [batch] = await time.track(store.commitBatches([action]));
      return batch;
    } catch (error) {
      recorder.note('not saved', error instanceof Error ? error.name : 'error');
      return undefined;
    }
  }

  /** What the screen shows, after a read of all that is new on disk. */
  look(): Promise<ReadonlyMap<string, AnyDocument>> {
    return this.#screen.look();
  }

  /** Records what is on disk, if that is the state at a whole checkpoint (R2). */
  async sample(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    const { time, recorder, device } = this.#parts;
    const sample = await time.track(readSample(this.store.tables)).finally(() => {
      this.#isReading = false;
    });
    if (sample === undefined) return;
    recorder.note('sample', `${device} ${this.name} ${sample.wholeSeq} ${sample.metaHash}`);
    recorder.history.samples.push({ device, tab: this.name, atMs: time.now(), ...sample });
  }

  #begin(): number {
    const at = this.#parts.crashes?.begin('device') ?? 0;
    // Whoever began it makes its requests first.
    queueMicrotask(() => this.#dieAt({ who: 'device', at, phase: 'before' }));
    return at;
  }

  #dieAt(point: CrashPoint): void {
    if (this.#parts.crashes?.isAt(point) !== true) return;
    this.crash({ abortsWrites: point.phase === 'before' });
    this.#parts.onCrashed(this);
  }

  #awake(): Promise<void> {
    if (this.#frozen === undefined) return Promise.resolve();
    return new Promise((resolve) => this.#frozen?.push(resolve));
  }

  /** Timers of a frozen tab run when it thaws. */
  #scheduler(): Scheduler {
    const { time, deviceNow } = this.#parts;
    return {
      now: deviceNow,
      after: (delayMs, run) => {
        let isCancelled = false;
        const guarded = () => {
          if (isCancelled) return;
          if (this.#frozen === undefined) run();
          else this.#frozen.push(guarded);
        };
        const cancel = time.after(delayMs, guarded);
        return () => {
          isCancelled = true;
          cancel();
        };
      },
    };
  }

  /** The store with each operation known to virtual time, and a look at the disk after each page and event. */
  #tracked(store: LocalDatabase): LocalDatabase {
    const { time, recorder, device } = this.#parts;
    const applied = async (name: string, outcome: Promise<string>) => {
      recorder.note(`${name}.${await outcome}`, device);
      if ((await outcome) === 'applied') await this.sample();
    };
    const watch = <T extends string>(name: string, outcome: Promise<T>): Promise<T> =>
      time.track(applied(name, outcome).then(() => outcome));
    return {
      ...store,
      readMeta: () => time.track(store.readMeta()),
      readFormerDeviceIds: () => time.track(store.readFormerDeviceIds()),
      readOutbox: (of) => time.track(store.readOutbox(of)),
      applyPage: (page) => watch('page', store.applyPage(page)),
      applyCommit: (event) => watch('event', store.applyCommit(event)),
      startRebuild: (reason) => {
        recorder.note(`rebuild.${reason}`, device);
        return time.track(store.startRebuild(reason));
      },
      fork: (of) => {
        recorder.note('fork', `${device} ${of.deviceId} from ${of.fromN}`);
        return time.track(store.fork(of));
      },
      learnOffset: (of) => time.track(store.learnOffset(of)),
    };
  }

  #onError(error: unknown, recorder: Recorder): void {
    const name = error instanceof Error ? error.name : String(error);
    if (this.#isCrashed || name === 'QuotaExceededError' || name === 'DatabaseClosedError')
      return recorder.note(name);
    recorder.surprise(`${this.#parts.device}: ${String(error)}`);
  }
}
