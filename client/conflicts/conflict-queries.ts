import { useMemo } from 'react';
import { map, of } from 'rxjs';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import type { Conflict } from '#shared/conflict';
import { kindByName } from '#shared/document-kinds';
import type { AnyDocument } from '#shared/kind-definition';

const none: readonly Conflict[] = [];
const nothing = of<readonly AnyDocument[]>([]);

/** Conflicts in which a value of this person lost, not looked at yet, the latest first. */
export function useConflicts(): readonly Conflict[] {
  const store = useStore();
  const source = useMemo(
    () =>
      store
        .live<Conflict>({ kind: 'conflict', selector: { trashedAt: null, authorId: store.userId } })
        .pipe(map((found): readonly Conflict[] => [...found].sort(latestFirst))),
    [store],
  );
  return useLive(source, none);
}

/** What a conflict is about as it is now; undefined where it is no longer there. */
export function useConflictDocument(conflict: Conflict): AnyDocument | undefined {
  const { documentKind: kind, documentId: id } = conflict;
  const store = useStore();
  const source = useMemo(
    () => (kindByName(kind) === undefined ? nothing : store.live({ kind, selector: { id } })),
    [store, kind, id],
  );
  const current = store.current(id);
  const [document] = useLive(source, current === undefined ? [] : [current]);
  return document;
}

function latestFirst(a: Conflict, b: Conflict): number {
  if (a.createdAt === b.createdAt) return a.id < b.id ? -1 : 1;
  return a.createdAt < b.createdAt ? 1 : -1;
}
