import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import type { OwnAddition } from './store-transaction.ts';

/** The part of a BroadcastChannel that tabs need. */
export interface TabPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  close(): void;
}

/** Hears of every rev, and of what this tab itself added with it. */
export type OnRev = (listener: (rev: number, own: OwnAddition | undefined) => void) => () => void;

/** Tells the revs of one database, of this tab and of others. */
export interface RevChannel {
  /** Tells this tab's listeners, with what it added, and all other tabs. */
  announce: (rev: number, own?: OwnAddition) => void;
  /** Returns how to stop. */
  onRev: OnRev;
  /** Hears no other tab meanwhile: what a frozen page has begun to read would keep all others from writing. */
  pause: (isPaused: boolean) => void;
  close(): void;
}

const revSchema = z.int().check(z.minimum(0));

/** Tabs tell each other only `rev`: a message with content could put old over new (design §3). */
export function openRevChannel(port: TabPort): RevChannel {
  const listeners = new Set<Parameters<OnRev>[0]>();
  let isClosed = false;
  let isDeaf = false;
  const tell = (rev: number, own: OwnAddition | undefined) => {
    for (const listener of listeners) listener(rev, own);
  };
  port.addEventListener('message', ({ data }) => {
    const rev = parse(revSchema, data);
    if (rev.ok && !isDeaf) tell(rev.value, undefined);
  });
  return {
    announce(rev, own) {
      // The last transaction may end after the closing: it is safe on disk, and must not look as if it had failed.
      if (isClosed) return;
      port.postMessage(rev);
      tell(rev, own);
    },
    onRev(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pause(isPaused) {
      isDeaf = isPaused;
    },
    close() {
      isClosed = true;
      listeners.clear();
      port.close();
    },
  };
}

/** Calls back again and again; returns how to stop. The composition root gives `setInterval`. */
export type Repeat = (run: () => void, everyMs: number) => () => void;

/** Tells when the page is looked at again (`focus`, `visibilitychange`); returns how to stop. */
export type OnLookedAt = (run: () => void) => () => void;

/** How often a tab looks for revs it was not told of: a channel may lose messages, a tab may have been frozen. */
export const tabCheckIntervalMs = 30_000;

/** Keeps one view up to date with all tabs. */
export interface TabWatch {
  /** Resolves after a read that began after the call. */
  check: () => Promise<void>;
  /** Resolves when the reads asked for so far are done. */
  settled: () => Promise<void>;
  stop: () => void;
}

/**
 * Runs `read` whenever another tab may have written: on a message, when the page is looked at, every 30 s, and on
 * `check()`, which the leader calls when it takes over. Never twice at once; what comes meanwhile makes one more run.
 * What this tab added itself is taken without a read where `take` can: it answers undefined where it cannot.
 */
export function watchTabs(of: {
  read: () => Promise<void>;
  take: (own: OwnAddition) => Promise<void> | undefined;
  onRev: OnRev;
  onLookedAt: OnLookedAt;
  repeat: Repeat;
}): TabWatch {
  const { run: check, runInstead, settled } = singleFlight(of.read);
  // A failed read is repeated by the next message or tick; who asked by `check` hears of it.
  const checkQuietly = () => {
    check().catch(() => undefined);
  };
  const stops = [
    of.onRev((_rev, own) => {
      const isTaken = own !== undefined && runInstead(() => of.take(own));
      if (!isTaken) checkQuietly();
    }),
    of.onLookedAt(checkQuietly),
    of.repeat(checkQuietly, tabCheckIntervalMs),
  ];
  return {
    check,
    settled,
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** Each `run` resolves after a run that began after it; calls during a run share the next one. */
function singleFlight(work: () => Promise<void>) {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = (begun: Promise<void>): Promise<void> => {
    running = begun.finally(() => {
      running = undefined;
    });
    return running;
  };
  const start = () => begin(work());
  const run = (): Promise<void> => {
    if (running === undefined) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
  /** Runs something else in the place of `work`, if nothing runs now and it has something to do. */
  const runInstead = (other: () => Promise<void> | undefined): boolean => {
    const begun = running === undefined ? other() : undefined;
    if (begun === undefined) return false;
    // Who waits for it asks `settled`; the work itself mends what it left undone.
    begin(begun).catch(() => undefined);
    return true;
  };
  return { run, runInstead, settled: () => next ?? running ?? Promise.resolve() };
}
