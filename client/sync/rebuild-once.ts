import type { LocalStore, RebuildReason } from '#client/store/local-store.ts';

/** Begins a rebuild unless one has begun since `generation` was read (R10). */
export type RebuildOnce = (wanted: { reason: RebuildReason; generation: number }) => Promise<void>;

/**
 * Push, pull and events may find out at the same time that documents must be built anew. Asked one after another and
 * by generation, only the first begins; a second one would throw away what the first has pulled.
 */
export function createRebuildOnce(
  store: Pick<LocalStore, 'readMeta' | 'startRebuild'>,
): RebuildOnce {
  let last: Promise<void> = Promise.resolve();
  return ({ reason, generation }) => {
    const next = last.then(async () => {
      const meta = await store.readMeta();
      if (meta.generation === generation) await store.startRebuild(reason);
    });
    last = next.catch(() => undefined);
    return next;
  };
}
