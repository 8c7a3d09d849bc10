import type { AppStore } from './app-store.ts';
import type { WorkspaceView } from './workspace-view.ts';

/** How far a store is filled. */
export interface Filling extends Pick<AppStore, 'untilReady' | 'hasWaiting'> {
  /** Resolves when there is something to show: the first documents, or all of them. */
  readonly opened: Promise<void>;
  /** Resolves when everything but the tasks closed long ago is shown; rejects when it could not be read. */
  readonly ready: Promise<void>;
  readonly whole: Promise<void>;
}

/** See `Filling`; of all workspaces together. */
export function createFilling(spaces: readonly WorkspaceView[]): Filling {
  const ready = Promise.all(spaces.map((space) => space.ready)).then(() => undefined);
  const shownFirst = Promise.all(spaces.map((space) => space.shownFirst));
  const whole = Promise.all(spaces.map((space) => space.whole)).then(() => undefined);
  whole.catch(() => undefined);
  let [isAsked, isSettled] = [false, false];
  const settle = () => {
    isSettled = true;
  };
  ready.then(settle, settle);
  return {
    opened: shownFirst.then((all) => (all.includes(undefined) ? ready : undefined)),
    ready,
    whole,
    untilReady() {
      isAsked = true;
      for (const space of spaces) space.hurry();
      return ready;
    },
    hasWaiting: () => isAsked && !isSettled,
  };
}
