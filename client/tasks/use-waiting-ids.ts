import { useEffect, useRef, useState } from 'react';
import type { WaitingChanges } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { useTiming } from '#client/ui/timing.ts';

/** With a network almost everything is sent by then, and nobody needs to hear of it. */
const markedAfterMs = 3_000;

const none: ReadonlySet<string> = new Set();

/** Which of these tasks have changes that wait to be sent for more than 3 s; the same set while they are the same. */
export function useWaitingIds(ids: readonly string[]): ReadonlySet<string> {
  const store = useStore();
  const timing = useTiming();
  const [marked, setMarked] = useState(none);
  const latest = useRef({ ids, look: () => {} });
  useEffect(() => {
    latest.current.ids = ids;
    latest.current.look();
  });
  useEffect(() => {
    // A guest's changes wait for nothing.
    if (store.isGuest) return undefined;
    let waiting: WaitingChanges | undefined;
    let cancel = () => {};
    const look = () => {
      const before = Date.parse(store.now()) - markedAfterMs;
      const found = latest.current.ids.filter((id) => (waiting?.since(id) ?? Infinity) <= before);
      setMarked((held) => (isSame(held, found) ? held : new Set(found)));
    };
    latest.current.look = look;
    const subscription = store.waiting.subscribe((changes) => {
      waiting = changes;
      look();
      cancel();
      cancel = changes.isEmpty ? () => {} : timing.after(markedAfterMs, look);
    });
    return () => {
      subscription.unsubscribe();
      cancel();
    };
  }, [store, timing]);
  return marked;
}

function isSame(held: ReadonlySet<string>, found: readonly string[]): boolean {
  return held.size === found.length && found.every((id) => held.has(id));
}
