import { createContext, useContext } from 'react';
import type { AppStore } from './app-store.ts';

/** The open store, handed down by the composition root. */
export const StoreContext = createContext<AppStore | undefined>(undefined);

/** The open store. Throws outside the app: a page without a store is our own mistake. */
export function useStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === undefined) throw new Error('useStore needs a StoreContext around it');
  return store;
}
