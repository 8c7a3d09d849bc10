import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newTask, taskId } from '#client/store/testing/device.ts';
import { type LocalDatabase, openLocalStore } from '#client/store/local-database.ts';
import { protocolVersion } from '#shared/protocol-version';
import type { LockPort } from './leader.ts';
import { startSync, type Sync } from './start-sync.ts';
import type { StatusPort } from './status-channel.ts';
import type { SyncStatus } from './sync-status.ts';
import type { Outcome } from './sync-transport.ts';
import { FakeNetwork } from './testing/fake-network.ts';
import { ReferenceServer } from './testing/reference-server.ts';
import {
  createVirtualTime,
  randomBytesOf,
  seededRandom,
  type VirtualTime,
} from './testing/virtual-time.ts';
import type { WorkspaceList } from './workspace-list.ts';

const workspaceId = '3d1f6c1e-0000-4000-8000-000000000005';

/** One lock that is passed on in the order of asking and can be stolen, as in a browser. */
class OneLock implements LockPort {
  #waiting: (() => void)[] = [];
  #rob: (() => void) | undefined;

  request(
    _name: string,
    options: { signal: AbortSignal } | { steal: true },
    run: () => Promise<void>,
  ): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const hold = () => {
        const rob = () => reject(new DOMException('stolen', 'AbortError'));
        this.#rob = rob;
        void run().then(() => {
          resolve();
          if (this.#rob === rob) this.#passOn();
        });
      };
      if ('signal' in options) {
        options.signal.addEventListener('abort', () => {
          this.#waiting = this.#waiting.filter((other) => other !== hold);
          reject(new DOMException('aborted', 'AbortError'));
        });
        if (this.#rob === undefined) queueMicrotask(hold);
        else this.#waiting.push(hold);
        this.#rob ??= () => undefined;
        return;
      }
      this.#rob?.();
      hold();
    });
  }

  #passOn(): void {
    this.#rob = undefined;
    this.#waiting.shift()?.();
  }
}

/** Tabs of one browser: what one posts, the others hear, unless they are frozen. */
class Tabs {
  readonly #listeners = new Map<object, (event: { data: unknown }) => void>();

  /** The tab that was opened first hears nothing any more. */
  freezeFirst(): void {
    const [first] = this.#listeners.keys();
    if (first !== undefined) this.#listeners.delete(first);
  }

