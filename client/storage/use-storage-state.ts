import { useCallback, useEffect, useState } from 'react';
import { isKept, type StorageKeeper } from './keep-asking.ts';
import { type Space, spaceOf } from './space.ts';

/** What the browser says about the storage of this origin. */
export interface StorageState {
  /** Undefined where it does not say. */
  isKept: boolean | undefined;
  space: Space | undefined;
}

/** Asks the browser now, when the page is looked at again, and on `refresh`; undefined until it has answered. */
export function useStorageState(of: {
  keeper: StorageKeeper;
  onLookedAt: (run: () => void) => () => void;
}): { state: StorageState | undefined; refresh: () => void } {
  const { keeper, onLookedAt } = of;
  const [state, setState] = useState<StorageState>();
  const refresh = useCallback(() => {
    readState(keeper).then(setState, reportError);
  }, [keeper]);
  useEffect(() => {
    refresh();
    return onLookedAt(refresh);
  }, [refresh, onLookedAt]);
  return { state, refresh };
}

async function readState(keeper: StorageKeeper): Promise<StorageState> {
  const estimate = await keeper.estimate?.().catch(() => ({}));
  const isSaid = keeper.persisted !== undefined;
  return { isKept: isSaid ? await isKept(keeper) : undefined, space: spaceOf(estimate ?? {}) };
}
