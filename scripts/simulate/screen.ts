import type { LocalDatabase } from '#client/store/local-database.ts';
import { createOverlay } from '#client/store/overlay.ts';
import type { AnyDocument } from '#shared/kind-definition';

/** Waits for an operation of the disk, in the way of whoever looks. */
type Track = <T>(work: Promise<T>) => Promise<T>;

/** What a tab shows of one workspace. */
export interface Screen {
  /** What is shown after a read of all that is new on disk. */
  look(): Promise<ReadonlyMap<string, AnyDocument>>;
}

/** Creates the screen of a tab over its store; `track` tells virtual time, where there is one, of every read. */
export function createScreen(store: LocalDatabase, track: Track): Screen {
  const overlay = createOverlay(store);
  const shown = new Map<string, AnyDocument>();
  let shownRev = -1;
  return {
    async look() {
      const changes = await track(store.readChanges(shownRev));
      if (changes.meta.rev <= shownRev) return shown;
      shownRev = changes.meta.rev;
      for (const id of overlay.take(changes)) {
        const document = overlay.shown(id);
        if (document === undefined) shown.delete(id);
        else shown.set(id, document);
      }
      return shown;
    },
  };
}
