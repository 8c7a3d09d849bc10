import { IDBKeyRange, type IDBFactory } from 'fake-indexeddb';
import { databaseName, type DatabaseOwner } from '#client/store/database-names.ts';
import { type LocalDatabase, openLocalStore } from '#client/store/local-database.ts';
import type { StoredBatch, UserAction } from '#client/store/local-store.ts';
import type { TabPort } from '#client/store/tabs.ts';
import type { KeyValueStorage } from '#client/session/remembered-account.ts';
import type { Session } from '#client/session/session.ts';
import { createHttpTransport } from '#client/sync/http-transport.ts';
import type { Cancel, Scheduler } from '#client/sync/scheduler.ts';
import { startSync, type Sync } from '#client/sync/start-sync.ts';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { randomBytesOf } from '#client/sync/testing/virtual-time.ts';
import type { SeededRandom } from '#scripts/seeded-random';
import { type WatchedDatabases, watchTransactions } from '#scripts/simulate/killed-transactions';
import { readSample } from '#scripts/simulate/read-disk';
import { createScreen, type Screen } from '#scripts/simulate/screen';
import type { ChaosRecord } from './chaos-record.ts';
import type { DeviceNetwork, TabLink } from './device-network.ts';
import { openHeadlessSession, type Person } from './headless-session.ts';
import type { TabLocks } from './memory-locks.ts';
import { createSwitchedSocket } from './switched-socket.ts';
import { watchAnswers, watchStore } from './watched-sync.ts';

/** What a tab is made from; all but the last four belong to its device. */
export interface TabParts {
  device: string;
  person: Person;
  /** The workspace that the run is about. */
  workspaceId: string;
  indexedDB: IDBFactory;
  network: DeviceNetwork;
  storage: KeyValueStorage;
  record: ChaosRecord;
  random: SeededRandom;
  channel: (name: string) => TabPort;
  locks: TabLocks;
  name: string;
  onMembershipEnded: (tab: HeadlessTab) => void;
}

const asksThePerson: ReadonlySet<SyncStatus['name']> = new Set([
  'attention',
  'needs-sign-in',
  'update-required',
]);

/** One tab in this process: the app's session, store and sync over the network of its device. */
export class HeadlessTab {
  readonly name: string;
  /** Of the workspace that the run is about; its engine, where this tab leads, is watched. */
  readonly store: LocalDatabase;
  status: SyncStatus = { name: 'syncing', waiting: 0 };
  readonly #parts: TabParts;
  readonly #link: TabLink;
  readonly #screen: Screen;
  readonly #databases: WatchedDatabases;
  readonly #stores = new Map<string, LocalDatabase>();
  readonly #timers = new Set<Cancel>();
  #sync: Sync | undefined;
  #hint: () => void = () => undefined;
  #isDead = false;
  #isReading = false;

  private constructor(parts: TabParts, store: LocalDatabase, databases: WatchedDatabases) {
    this.#parts = parts;
    this.name = parts.name;
    this.store = store;
    this.#stores.set(store.workspaceId, store);
    this.#link = parts.network.openLink();
    this.#screen = createScreen(store, (work) => work);
    this.#databases = databases;
  }

