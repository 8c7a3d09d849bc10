import { createContext } from 'react';
import type { ListShortcut } from './shortcuts.ts';

/** Runs a shortcut of the list on one of its tasks, as if its keys had been pressed there. */
export type RunInList = (id: ListShortcut, taskId: string) => void;

/** Where the list that is shown leaves its way to run shortcuts, and the palette finds it. */
export interface ListRunner {
  /** Undefined while there is no list. */
  current: () => RunInList | undefined;
  /** The answer takes the offer back. */
  offer: (run: RunInList) => () => void;
}

/** See `ListRunner`. */
export const ListRunnerContext = createContext<ListRunner | undefined>(undefined);

/** A runner without a list yet. */
export function createListRunner(): ListRunner {
  let offered: RunInList | undefined;
  return {
    current: () => offered,
    offer: (run) => {
      offered = run;
      return () => {
        offered = undefined;
      };
    },
  };
}
