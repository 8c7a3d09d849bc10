import { createContext } from 'react';
import type { ListShortcut } from './shortcuts.ts';

/**
 * Gives what runs a shortcut on a task of the list, as if its keys had been pressed there; undefined for a task that
 * the list does not show.
 */
export type RunInList = (taskId: string) => ((id: ListShortcut) => void) | undefined;

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
