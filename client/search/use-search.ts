import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { AppStore } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { createSearchClient, type SearchClient } from './search-client.ts';
import type { SearchAnswer } from './search-messages.ts';

/** What a search gives now. */
export interface Search {
  /** Of the newest query that was answered; undefined before the first. */
  answer: (SearchAnswer & { query: string; version: number }) | undefined;
  /** Whether everything on the device has been indexed; until then a search may miss something. */
  isWhole: boolean;
}

/** One search for each store, from the first question until the store is closed. */
const clients = new WeakMap<AppStore, SearchClient>();

/** Searches titles, labels, notes and comments of this device while somebody types; an empty query asks nothing. */
export function useSearch(of: { query: string; includesTrash: boolean; limit: number }): Search {
  const { query, includesTrash, limit } = of;
  const client = clientOf(useStore());
  const [answer, setAnswer] = useState<Search['answer']>();
  const subscribe = useCallback(
    (listener: () => void) => client?.onProgress(listener) ?? (() => undefined),
    [client],
  );
  const isWhole = useSyncExternalStore(subscribe, () => client?.isWhole() ?? true);
  const version = useSyncExternalStore(subscribe, () => client?.version() ?? 0);
  useEffect(() => {
    if (query === '' || client === undefined) return undefined;
    let isOver = false;
    const ask = async () => {
      const found = await client.ask({ query, includesTrash, limit });
      if (found !== undefined && !isOver) setAnswer({ ...found, query, version });
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [client, query, includesTrash, limit, version]);
  return { answer: query === '' ? undefined : answer, isWhole };
}

function clientOf(store: AppStore): SearchClient | undefined {
  const held = clients.get(store);
  if (held !== undefined || typeof Worker === 'undefined') return held;
  // In one expression, or the worker would not be built.
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const client = createSearchClient(store, worker);
  clients.set(store, client);
  // After sign-out nothing may stay in memory.
  store.undoState.subscribe({
    complete: () => {
      client.stop();
      clients.delete(store);
    },
  });
  return client;
}
