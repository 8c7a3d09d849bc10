import type { BookStorage } from '#client/store/device-book.ts';
import type { Scheduler } from './seldom.ts';
import { isMomentToAsk, readStorageMemory, writeStorageMemory } from './storage-memory.ts';

/** The parts of `navigator.storage` that are used; old browsers have only some of them. */
export type StorageKeeper = Partial<Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>>;

/** What asking the browser to keep the data needs. */
export interface KeepPorts {
  storage: BookStorage;
  keeper: StorageKeeper;
  scheduler: Scheduler;
  /** `persist()` asks the person. */
  asksPerson: boolean;
  isInstalled: () => boolean;
}

/** Whether and when the browser is asked to keep the data. */
export interface KeepAsking {
  /** True while the person is to be told why the browser will ask them. */
  isAnnounced: () => boolean;
  /** Asks if now is the moment, or announces it where the person will be asked. */
  consider: () => Promise<void>;
  /** Asks now, and remembers it; answers whether the data is kept. */
  ask: () => Promise<boolean>;
  /** The person does not want to be asked now: not for a month. */
  later: () => void;
  /** The app was installed in this tab: a moment of its own, whenever it was asked before. */
  installed: () => Promise<void>;
}

/** Creates it. `countOwnTasks` is only called while it may come to asking; examples do not count. */
export function createKeepAsking(
  ports: KeepPorts,
  { countOwnTasks }: { countOwnTasks: () => number },
): KeepAsking {
  const facts = { isAnnounced: false, isInstalled: false };
  const nowMs = () => ports.scheduler.now();
  const remember = (askedMs: number | undefined) => {
    const memory = readStorageMemory(ports.storage, nowMs());
    writeStorageMemory(ports.storage, { ...memory, askedMs });
  };
  const isMoment = () => {
    const memory = readStorageMemory(ports.storage, nowMs());
    const isInstalled = facts.isInstalled || ports.isInstalled();
    return isMomentToAsk({ memory, nowMs: nowMs(), isInstalled, countOwnTasks });
  };
  const later = () => {
    facts.isAnnounced = false;
    remember(nowMs());
  };
  const ask = async () => {
    later();
    return (await ports.keeper.persist?.().catch(() => false)) ?? false;
  };
  const consider = async () => {
    if (ports.keeper.persist === undefined || !isMoment()) return;
    if (await isKept(ports.keeper)) return;
    if (ports.asksPerson) facts.isAnnounced = true;
    else await ask();
  };
  return {
    // Another tab may have asked meanwhile.
    isAnnounced: () => facts.isAnnounced && isMoment(),
    consider,
    ask,
    later,
    async installed() {
      facts.isInstalled = true;
      remember(undefined);
      await consider();
    },
  };
}

/** Whether the browser has promised to keep the data of this origin. */
export async function isKept(keeper: StorageKeeper): Promise<boolean> {
  return (await keeper.persisted?.().catch(() => false)) ?? false;
}
