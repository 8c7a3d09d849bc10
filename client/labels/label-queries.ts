import { useMemo } from 'react';
import { map } from 'rxjs';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import type { Label } from '#shared/label';
import { compareOrder } from '#shared/compare-order';

const none: readonly Label[] = [];

/** The labels in use, in the person's order. */
export function useSortedLabels(): readonly Label[] {
  return useSorted({ trashedAt: null });
}

/** The labels in the trash. */
export function useTrashedLabels(): readonly Label[] {
  return useSorted({ trashedAt: { $ne: null } });
}

/** One label in use; undefined while it is not there, or in the trash. */
export function useLabel(labelId: string): Label | undefined {
  return useSorted({ id: labelId, trashedAt: null })[0];
}

function useSorted(selector: Record<string, unknown>): readonly Label[] {
  const store = useStore();
  const selectorText = JSON.stringify(selector);
  const source = useMemo(() => {
    const asked: Record<string, unknown> = JSON.parse(selectorText);
    return store
      .live<Label>({ kind: 'label', selector: asked })
      .pipe(map((labels): readonly Label[] => [...labels].sort(compareOrder)));
  }, [store, selectorText]);
  return useLive(source, none);
}
