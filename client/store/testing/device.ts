import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Creation, FieldChange } from '#shared/push-message';
import { type LocalDatabase, openLocalStore } from '../local-database.ts';
import type { PullPosition } from '../local-store.ts';
import type { TabPort } from '../tabs.ts';
import type { PageEvents } from '../workspace-view.ts';

/** Alice, and the workspace of these tests. */
export const alice = '11111111-1111-4111-8111-111111111111';
/** The workspace of these tests. */
export const home = '22222222-2222-4222-8222-222222222222';

/** One browser profile: its databases, its clock, and as many tabs as are opened. */
export interface Device {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
  clock: { nowMs: number };
  random: (length: number) => Uint8Array;
  /** Opens one more tab on a database. */
  openTab(of?: {
    userId?: string;
    workspaceId?: string;
    onTakenAway?: () => void;
    /** Writes without telling anybody, as a tab does that dies right after it. */
    isMute?: boolean;
  }): Promise<LocalDatabase>;
  /** Tells the tabs of Alice's workspace a rev, as another tab of it does. */
  tell(rev: number): void;
}

/** A device with a browser profile of its own; another `seed` makes other random numbers. */
export function createDevice(seed = 1): Device {
  const factory = new IDBFactory();
  const clock = { nowMs: Date.UTC(2026, 10, 22, 9) };
  const random = seededBytes(seed);
  const ports = new Map<string, Set<(event: { data: unknown }) => void>>();
  return {
    indexedDB: factory,
    IDBKeyRange,
    clock,
    random,
    openTab: ({ userId = alice, workspaceId = home, isMute = false, ...others } = {}) =>
      openLocalStore({
        ...others,
        userId,
        workspaceId,
        indexedDB: factory,
        IDBKeyRange,
        clock: () => clock.nowMs,
        random,
        channel: isMute ? mutePort : portOf(ports, `${userId}.${workspaceId}`),
      }),
    tell(rev) {
      for (const listener of ports.get(`${alice}.${home}`) ?? []) listener({ data: rev });
    },
  };
}

/** A page that is never looked at, has no timers and is always idle. */
export const quietPage: PageEvents = {
  onLookedAt: () => () => undefined,
  repeat: () => () => undefined,
  whenIdle: () => Promise.resolve(),
};

/** The creation of a task. */
export function newTask(id: string, title: string): Creation {
  return { kind: 'task', id, create: { title } };
}

/** A new title for a task. */
export function rename(id: string, title: string, base: string | null = null): FieldChange {
  return { kind: 'task', id, group: 'title', value: { title }, base };
}

/** The nth document id of a test. */
export function taskId(n: number): string {
  return `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`;
}

/** Where a database stands now: what a pull that begins now asks from. */
export async function positionOf(database: LocalDatabase): Promise<PullPosition> {
  const { epoch, checkpoint, wholeSeq, generation, deviceId } = await database.readMeta();
  return { epoch, checkpoint, wholeSeq, generation, deviceId };
}

/** Bytes from a small linear generator: the same seed gives the same ids. */
export function seededBytes(seed: number): (length: number) => Uint8Array {
  let state = seed * 2_654_435_761;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

const mutePort: TabPort = {
  postMessage: () => undefined,
  addEventListener: () => undefined,
  close: () => undefined,
};

function portOf(
  ports: Map<string, Set<(event: { data: unknown }) => void>>,
  name: string,
): TabPort {
  const listeners = ports.get(name) ?? new Set<(event: { data: unknown }) => void>();
  ports.set(name, listeners);
  const own: ((event: { data: unknown }) => void)[] = [];
  return {
    postMessage(data) {
      const others = [...listeners].filter((listener) => !own.includes(listener));
      queueMicrotask(() => {
        for (const listener of others) listener({ data });
      });
    },
    addEventListener(_type, listener) {
      own.push(listener);
      listeners.add(listener);
    },
    close() {
      for (const listener of own) listeners.delete(listener);
    },
  };
}
