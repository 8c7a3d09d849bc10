import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type LocalDatabase, openLocalStore } from '#client/store/local-database.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { sealAndDelete, readSealed } from '#client/store/sealed-batches.ts';
import { isWhole } from '#client/sync/pull-changes.ts';
import { randomBytesOf, type VirtualTime } from '#client/sync/testing/virtual-time.ts';
import { createSeededRandom, type SeededRandom } from '#scripts/seeded-random';
import type { Cluster } from './cluster.ts';
import type { CrashWatch } from './crash-point.ts';
import type { Recorder } from './history.ts';
import { watchTransactions } from './killed-transactions.ts';
import type { Mutation } from './mutation.ts';
import { copyTables } from './read-disk.ts';
import { NetworkLink, type NetworkWeather } from './simulated-network.ts';
import { SimulatedTab } from './simulated-tab.ts';
import { createTabChannels } from './tab-channels.ts';

/** Whose device it is and what surrounds it. */
export interface DeviceParts {
  name: string;
  /** It runs the build after this one. */
  isNext: boolean;
  userId: string;
  workspaceId: string;
  seed: number;
  time: VirtualTime;
  cluster: Cluster;
  recorder: Recorder;
  weather: () => NetworkWeather;
  mutation: Mutation | undefined;
  crashes: CrashWatch | undefined;
  /** Called when a tab has died at its crash point and another leads: what is on disk now counts. */
  onRelieved: (device: SimulatedDevice) => void;
}

/** A browser profile: one IndexedDB, one clock, some tabs of which the first leads. */
export class SimulatedDevice {
  /** Another one after its storage was evicted: then it is a new profile. */
  name: string;
  readonly userId: string;
  readonly isNext: boolean;
  isOnline = true;
  /** True once the membership has ended and the database is deleted. */
  isGone = false;
  /** How far its clock is off, and how many ms it gains every second. */
  clock = { offsetMs: 0, driftPerSecond: 0, sinceMs: 0 };
  tabs: SimulatedTab[] = [];
  indexedDB = new IDBFactory();
  readonly #parts: DeviceParts;
  readonly #random: SeededRandom;
  readonly #diskHeals: (() => void)[] = [];
  /** BroadcastChannels between the tabs of this device. */
  readonly #channel = createTabChannels();
  #opened = 0;

  constructor(parts: DeviceParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.userId = parts.userId;
    this.isNext = parts.isNext;
    this.#random = createSeededRandom(parts.seed);
  }

  now(): number {
    const nowMs = this.#parts.time.now();
    const { offsetMs, driftPerSecond, sinceMs } = this.clock;
    return Math.floor(nowMs + offsetMs + ((nowMs - sinceMs) / 1000) * driftPerSecond);
  }