  /** Opens the store, then signs in and syncs as soon as there is a network. */
  static async open(profile: TabParts): Promise<HeadlessTab> {
    const databases = watchTransactions(profile.indexedDB);
    const parts = { ...profile, indexedDB: databases.indexedDB };
    const { person, workspaceId } = parts;
    const store = await openDatabase(parts, { userId: person.userId, workspaceId });
    const tab = new HeadlessTab(parts, store, databases);
    tab.#begin();
    return tab;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Commits an action; undefined where the person was not told that it is safe. */
  async commit(action: UserAction): Promise<StoredBatch | undefined> {
    const [batch] = await this.store.commitBatches([action]);
    // Whoever is dead tells nobody, though it may be on disk.
    return this.#isDead ? undefined : batch;
  }

  look(): ReturnType<Screen['look']> {
    return this.#screen.look();
  }

  /** Asks the server now, as a page does that is looked at. */
  syncNow(): void {
    this.#hint();
  }

  /** Records what is on disk, if that is the state at a whole checkpoint (R2). */
  async sample(): Promise<void> {
    if (this.#isReading || this.#isDead) return;
    this.#isReading = true;
    const { record, device } = this.#parts;
    const sample = await readSample(this.store.tables).finally(() => {
      this.#isReading = false;
    });
    if (sample === undefined || this.#isDead) return;
    record.recorder.note('sample');
    record.recorder.history.samples.push({ device, tab: this.name, atMs: Date.now(), ...sample });
  }

  /** The process of the tab is killed: nothing is finished, flushed or told to anybody. */
  crash(): void {
    this.#isDead = true;
    this.#link.cut();
    this.#databases.abortAll();
    this.#end();
  }

  /** The tab is closed. */
  close(): void {
    this.#isDead = true;
    this.#end();
    this.#link.cut();
  }

  #end(): void {
    for (const cancel of this.#timers) cancel();
    for (const store of this.#stores.values()) store.close();
    this.#sync?.stop();
    this.#parts.locks.releaseAll();
  }

  #begin(): void {
    const { person, locks, storage, record } = this.#parts;
    const { session, ready } = openHeadlessSession({
      person,
      locks,
      storage,
      link: this.#link,
      scheduler: this.#scheduler(),
      onPassword: () => record.recorder.note('gave the password'),
    });
    ready.then(
      () => this.#startSync(session),
      (error: unknown) => this.#onError(error),
    );
  }

  /** What `start-workspace-sync.ts` composes in a page, over the ports of this process. */
  #startSync(session: Session): void {
    if (this.#isDead) return;
    const { person, network, random, locks, channel, record } = this.#parts;
    const scheduler = this.#scheduler();
    const { userId } = person;
    const link = this.#link;
    this.#sync = startSync({
      userId,
      knownWorkspaceIds: [...this.#stores.keys()],
      openStore: (workspaceId) => this.#openStore({ userId, workspaceId }),
      transport: watchAnswers(
        createHttpTransport({ fetch: link.fetch, tokens: session, scheduler }),
        record,
      ),
      socket: watchAnswers(
        createSwitchedSocket(network, { tokens: session, scheduler, random }),
        record,
      ),
      scheduler,
      random,
      locks,
      statusPort: channel(`taskflow/status/${userId}`),
      // Every look at this screen reads the disk anew.
      onLead: () => undefined,
      onHint: (listener) => this.#onHint(listener),
      // Its process stops without a word.
      onFreeze: () => () => undefined,
      onWorkspaces: () => undefined,
      onMembershipEnded: () => this.#parts.onMembershipEnded(this),
      onError: (error) => this.#onError(error),
    });
    this.#sync.status$.subscribe((status) => {
      // What a person has to do something about: the table of the run says how often.
      if (asksThePerson.has(status.name) && status.name !== this.status.name) {
        record.recorder.note(`pill says ${status.name}`);
      }
      this.status = status;
    });
  }

  #onHint(listener: () => void): Cancel {
    this.#hint = listener;
    const end = this.#parts.network.onChange(listener);
    return () => {
      this.#hint = () => undefined;
      end();
    };
  }

  async #openStore(owner: DatabaseOwner): Promise<LocalDatabase> {
    const held = this.#stores.get(owner.workspaceId) ?? (await openDatabase(this.#parts, owner));
    this.#stores.set(owner.workspaceId, held);
    if (held !== this.store) return held;
    const { record, device, random } = this.#parts;
    // Reading every row after every page would take more time than the sync itself.
    const sometimes = () => {
      if (random() < 0.1) this.sample().catch((error: unknown) => this.#onError(error));
    };
    return watchStore(held, { device, record, onApplied: sometimes });
  }

  /** Timers that die with the tab. */
  #scheduler(): Scheduler {
    return {
      now: () => Date.now(),
      after: (delayMs, run) => {
        if (this.#isDead) return () => undefined;
        const timer = setTimeout(() => {
          this.#timers.delete(cancel);
          run();
        }, delayMs);
        const cancel = () => {
          clearTimeout(timer);
          this.#timers.delete(cancel);
        };
        this.#timers.add(cancel);
        return cancel;
      },
    };
  }

  #onError(error: unknown): void {
    if (this.#isDead) return;
    const { record, device } = this.#parts;
    const name = error instanceof Error ? error.name : String(error);
    // Another tab has deleted the database: the membership has ended.
    if (name === 'DatabaseClosedError') return record.recorder.note(name);
    record.recorder.surprise(`${device} ${this.name}: ${String(error)}`);
  }
}

/** Opens a database of the device as the app does. */
function openDatabase(parts: TabParts, owner: DatabaseOwner): Promise<LocalDatabase> {
  const { indexedDB, random, channel } = parts;
  return openLocalStore({
    ...owner,
    indexedDB,
    IDBKeyRange,
    clock: () => Date.now(),
    random: randomBytesOf(random),
    channel: channel(databaseName(owner)),
  });
}
