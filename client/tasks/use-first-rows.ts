import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useStore } from '#client/store/store-context.ts';
import { useTiming } from '#client/ui/timing.ts';
import type { TaskRowData } from './task-rows.ts';

/** More rows than any screen shows at once. */
const rowsKept = 60;

/** A list is noted once it stays as it is for so long. */
const keptAfterMs = 1_000;

/** Whether the list at this address is the one whose first rows are there before all other tasks. */
export function useIsFirstList(): boolean {
  const { firstPath } = useStore();
  const [path] = useLocation();
  return firstPath === path;
}

/** Notes which rows this list shows first, for the next start; undefined: not now. */
export function useKeepFirst(rows: readonly TaskRowData[] | undefined, day: string): void {
  const store = useStore();
  const timing = useTiming();
  const [path] = useLocation();
  useEffect(() => {
    if (rows === undefined) return undefined;
    return timing.after(keptAfterMs, () => {
      const shownIds = rows.slice(0, rowsKept).map(({ task }) => task.id);
      const taskIds = [...new Set(shownIds.flatMap((id) => withAncestors(id)))];
      // Without it the next start shows its rows later, and that is all.
      store.keepFirst({ path, day, taskIds }).catch(() => undefined);
    });

    /** What a subtask is shown in is told by the tasks above it. */
    function withAncestors(id: string): string[] {
      const ids: string[] = [];
      let above: unknown = id;
      while (typeof above === 'string' && !ids.includes(above)) {
        ids.push(above);
        above = store.current(above)?.['parentId'];
      }
      return ids;
    }
  }, [rows, store, timing, path, day]);
}