  open(): StatusPort {
    const port: StatusPort = {
      postMessage: (data) => {
        for (const [other, listener] of this.#listeners) if (other !== port) listener({ data });
      },
      addEventListener: (_type, listener) => void this.#listeners.set(port, listener),
      close: () => void this.#listeners.delete(port),
    };
    return port;
  }
}

let time: VirtualTime;
let server: ReferenceServer;
let network: FakeNetwork;
let lock: OneLock;
let tabs: Tabs;
let list: Outcome<WorkspaceList>;
let store: LocalDatabase;
let open: Sync[];
let opened: string[];
let endings: string[];
let leads: number;
let heard: number;
let tellOfWorkspaces: () => void;

beforeEach(async () => {
  time = createVirtualTime();
  server = new ReferenceServer(workspaceId);
  network = new FakeNetwork({ server, userId: 'alice', time });
  lock = new OneLock();
  tabs = new Tabs();
  const workspaces = [
    { id: workspaceId, name: 'Personal', role: 'admin' as const, personal: true },
  ];
  list = { name: 'answered', answer: { workspaces }, sample: undefined };
  const channel = {
    postMessage: () => undefined,
    addEventListener: () => undefined,
    close: () => undefined,
  };
  store = await openLocalStore({
    userId: 'alice',
    workspaceId,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    clock: () => time.now(),
    random: randomBytesOf(seededRandom(1)),
    channel,
  });
  open = [];
  opened = [];
  endings = [];
  leads = 0;
  heard = 0;
});

afterEach(() => {
  for (const sync of open) sync.stop();
  store.close();
});

interface Tab {
  sync: Sync;
  status: () => SyncStatus;
  /** As the browser does it, which says so first. */
  freeze: () => void;
  thaw: () => void;
  /** The network is back, or the page is looked at. */
  hint: () => void;
}

function startTab(knownWorkspaceIds: string[] = []): Tab {
  let status: SyncStatus = { name: 'local', waiting: 0 };
  let [freeze, thaw, hint] = [() => {}, () => {}, () => {}];
  const sync = startSync({
    userId: 'alice',
    knownWorkspaceIds,
    openStore: async (id) => {
      opened.push(id);
      return store;
    },
    transport: { ...network.transport, listWorkspaces: async () => list },
    socket: Object.assign(network.socket, {
      start: () => undefined,
      stop: () => undefined,
      connectNow: () => undefined,
      heard: () => {
        heard += 1;
      },
      onWorkspaces: (listener: () => void) => {
        tellOfWorkspaces = listener;
        return () => undefined;
      },
    }),
    scheduler: time,
    random: seededRandom(2),
    locks: lock,
    statusPort: tabs.open(),
    onLead: () => {
      leads += 1;
    },
    onHint: (listener) => {
      hint = listener;
      return () => undefined;
    },
    onFreeze: ({ frozen, thawed }) => {
      [freeze, thaw] = [frozen, thawed];
      return () => undefined;
    },
    onWorkspaces: () => undefined,
    onMembershipEnded: (ending) => endings.push(ending.workspaceId),
    onError: (error) => {
      throw error;
    },
  });
  sync.status$.subscribe((next) => {
    status = next;
  });
  open.push(sync);
  return {
    sync,
    status: () => status,
    freeze: () => freeze(),
    thaw: () => thaw(),
    hint: () => hint(),
  };
}

/** Lets IndexedDB, which this suite does not track, finish between steps. */
async function pass(ms: number): Promise<void> {
  for (let step = 0; step < 10; step += 1) {
    await time.advance(ms / 10);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('every answer over HTTP tells the socket that the server is there', async () => {
  startTab();
  await pass(5_000);
  expect(network.asked).toContain('pull');
  expect(heard).toBeGreaterThan(0);
});

test('workspaces are heard from the server and synced', async () => {
  const tab = startTab();
  await pass(2_000);
  expect(opened).toEqual([workspaceId]);
  expect(tab.status()).toEqual({ name: 'synced', seq: 0, waiting: 0 });
});

test('a workspace that the socket tells of is opened at once', async () => {
  startTab([workspaceId]);
  await pass(2_000);
  const id = workspaceId.replace(/.$/, '6');
  const made = { id, name: 'Work', role: 'admin' as const, personal: false };
  if (list.name !== 'answered') throw new Error('there is a list');
  const workspaces = [...list.answer.workspaces, made];
  list = { ...list, answer: { workspaces } };
  tellOfWorkspaces();
  await pass(100);
  expect(opened).toEqual([workspaceId, id]);
});

test('a known workspace is synced before any list was heard, and opened once', async () => {
  const found = list;
  list = { name: 'unreachable' };
  const tab = startTab([workspaceId]);
  await pass(1_000);
  expect(tab.status().name).toBe('synced');
  list = found;
  tab.sync.syncNow();
  await pass(1_000);
  expect(opened).toEqual([workspaceId]);
});

test('[R9] an empty list stops nothing and deletes nothing (A1)', async () => {
  list = { name: 'answered', answer: { workspaces: [] }, sample: undefined };
  const tab = startTab([workspaceId]);
  await pass(1_000);
  expect(tab.status().name).toBe('synced');
  expect(endings).toEqual([]);
});

test('[R9] an ended membership is handed on after its engine was stopped', async () => {
  const tab = startTab([workspaceId]);
  await pass(1_000);
  server.endedBy.set('alice', 3);
  tab.sync.syncNow();
  await pass(1_000);
  expect(endings).toEqual([workspaceId]);
  expect(tab.status()).toEqual({ name: 'local', waiting: 0 });
});

test('one tab leads, the other shows the same status and takes over', async () => {
  const first = startTab([workspaceId]);
  await pass(1_000);
  const second = startTab([workspaceId]);
  await pass(1_000);
  expect(opened).toHaveLength(1);
  expect(second.status()).toEqual(first.status());
  first.sync.stop();
  await pass(1_000);
  expect(opened).toHaveLength(2);
  expect(second.status().name).toBe('synced');
});

test('[R2] a tab that takes over with no network reads at once what its predecessor did not tell (B15a)', async () => {
  const first = startTab([workspaceId]);
  await pass(1_000);
  startTab([workspaceId]);
  await pass(1_000);
  expect(leads).toBe(1);
  network.setOnline(false);
  list = { name: 'unreachable' };
  first.sync.stop();
  await pass(100);
  expect(leads).toBe(2);
});

test('a frozen leader is relieved by a tab that works, and leads again when that one is gone', async () => {
  const frozen = startTab([workspaceId]);
  await pass(1_000);
  const other = startTab([workspaceId]);
  await pass(60_000);
  expect(opened).toHaveLength(1);

  tabs.freezeFirst();
  await pass(15_000);
  expect(opened).toHaveLength(2);
  expect(other.status().name).toBe('synced');
  await pass(60_000);
  expect(opened).toHaveLength(2);

  other.sync.stop();
  await pass(1_000);
  expect(opened).toHaveLength(3);
  expect(frozen.status().name).toBe('synced');
});

test('a leader that is told of its freezing gives the lead away at once, and waits in line once it is thawed', async () => {
  const frozen = startTab([workspaceId]);
  await pass(1_000);
  const other = startTab([workspaceId]);
  const third = startTab([workspaceId]);
  await pass(1_000);
  frozen.freeze();
  await pass(100);
  expect(leads).toBe(2);
  // Where it waits for the lead, it must not get it while it is frozen either.
  third.freeze();
  other.sync.stop();
  await pass(60_000);
  expect(leads).toBe(2);
  third.thaw();
  frozen.thaw();
  await pass(100);
  expect(leads).toBe(3);
  third.sync.stop();
  await pass(100);
  expect(leads).toBe(4);
  expect(frozen.status().name).toBe('synced');
});

test.each([
  ['has written', ({ sync }: Tab) => sync.hasWritten()],
  ['is looked at', ({ hint }: Tab) => hint()],
])(
  'a leader that was frozen without a word is relieved within a second by a tab that %s',
  async (_, act) => {
    startTab([workspaceId]);
    await pass(1_000);
    const other = startTab([workspaceId]);
    await pass(1_000);
    tabs.freezeFirst();
    act(other);
    await pass(700);
    expect(leads).toBe(2);
  },
);

test('[R13] a tab of a newer build takes the lead from one with which the server does not speak any more', async () => {
  startTab([workspaceId]);
  await pass(1_000);
  const port = tabs.open();
  const oldOne = { name: 'status', status: { name: 'update-required', waiting: 1 } };
  startTab([workspaceId]);
  // One of this build leads: nobody else would do better.
  port.postMessage({ ...oldOne, protocol: protocolVersion });
  await pass(1_000);
  expect(leads).toBe(1);
  port.postMessage(oldOne);
  await pass(1_000);
  expect(leads).toBe(2);
});

test('a hint makes the leading tab try everything now', async () => {
  const { hint, status } = startTab([workspaceId]);
  await pass(1_000);
  network.setOnline(false);
  await store.commitBatches([
    { label: 'task.add', changes: [newTask(taskId(1), 'Written in the tunnel')] },
  ]);
  await pass(100_000);
  network.setOnline(true);
  hint();
  await pass(1_000);
  expect(status()).toMatchObject({ name: 'synced', waiting: 0 });
});

test('a tab that writes or is looked at leaves a leader alone that answers', async () => {
  startTab([workspaceId]);
  await pass(1_000);
  const other = startTab([workspaceId]);
  for (let times = 0; times < 5; times += 1) {
    other.sync.hasWritten();
    other.hint();
    await pass(1_000);
  }
  expect(leads).toBe(1);
});
