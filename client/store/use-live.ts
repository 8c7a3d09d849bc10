import { useEffect, useState } from 'react';
import type { Observable } from 'rxjs';

/**
 * What an observable emitted last; `undefined` until its first value, which the live view gives within the frame.
 * `source` must be the same object between renders (`useMemo`), else it is subscribed anew each time.
 */
export function useLive<T>(source: Observable<T>): T | undefined {
  const [state, setState] = useState<{ source: Observable<T>; value: T }>();
  useEffect(() => {
    const subscription = source.subscribe((value) => setState({ source, value }));
    return () => subscription.unsubscribe();
  }, [source]);
  return state?.source === source ? state.value : undefined;
}
