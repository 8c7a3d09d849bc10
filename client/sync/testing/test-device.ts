import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type LocalDatabase, openLocalStore } from '#client/store/local-database.ts';
import type { StoredBatch, UserAction } from '#client/store/local-store.ts';
import type { AnyDocument, StoredForm } from '#shared/kind-definition';
import type { Random } from '../scheduler.ts';
import { createSyncEngine, type SyncEngine } from '../sync-engine.ts';
import type { SyncStatus } from '../sync-status.ts';
import { FakeNetwork } from './fake-network.ts';
import type { ReferenceServer } from './reference-server.ts';
import { randomBytesOf, type VirtualTime } from './virtual-time.ts';

/** Who owns the device and what it is connected to. */
export interface TestDevicePorts {
  server: ReferenceServer;
  userId: string;
  time: VirtualTime;
  random: Random;
}

/** One device: the real store on an IndexedDB of its own, the real engine, and a network that a test may break. */
export class TestDevice {
  readonly network: FakeNetwork;
  readonly endings: { workspaceId: string; seq: number }[] = [];
  readonly errors: unknown[] = [];
  store: LocalDatabase;
  status: SyncStatus = { name: 'syncing', waiting: 0 };
  readonly #ports: TestDevicePorts;
  readonly #indexedDB: IDBFactory;
  #engine: SyncEngine | undefined;

  private constructor(ports: TestDevicePorts, indexedDB: IDBFactory, store: LocalDatabase) {
    this.#ports = ports;
    this.#indexedDB = indexedDB;
    this.store = store;
    this.network = new FakeNetwork(ports);
  }

  static async open(ports: TestDevicePorts): Promise<TestDevice> {
    const indexedDB = new IDBFactory();
    const store = await openStore(ports, indexedDB);
    return new TestDevice(ports, indexedDB, store);
  }

  start(): void {
    const { time, random } = this.#ports;
    const engine = createSyncEngine({
      store: tracked(this.store, time),
      transport: this.network.transport,
      socket: this.network.socket,
      scheduler: time,
      random,
      countRefused: async () => (await time.track(this.store.readRefused())).length,
      onMembershipEnded: (ending) => this.endings.push(ending),
      onError: (error) => this.errors.push(error),
    });
    engine.status$.subscribe((status) => {
      this.status = status;
    });
    this.#engine = engine;
    engine.start();
  }

  syncNow(): void {
    this.#engine?.syncNow();
  }

  stop(): void {
    this.#engine?.stop();
    this.#engine = undefined;
  }

  /** The tab is closed and opened again: memory is gone, the database stays. */
  async restart(): Promise<void> {
    this.stop();
    this.store.close();
    this.store = await openStore(this.#ports, this.#indexedDB);
    this.start();
  }

  close(): void {
    this.stop();
    this.network.close();
    this.store.close();
  }

  /** Adds a task; resolves when it is safe on disk. */
  async add(title: string, id = this.#newId()): Promise<StoredBatch> {
    return this.#commit({
      label: 'task.add',
      changes: [{ kind: 'task', id, create: { title } }],
    });
  }

  /** Renames a task from what this device shows. */
  async rename(id: string, title: string): Promise<StoredBatch> {
    return this.#commit({
      label: 'task.rename',
      changes: [{ kind: 'task', id, group: 'title', value: { title }, base: null }],
    });
  }

  /** The server's documents as held on disk, by id. */
  async documents(): Promise<Map<string, StoredForm>> {
    const rows = await this.store.tables.documents.toArray();
    return new Map(rows.map(({ id, document }) => [id, document]));
  }

  /** Titles of the tasks on disk, sorted. */
  async titles(): Promise<string[]> {
    const documents = [...(await this.documents()).values()];
    return documents.map((document) => String((document as AnyDocument)['title'])).toSorted();
  }

  /** Unsettled batches. */
  async outbox(): Promise<StoredBatch[]> {
    return this.store.readOutbox({
      after: 0,
      maxBatches: 10_000,
      maxBytes: Number.MAX_SAFE_INTEGER,
    });
  }

  /** Makes this device a copy of another, as restoring a profile does: same device id, numbers and outbox (R3). */
  async becomeCopyOf(other: TestDevice): Promise<void> {
    for (const table of this.store.tables.tables) {
      await table.clear();
      await table.bulkPut(await other.store.tables.table(table.name).toArray());
    }
  }

  async #commit(action: UserAction): Promise<StoredBatch> {
    const [batch] = await this.store.commitBatches([action]);
    if (batch === undefined) throw new Error('the store added no batch');
    return batch;
  }

  #newId(): string {
    const bytes = randomBytesOf(this.#ports.random)(16);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, hex);
  }
}

async function openStore(ports: TestDevicePorts, indexedDB: IDBFactory): Promise<LocalDatabase> {
  return openLocalStore({
    userId: ports.userId,
    workspaceId: ports.server.workspaceId,
    indexedDB,
    IDBKeyRange,
    clock: () => ports.time.now(),
    random: randomBytesOf(ports.random),
    channel: {
      postMessage: () => undefined,
      addEventListener: () => undefined,
      close: () => undefined,
    },
  });
}

/** The store with each of its operations known to virtual time, which waits for them. */
function tracked(store: LocalDatabase, time: VirtualTime): LocalDatabase {
  return {
    ...store,
    readMeta: () => time.track(store.readMeta()),
    readFormerDeviceIds: () => time.track(store.readFormerDeviceIds()),
    readOutbox: (of) => time.track(store.readOutbox(of)),
    applyPage: (page) => time.track(store.applyPage(page)),
    applyCommit: (event) => time.track(store.applyCommit(event)),
    startRebuild: (reason) => time.track(store.startRebuild(reason)),
    fork: (of) => time.track(store.fork(of)),
    learnOffset: (of) => time.track(store.learnOffset(of)),
  };
}
