import { useMemo, useSyncExternalStore } from 'react';
import type { Observable } from 'rxjs';

/**
 * The latest value of an observable, `initial` before the first. `source` must be the same object on every render:
 * `store.live(query)` gives one observable for equal queries, so it may be called while rendering.
 */
export function useLive<T>(source: Observable<T>, initial: T): T {
  const { subscribe, read } = useMemo(() => latestOf(source), [source]);
  const latest = useSyncExternalStore(subscribe, read);
  return latest === undefined ? initial : latest.value;
}

function latestOf<T>(source: Observable<T>) {
  let latest: { value: T } | undefined;
  const subscribe = (onChange: () => void) => {
    const subscription = source.subscribe((value) => {
      latest = { value };
      onChange();
    });
    return () => subscription.unsubscribe();
  };
  return { subscribe, read: () => latest };
}