  setClock(offsetMs: number, driftPerSecond = 0): void {
    this.clock = { offsetMs, driftPerSecond, sinceMs: this.#parts.time.now() };
  }

  /** Opens one more tab; the first tab that is open leads. */
  async openTab(): Promise<SimulatedTab> {
    this.#opened += 1;
    const databases = watchTransactions(this.indexedDB);
    const store = await this.#parts.time.track(this.#openStore(databases.indexedDB));
    const { time, recorder, mutation, cluster, weather, userId } = this.#parts;
    const tab = new SimulatedTab({
      device: this.name,
      name: `tab${this.#opened}`,
      store,
      databases,
      time,
      random: this.#random,
      recorder,
      mutation,
      deviceNow: () => this.now(),
      openLink: (awake) =>
        new NetworkLink({
          userId,
          cluster,
          time,
          recorder,
          weather,
          awake,
          random: this.#random,
          isOnline: () => this.isOnline,
          deviceNow: () => this.now(),
        }),
      onMembershipEnded: () => void time.track(this.#endMembership()),
      crashes: this.#parts.crashes,
      onCrashed: (crashed) => void time.track(this.#relieve(crashed)),
    });
    this.tabs.push(tab);
    return tab;
  }

  leader(): SimulatedTab | undefined {
    return this.tabs.find(({ isLeading, isFrozen }) => isLeading && !isFrozen);
  }

  /** The leading tab dies in the middle of a pull; another one, maybe a new one, leads. */
  async killLeader(random: SeededRandom): Promise<void> {
    const dying = this.leader();
    dying?.syncNow();
    await this.#parts.time.advance(Math.floor(random() * 40));
    if (dying !== undefined) await this.kill(dying, random);
    else (await this.#follower()).lead();
  }

  /**
   * A tab dies some steps of its work later, wherever that is; what it was writing is gone or goes through, as if the
   * browser had had it already. Another tab, maybe a new one, leads then.
   */
  async kill(dying: SimulatedTab, random: SeededRandom): Promise<void> {
    const steps = Math.floor(random() * 9);
    for (let step = 0; step < steps; step += 1) await new Promise((next) => setImmediate(next));
    dying.crash({ abortsWrites: random() < 0.6 });
    this.tabs = this.tabs.filter((tab) => tab !== dying);
    if (this.leader() === undefined) (await this.#follower()).lead();
  }

  /** The app is updated: all tabs close, and those of another build open over the same storage. */
  async startAs(build: typeof SimulatedDevice): Promise<SimulatedDevice> {
    const { length } = this.tabs;
    this.close();
    const updated = new build({ ...this.#parts, name: this.name, isNext: true });
    updated.indexedDB = this.indexedDB;
    updated.isOnline = this.isOnline;
    updated.clock = this.clock;
    for (let tab = 0; tab < length; tab += 1) await updated.openTab();
    updated.tabs[0]?.lead();
    return updated;
  }

  /** The browser takes everything of this profile away; its tabs start again with nothing. */
  async evict(): Promise<void> {
    const { length } = this.tabs;
    this.close();
    this.indexedDB = new IDBFactory();
    this.name = `${this.name}'`;
    for (let tab = 0; tab < length; tab += 1) await this.openTab();
    this.tabs[0]?.lead();
  }

  /** Stamps of the batches that the server has not settled. */
  async waitingStamps(): Promise<string[]> {
    const rows = this.tabs[0]?.store.tables.outbox.toArray() ?? Promise.resolve([]);
    return (await this.#parts.time.track(rows)).map(({ batch }) => batch.stamp);
  }

  /** Every batch on its disk, wherever it stands there. */
  async batchesOnDisk(): Promise<StoredBatch[]> {
    const tables = this.tabs[0]?.store.tables;
    if (tables === undefined) return [];
    const { outbox, sent, refused } = tables;
    const rows = [outbox.toArray(), sent.toArray(), refused.toArray()];
    return (await this.#parts.time.track(Promise.all(rows))).flat().map(({ batch }) => batch);
  }

  /** The leading tab is frozen in the middle of a pull and relieved; thawed, it goes on a moment before it hears of it. */
  async freezeLeader(forMs: number): Promise<void> {
    const { time } = this.#parts;
    const frozen = this.leader();
    if (frozen === undefined) return;
    const next = await this.#follower();
    frozen.syncNow();
    await time.advance(15);
    frozen.freeze();
    next.lead();
    time.after(forMs, () => {
      frozen.thaw();
      time.after(40, () => {
        frozen.stepDown();
        void time.track(this.#leadAgain());
      });
    });
  }

  /** Whether it stands at a whole checkpoint: it is not in the middle of a pull. */
  async isWhole(): Promise<boolean> {
    const meta = await this.tabs[0]?.store.readMeta();
    return this.isGone || (meta?.epoch !== undefined && isWhole(meta));
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    for (const tab of this.tabs) {
      if (isOnline) tab.syncNow();
      else if (tab.isLeading) tab.cutSocket();
    }
  }

  /** The disk is full for one write: its transaction is aborted. */
  failNextWrite(): void {
    const store = this.tabs.at(-1)?.store;
    const { recorder } = this.#parts;
    for (const table of [store?.tables.outbox, store?.tables.documents]) {
      const heal = () => table?.hook('creating').unsubscribe(fail);
      this.#diskHeals.push(heal);
      const fail = () => {
        heal();
        recorder.note('disk full', this.name);
        throw new DOMException('The disk is full', 'QuotaExceededError');
      };
      table?.hook('creating', fail);
    }
  }

  /** There is room on the disk again. */
  healDisk(): void {
    for (const heal of this.#diskHeals.splice(0)) heal();
  }

  /** Becomes a copy of another device, as restoring a profile does (R3). */
  async copyFrom(other: SimulatedDevice): Promise<void> {
    const source = other.tabs[0]?.store;
    const target = this.tabs[0]?.store;
    if (source === undefined || target === undefined) return;
    await copyTables(source.tables, target.tables);
  }

  close(): void {
    for (const tab of this.tabs) tab.close();
    this.tabs = [];
  }

  /** What the composition root does when a membership has ended for certain (R9). */
  async #endMembership(): Promise<void> {
    if (this.isGone) return;
    this.isGone = true;
    const { recorder, time } = this.#parts;
    recorder.note('membership ended', this.name);
    const [first, ...others] = this.tabs;
    for (const tab of this.tabs) tab.stepDown();
    for (const tab of others) tab.close();
    if (first === undefined) return;
    const databases = { indexedDB: this.indexedDB, IDBKeyRange };
    const now = new Date(time.now()).toISOString();
    await sealAndDelete(databases, { database: first.store, now });
    const sealed = await readSealed(databases, this.userId);
    const left = await this.indexedDB.databases();
    recorder.history.endings.push({
      device: this.name,
      userId: this.userId,
      sealed: sealed.map(({ batch }) => batch.stamp),
      databasesLeft: left.map(({ name }) => name ?? '').filter((name) => !name.endsWith('.sealed')),
    });
    this.tabs = [];
  }

  async #relieve(crashed: SimulatedTab): Promise<void> {
    this.tabs = this.tabs.filter((tab) => tab !== crashed);
    if (this.leader() === undefined) (await this.#follower()).lead();
    this.#parts.onRelieved(this);
  }

  /** Whoever led may have died while the tab before it was stepping down: the lock is free then, and a tab takes it. */
  async #leadAgain(): Promise<void> {
    if (this.leader() === undefined && this.tabs.length > 0) (await this.#follower()).lead();
  }

  /** A tab that waits to lead; a new one if there is none. */
  async #follower(): Promise<SimulatedTab> {
    const waiting = this.tabs.find(({ isLeading, isFrozen }) => !isLeading && !isFrozen);
    return waiting ?? this.openTab();
  }

  #openStore(indexedDB: IDBFactory): Promise<LocalDatabase> {
    const { userId, workspaceId } = this.#parts;
    return openLocalStore({
      userId,
      workspaceId,
      indexedDB,
      IDBKeyRange,
      clock: () => this.now(),
      random: randomBytesOf(this.#random),
      channel: this.#channel(),
    });
  }
}
