import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useStore } from '#client/store/store-context.ts';
import { useTiming } from '#client/ui/timing.ts';
import type { TaskRowData } from './task-rows.ts';

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
      // Without it the next start shows its rows later, and that is all.
      void import('./note-rows.ts')
        .then(({ noteRows }) => noteRows(store, { rows, path, day }))
        .catch(() => undefined);
    });
  }, [rows, store, timing, path, day]);
}
