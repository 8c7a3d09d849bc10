import { ApiError } from '#shared/api-error';
import type { AppendOutcome, ChangeLog, Storage, StoredEntry } from '#server/storage/port';
import type { SeededRandom } from '#scripts/seeded-random';
import type { VirtualTime } from '#client/sync/testing/virtual-time.ts';
import type { MemoryStorage } from './memory-storage.ts';
import type { CrashWatch } from './crash-point.ts';
import type { Recorder } from './history.ts';

/** How often the way to the storage fails, each a share of its calls. */
export interface StorageWeather {
  maxDelayMs: number;
  /** Appends without an answer: a third landed, a third did not, a third lands later. */
  unknownAppends: number;
  fullAppends: number;
  failedCalls: number;
}

/** The weather of a storage that only takes its time. */
export const calmStorage: StorageWeather = {
  maxDelayMs: 6,
  unknownAppends: 0,
  fullAppends: 0,
  failedCalls: 0,
};

/** Who calls: once dead, nothing it awaits ever comes back. */
export interface Life {
  isDead: boolean;
}

/** What a replica's way to the storage is made from. */
export interface StorageLink {
  storage: MemoryStorage;
  life: Life;
  time: VirtualTime;
  random: SeededRandom;
  weather: () => StorageWeather;
  recorder: Recorder;
  crashes: CrashWatch;
  /** Ends this replica at once. */
  die: () => void;
}

const latestArrivalMs = 3_000;

/**
 * The storage as one replica reaches it: every call takes time and may fail, and a replica that dies meanwhile hears
 * nothing any more, while what it had asked for may still happen. So a replica can die at each of its awaits.
 */
export function linkStorage(link: StorageLink): Storage {
  const { changeLog, documentView, directory } = link.storage;
  const call = createCall(link);
  return {
    changeLog: {
      append: (entries) => appendThrough(link, entries),
      read: (from) => call('log.read', () => changeLog.read(from)),
      heads: (of) => call('log.heads', () => changeLog.heads(of)),
      findKey: (key) => call('log.findKey', () => changeLog.findKey(key)),
      blank: (of) => call('log.blank', () => changeLog.blank(of)),
    } satisfies ChangeLog,
    documentView: {
      state: (workspaceId) => call('view.state', () => documentView.state(workspaceId)),
      apply: (steps) => call('view.apply', () => documentView.apply(steps)),
      readDocuments: (of) => call('view.readDocuments', () => documentView.readDocuments(of)),
      readChildren: (of) => call('view.readChildren', () => documentView.readChildren(of)),
      scan: (range) => call('view.scan', () => documentView.scan(range)),
      listKind: (range) => call('view.listKind', () => documentView.listKind(range)),
      raiseMarks: (of) => call('view.raiseMarks', () => documentView.raiseMarks(of)),
      removeDocuments: (of) => {
        link.recorder.note('tombstones dropped', String(of.documents.length));
        return call('view.removeDocuments', () => documentView.removeDocuments(of));
      },
      readCounters: (of) => call('view.readCounters', () => documentView.readCounters(of)),
    },
    directory: {
      ...directory,
      workspaceById: (id) => call('directory.workspace', () => directory.workspaceById(id)),
      epochs: (ids) => call('directory.epochs', () => directory.epochs(ids)),
    },
    searchIndex: link.storage.searchIndex,
    notices: link.storage.notices,
    ping: () => call('ping', () => link.storage.ping()),
    close: async () => undefined,
  };
}

function createCall(link: StorageLink) {
  const { life, random, weather, recorder, storage, crashes } = link;
  return async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    if (life.isDead) return never();
    const at = crashes.begin('replica');
    const era = storage.era();
    const fails = random() < weather().failedCalls;
    await travel(link);
    if (crashes.isAt({ who: 'replica', at, phase: 'before' })) link.die();
    // What a dead replica had sent may still reach the storage, but nothing reaches over a restore.
    const arrives = storage.era() === era && (!life.isDead || random() < 0.5);
    if (!arrives) return never();
    if (fails) {
      recorder.note('storage.failed', name);
      throw new ApiError('storage_unavailable', { retryAfterSeconds: 1 });
    }
    const result = await run();
    if (crashes.isAt({ who: 'replica', at, phase: 'after' })) link.die();
    await travel(link);
    return life.isDead ? never() : result;
  };
}

async function appendThrough(
  link: StorageLink,
  entries: readonly StoredEntry[],
): Promise<AppendOutcome[]> {
  const { random, weather, recorder, storage, time } = link;
  const { unknownAppends, fullAppends } = weather();
  const dice = random();
  const call = createCall({ ...link, weather: () => ({ ...weather(), failedCalls: 0 }) });
  if (dice < fullAppends) {
    recorder.note('append.full');
    return call('log.append', async () => entries.map(() => 'full'));
  }
  if (dice >= fullAppends + unknownAppends) {
    const outcomes = await call('log.append', () => storage.changeLog.append(entries));
    for (const outcome of outcomes) recorder.note(`append.${outcome}`);
    return outcomes;
  }
  const fate = random();
  return call('log.append', async () => {
    const era = storage.era();
    const land = () => {
      if (storage.era() === era) void storage.changeLog.append(entries);
    };
    if (fate < 1 / 3) land();
    else if (fate < 2 / 3) time.after(random() * latestArrivalMs, land);
    recorder.note('append.unknown', fateName(fate));
    return entries.map(() => 'unknown');
  });
}

function fateName(fate: number): string {
  if (fate < 1 / 3) return 'landed';
  return fate < 2 / 3 ? 'lands later' : 'lost';
}

async function travel({ time, random, weather }: StorageLink): Promise<void> {
  await time.sleep(Math.floor(random() * weather().maxDelayMs));
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
