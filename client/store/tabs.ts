import * as z from 'zod/mini';
import { parse } from '#shared/parse';

/** The part of a BroadcastChannel that tabs need. */
export interface TabPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  close(): void;
}

/** Tells the revs of one database, of this tab and of others. */
export interface RevChannel {
  /** Tells this tab's listeners and all other tabs. */
  announce: (rev: number) => void;
  /** Hears of every rev; returns how to stop. */
  onRev: (listener: (rev: number) => void) => () => void;
  close(): void;
}

const revSchema = z.int().check(z.minimum(0));

/** Tabs tell each other only `rev`: a message with content could put old over new (design §3). */
export function openRevChannel(port: TabPort): RevChannel {
  const listeners = new Set<(rev: number) => void>();
  let isClosed = false;
  const tell = (rev: number) => {
    for (const listener of listeners) listener(rev);
  };
  port.addEventListener('message', ({ data }) => {
    const rev = parse(revSchema, data);
    if (rev.ok) tell(rev.value);
  });
  return {
    announce(rev) {
      // The last transaction may end after the closing: it is safe on disk, and must not look as if it had failed.
      if (isClosed) return;
      port.postMessage(rev);
      tell(rev);
    },
    onRev(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
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
 */
export function watchTabs(of: {
  read: () => Promise<void>;
  onRev: (listener: () => void) => () => void;
  onLookedAt: OnLookedAt;
  repeat: Repeat;
}): TabWatch {
  const { run: check, settled } = singleFlight(of.read);
  // A failed read is repeated by the next message or tick; who asked by `check` hears of it.
  const checkQuietly = () => {
    check().catch(() => undefined);
  };
  const stops = [
    of.onRev(checkQuietly),
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
  const start = (): Promise<void> => {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
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
  return { run, settled: () => next ?? running ?? Promise.resolve() };
}
