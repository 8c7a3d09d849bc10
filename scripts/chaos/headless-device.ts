import { setTimeout as pause } from 'node:timers/promises';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { listDatabases, withTables } from '#client/store/device-databases.ts';
import { sealAndDelete, readSealed } from '#client/store/sealed-batches.ts';
import type { TabPort } from '#client/store/tabs.ts';
import { isWhole } from '#client/sync/pull-changes.ts';
import type { UserAction } from '#client/store/local-store.ts';
import { randomBytesOf } from '#client/sync/testing/virtual-time.ts';
import { createSeededRandom, pickFrom, type SeededRandom } from '#scripts/seeded-random';
import { copyTables, isOwnShown, readFinal } from '#scripts/simulate/read-disk';
import { createTabChannels } from '#scripts/simulate/tab-channels';
import { drawEdit } from '#scripts/simulate/workload';
import { sameJson } from '#shared/group-value';
import { newDocumentId } from '#shared/new-ids';
import type { ChaosRecord } from './chaos-record.ts';
import { DeviceNetwork } from './device-network.ts';
import { createDeviceStorage, type Person } from './headless-session.ts';
import { HeadlessTab } from './headless-tab.ts';
import { createMemoryLocks } from './memory-locks.ts';

/** Whose device it is, and where it finds a server. */
export interface HeadlessDeviceParts {
  name: string;
  person: Person;
  /** The workspace that the run is about. */
  workspaceId: string;
  url: string;
  seed: number;
  record: ChaosRecord;
}

/** A browser profile in this process: one IndexedDB, one network, some tabs of which one leads. */
export class HeadlessDevice {
  readonly name: string;
  readonly person: Person;
  readonly network: DeviceNetwork;
  tabs: HeadlessTab[] = [];
  /** True once the membership has ended and the database is deleted. */
  isGone = false;
  readonly #parts: HeadlessDeviceParts;
  readonly #random: SeededRandom;
  readonly #indexedDB = new IDBFactory();
  readonly #locks = createMemoryLocks();
  readonly #channels = new Map<string, () => TabPort>();
  #storage = createDeviceStorage();
  /** Actions whose tab died before anybody was told what became of them. */
  #unknown: { tab: HeadlessTab; action: UserAction }[] = [];
  #opened = 0;

  constructor(parts: HeadlessDeviceParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.person = parts.person;
    this.network = new DeviceNetwork(parts.url);
    this.#random = createSeededRandom(parts.seed);
  }

  /** Opens one more tab. */
  async openTab(): Promise<HeadlessTab> {
    this.#opened += 1;
    const { record, person, workspaceId } = this.#parts;
    const tab = await HeadlessTab.open({
      device: this.name,
      name: `tab${this.#opened}`,
      person,
      workspaceId,
      record,
      network: this.network,
      random: this.#random,
      indexedDB: this.#indexedDB,
      storage: this.#storage,
      locks: this.#locks(),
      channel: (name) => this.#channel(name),
      onMembershipEnded: (leader) => this.#endMembership(leader),
    });
    this.tabs.push(tab);
    await this.#findUnknown(tab);
    return tab;
  }

  /** A person does one thing in one of the tabs. */
  async edit(): Promise<void> {
    if (this.isGone || this.tabs.length === 0) return;
    await this.#editUnlessGone(pickFrom(this.#random, this.tabs));
  }

  setOnline(isOnline: boolean): void {
    this.network.setOnline(isOnline);
  }

  /** From now on this device reaches another server. */
  useServer(url: string): void {
    this.network.useServer(url);
  }

