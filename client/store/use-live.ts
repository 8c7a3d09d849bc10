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
    let isSubscribed = false;
    const subscription = source.subscribe((value) => {
      latest = { value };
      if (isSubscribed) tellTogether(onChange);
      else onChange();
    });
    isSubscribed = true;
    return () => {
      waiting.delete(onChange);
      subscription.unsubscribe();
    };
  };
  return { subscribe, read: () => latest };
}

const waiting = new Set<() => void>();
let turn: MessageChannel | undefined;

/**
 * One change of the store is news to many queries, each some microtasks after the other. They are told in the next turn
 * of the page, all at once: otherwise each of them would render the page by itself.
 */
function tellTogether(onChange: () => void): void {
  if (waiting.size === 0) nextTurn().port2.postMessage(undefined);
  waiting.add(onChange);
}

function nextTurn(): MessageChannel {
  if (turn !== undefined) return turn;
  turn = new MessageChannel();
  turn.port1.addEventListener('message', () => {
    const told = [...waiting];
    waiting.clear();
    for (const onChange of told) onChange();
  });
  turn.port1.start();
  return turn;
}
