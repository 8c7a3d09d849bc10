import { BehaviorSubject, distinctUntilChanged, type Observable } from 'rxjs';
import type { Loss } from '#client/store/device-book.ts';
import type { PageEvents } from '#client/store/workspace-view.ts';
import { createKeepAsking, type KeepAsking, type KeepPorts } from './keep-asking.ts';
import { createSeldom } from './seldom.ts';
import { type Space, spaceOf } from './space.ts';
import { isQuiet, readStorageMemory, writeStorageMemory } from './storage-memory.ts';
import type { DeviceWatch } from './watch-device.ts';

/** What is to be said about the storage of this device; one thing at a time, the gravest first. */
export type StorageNotice =
  | { name: 'loss'; loss: Loss }
  | { name: 'short'; space: Space }
  /** The browser will ask the person whether the data may be kept: they are told why before. */
  | { name: 'ask' };

/** What watching needs of the browser. */
export interface StoragePorts extends KeepPorts {
  page: Pick<PageEvents, 'repeat'>;
  isVisible: () => boolean;
  /** Each gives back how to stop. */
  onInstalled: (run: () => void) => () => void;
  onHidden: (run: () => void) => () => void;
  onOtherTab: (run: () => void) => () => void;
}

/** What is watched for one person. */
export interface Watched {
  ports: StoragePorts;
  device: DeviceWatch;
  /** How many changes only this device has. */
  countWaiting: () => Promise<number>;
  /** How many tasks the person has made; examples are none. */
  countOwnTasks: () => number;
  /** Emits after something was written. */
  changes$: Observable<unknown>;
}

/** Watches the storage of this device for one person. */
export interface StorageWatch {
  readonly notice$: Observable<StorageNotice | undefined>;
  /** The person has read the notice: a loss is not told again, little room not before a day is over. */
  putAway: () => void;
  /** Asks the browser to keep the data; answers whether it does. */
  ask: () => Promise<boolean>;
  stop: () => void;
}

/** How long after a write it is noted: what came meanwhile is noted with it. */
const noteAfterMs = 2_000;
/** Room is measured at most this often, however much is written. */
const measureEveryMs = 60_000;
const lookEveryMs = 5 * 60_000;

/** Starts to watch, at an idle moment after the start. */
export function watchStorage(of: Watched): StorageWatch {
  const { ports, device } = of;
  const asking = createKeepAsking(ports, of);
  const notices = createNotices(of, asking);
  const facts: { waiting?: number } = {};
  const note = createSeldom({ ...ports, afterMs: noteAfterMs, everyMs: 0 }, async () => {
    facts.waiting = await of.countWaiting();
    device.note(facts.waiting);
    await asking.consider();
    notices.publish();
  });
  const often = { ...ports, afterMs: noteAfterMs, everyMs: measureEveryMs };
  const measure = createSeldom(often, notices.measure);
  const look = () => {
    note.soon();
    measure.soon();
  };
  const changes = of.changes$.subscribe(look);
  const stops = [
    ports.page.repeat(() => (ports.isVisible() ? look() : undefined), lookEveryMs),
    ports.onHidden(() => device.leave(facts.waiting)),
    ports.onOtherTab(notices.publish),
    ports.onInstalled(() => void asking.installed().then(notices.publish)),
    () => changes.unsubscribe(),
    note.stop,
    measure.stop,
  ];
  look();
  return {
    notice$: notices.notice$,
    putAway: notices.putAway,
    ask: async () => {
      const isAgreed = asking.ask();
      notices.publish();
      return isAgreed;
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** What is said, of what is known now. */
function createNotices({ ports, device }: Watched, asking: KeepAsking) {
  const { storage, keeper, scheduler } = ports;
  const facts: { space?: Space | undefined } = {};
  const memory = () => readStorageMemory(storage, scheduler.now());
  // The first visit is noted, so that there is a second one.
  writeStorageMemory(storage, memory());
  const current = (): StorageNotice | undefined => {
    const loss = device.loss();
    if (loss !== undefined) return { name: 'loss', loss };
    const { space } = facts;
    const isTold = space?.isShort === true && !isQuiet(memory(), scheduler.now());
    if (isTold) return { name: 'short', space };
    return asking.isAnnounced() ? { name: 'ask' } : undefined;
  };
  const notice$ = new BehaviorSubject(current());
  const publish = () => notice$.next(current());
  return {
    notice$: notice$.pipe(distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b))),
    publish,
    measure: async () => {
      facts.space = spaceOf((await keeper.estimate?.()) ?? {});
      publish();
    },
    putAway: () => {
      const { value } = notice$;
      if (value?.name === 'loss') device.putAway();
      if (value?.name === 'short')
        writeStorageMemory(storage, { ...memory(), quietMs: scheduler.now() });
      if (value?.name === 'ask') asking.later();
      publish();
    },
  };
}