  /** One tab is killed while it writes, at whatever await it has come to, and opened again. */
  async crash(): Promise<void> {
    const tab = this.tabs[Math.floor(this.#random() * this.tabs.length)];
    if (tab === undefined || this.isGone) return;
    const dying = this.#editUnlessGone(tab);
    await pause(this.#random() * 25);
    tab.crash();
    this.tabs = this.tabs.filter((other) => other !== tab);
    await dying;
    if (!this.isGone) await this.openTab();
  }

  /** Makes another device of the same person out of a copy of this one, outbox and all (R3). */
  async copyProfile(name: string): Promise<HeadlessDevice> {
    const seed = Math.floor(this.#random() * 2 ** 31);
    const copy = new HeadlessDevice({ ...this.#parts, name, seed, url: this.network.url });
    const of = { indexedDB: this.#indexedDB, IDBKeyRange };
    for (const owner of await listDatabases(of, this.person.userId)) {
      await withTables(of, owner, (from) =>
        withTables({ indexedDB: copy.#indexedDB, IDBKeyRange }, owner, async (to) => {
          await to.open();
          await copyTables(from, to);
        }),
      );
    }
    // Without the cookie: shown by two browsers, it ends the session of both.
    copy.#storage = createDeviceStorage(this.#storage.held);
    await copy.openTab();
    return copy;
  }

  async sample(): Promise<void> {
    for (const tab of this.tabs) await tab.sample();
  }

  /** Whether it stands at a whole checkpoint, or has nothing that could fall behind. */
  async isWhole(): Promise<boolean> {
    const store = this.tabs[0]?.store;
    return store === undefined || this.isGone || isWhole(await store.readMeta());
  }

  /** How far this device has come, and what it waits with. */
  async progress(): Promise<{ waiting: number; wholeSeq: number; epoch: string | undefined }> {
    const store = this.tabs[0]?.store;
    if (store === undefined) return { waiting: 0, wholeSeq: 0, epoch: undefined };
    const { wholeSeq, epoch } = await store.readMeta();
    return { waiting: await store.tables.outbox.count(), wholeSeq, epoch };
  }

  /** Adds to the history what this device holds at the end, of this workspace and of all others. */
  async readEnd(): Promise<void> {
    const { record } = this.#parts;
    const { userId } = this.person;
    const store = this.tabs[0]?.store;
    if (store !== undefined && !this.isGone) {
      const end = await readFinal(store, { device: this.name, userId });
      const { devices, paused, removedUserIds } = record.recorder.history;
      // Who was removed in an epoch that this device never came to know keeps everything and waits (R9).
      const isPaused = removedUserIds.has(userId) && end.epoch === undefined;
      (isPaused ? paused : devices).push(end);
    }
    const of = { indexedDB: this.#indexedDB, IDBKeyRange };
    for (const owner of await listDatabases(of, userId)) {
      const rows = await withTables(of, owner, (tables) => tables.documents.toArray());
      const named = new Set(rows.map(({ document }) => document.workspaceId));
      record.facts.databases.push({ device: this.name, ...owner, documentsOf: [...named] });
    }
  }

  close(): void {
    for (const tab of this.tabs) tab.close();
    this.tabs = [];
  }

  async #editUnlessGone(tab: HeadlessTab): Promise<void> {
    try {
      await this.#editIn(tab);
    } catch (error) {
      // The tab died, or another one deleted the database: nobody was told that anything is safe.
      if (!tab.isDead && !this.isGone) throw error;
    }
  }

  async #editIn(tab: HeadlessTab): Promise<void> {
    const { record } = this.#parts;
    const mark = record.nextMark();
    const nowMs = Date.now();
    const action = drawEdit({
      random: this.#random,
      shown: await tab.look(),
      mark,
      newId: () => newDocumentId({ nowMs, random: randomBytesOf(this.#random) }),
      now: new Date(nowMs).toISOString(),
      isNext: false,
    });
    const detail = { device: this.name, tab: tab.name, mark, action: action.label };
    record.op('invoke', 'edit', detail);
    const asked = { tab, action };
    this.#unknown.push(asked);
    const batch = await tab.commit(action).finally(() => {
      if (tab.isDead) record.op('info', 'edit', detail);
      else this.#unknown = this.#unknown.filter((other) => other !== asked);
    });
    if (batch === undefined) return;
    record.op('ok', 'edit', { ...detail, n: batch.n, stamp: batch.stamp });
    record.recorder.note(`edit ${action.label}`);
    const { history } = record.recorder;
    history.made.push({ device: this.name, userId: this.person.userId, batch });
    const isShown = await isOwnShown(tab, batch);
    history.ownReads.push({ device: this.name, stamp: batch.stamp, isShown });
  }

  /** What a dead tab had begun is on disk, whole, or nowhere: the disk says which. */
  async #findUnknown(tab: HeadlessTab): Promise<void> {
    const asked = this.#unknown.filter((one) => one.tab.isDead);
    if (asked.length === 0) return;
    this.#unknown = this.#unknown.filter((one) => !one.tab.isDead);
    const { outbox, sent, refused } = tab.store.tables;
    const held = [outbox, sent, refused].map((table) => table.toArray());
    const rows = (await Promise.all(held)).flat();
    const { record } = this.#parts;
    for (const { action } of asked) {
      const row = rows.find(({ batch }) => sameJson(batch.changes, action.changes));
      record.recorder.note(row === undefined ? 'killed before disk' : 'killed after disk');
      record.op('info', 'edit of a killed tab', { device: this.name, stamp: row?.batch.stamp });
      if (row === undefined) continue;
      const { userId } = this.person;
      record.recorder.history.made.push({ device: this.name, userId, batch: row.batch });
    }
  }

  #channel(name: string): TabPort {
    const open = this.#channels.get(name) ?? createTabChannels();
    this.#channels.set(name, open);
    return open();
  }

  /** What the composition root does when a membership has ended for certain (R9). */
  #endMembership(leader: HeadlessTab): void {
    if (this.isGone) return;
    this.isGone = true;
    const { record } = this.#parts;
    record.recorder.note('membership ended', this.name);
    record.op('info', 'membership ended', { device: this.name });
    this.#seal(leader).catch((error: unknown) => {
      record.recorder.surprise(`${this.name} could not seal: ${String(error)}`);
    });
  }

  async #seal(leader: HeadlessTab): Promise<void> {
    const { record, workspaceId } = this.#parts;
    const { userId } = this.person;
    const of = { indexedDB: this.#indexedDB, IDBKeyRange };
    await this.#findUnknown(leader);
    await sealAndDelete(of, { database: leader.store, now: new Date().toISOString() });
    this.close();
    const sealed = await readSealed(of, userId);
    const left = await listDatabases(of, userId);
    record.recorder.history.endings.push({
      device: this.name,
      userId,
      sealed: sealed.map(({ batch }) => batch.stamp),
      databasesLeft: left.flatMap((owner) =>
        owner.workspaceId === workspaceId ? [owner.workspaceId] : [],
      ),
    });
  }
}
