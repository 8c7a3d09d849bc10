import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import type { Conflict } from '#shared/conflict';
import type { Change } from '#shared/push-message';

/** What can be done with a conflict. */
export type ConflictCommands = ReturnType<typeof createConflictCommands>;

/** Commands on conflicts over a store; each is one batch. */
export function createConflictCommands(store: AppStore) {
  const putAway = (conflictId: string): Change => ({
    kind: 'conflict',
    id: conflictId,
    group: 'trash',
    value: { trashedAt: store.now() },
    base: store.baseOf(conflictId, 'trash'),
  });
  return {
    /**
     * Brings the losing value back: set on top of what is held now, and the conflict put away, in one batch.
     * An edit under the trash instead brings its document back; the edit itself was merged already (R7).
     * Resolves with undefined, and nothing is changed, where the document is no longer there: the conflict holds the
     * only copy of what was written.
     */
    takeMine: async (conflict: Conflict): Promise<StoredBatch | undefined> => {
      const restored = restoring(store, conflict);
      if (restored === undefined) return undefined;
      const changes = [restored, putAway(conflict.id)];
      return store.commit({ label: 'conflict.use-mine', changes });
    },
    /** Leaves what stands as it is. */
    keepTheirs: (conflict: Conflict): Promise<StoredBatch> =>
      store.commit({ label: 'conflict.dismiss', changes: [putAway(conflict.id)] }),
  };
}

function restoring(store: AppStore, conflict: Conflict): Change | undefined {
  const { documentKind: kind, documentId: id } = conflict;
  const held = store.current(id);
  if (held === undefined) return undefined;
  if (conflict.reason === 'trashed') {
    const base = store.baseOf(id, 'trash');
    return { kind, id, group: 'trash', value: { trashedAt: null }, base };
  }
  const change = {
    kind,
    id,
    group: conflict.group,
    value: conflict.value,
    base: store.baseOf(id, conflict.group),
  };
  // From the text that is held now: a merge with itself, so that exactly the losing text stands.
  const before = held['notes'];
  return conflict.group === 'notes' && typeof before === 'string' ? { ...change, before } : change;
}
