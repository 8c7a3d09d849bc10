import type { LocalStore, RebuildReason } from '#client/store/local-store.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * Documents that still differ after a rebuild will differ after the next one too: it is tried again only after this
 * long, or a fault of either side would have the whole workspace fetched without end (R11).
 */
const hashRebuildEveryMs = 10 * 60_000;

/** Begins a rebuild unless one has begun since `generation` was read (R10). */
export type RebuildOnce = (wanted: { reason: RebuildReason; generation: number }) => Promise<void>;

/**
 * Push, pull and events may find out at the same time that documents must be built anew. Asked one after another and
 * by generation, only the first begins; a second one would throw away what the first has pulled.
 */
export function createRebuildOnce({
  store,
  scheduler,
}: {
  store: Pick<LocalStore, 'readMeta' | 'startRebuild'>;
  scheduler: Pick<Scheduler, 'now'>;
}): RebuildOnce {
  let last: Promise<void> = Promise.resolve();
  let hashRebuiltAtMs: number | undefined;

  function isTooSoon(reason: RebuildReason): boolean {
    if (reason !== 'hash_differs' || hashRebuiltAtMs === undefined) return false;
    return Math.abs(scheduler.now() - hashRebuiltAtMs) < hashRebuildEveryMs;
  }

  return ({ reason, generation }) => {
    const next = last.then(async () => {
      const meta = await store.readMeta();
      if (meta.generation !== generation || isTooSoon(reason)) return;
      await store.startRebuild(reason);
      if (reason === 'hash_differs') hashRebuiltAtMs = scheduler.now();
    });
    last = next.catch(() => undefined);
    return next;
  };
}
