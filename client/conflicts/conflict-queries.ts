import { useMemo } from 'react';
import { map } from 'rxjs';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import type { Conflict } from '#shared/conflict';

const none: readonly Conflict[] = [];

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

function latestFirst(a: Conflict, b: Conflict): number {
  if (a.createdAt === b.createdAt) return a.id < b.id ? -1 : 1;
  return a.createdAt < b.createdAt ? 1 : -1;
}
