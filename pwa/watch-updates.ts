import { registerServiceWorker, type WaitingUpdate } from './register.ts';
import { isBusy } from './is-busy.ts';

/** What asking for a new version came to. */
export type UpdateCheck = 'newest' | 'waiting' | 'unreachable';

/** Held, shared, by every tab that is looked at or busy. */
const inUseLock = 'taskflow.in-use';
/** An import in a tab that nobody looks at ends without an event. */
const lookAgainMs = 5_000;
/** How long after the last typing a page that has to start anew does so: what was typed is on disk by then. */
const settledSeconds = 3;

/**
 * Keeps the app new. A version that waits takes over by itself once no tab is looked at and none is busy (is-busy.ts); before
 * that only when the person says so (`onUpdate`). All tabs change over together, but a busy one starts anew only after that.
 * Resolves to a function that asks for a new version now.
 */
export async function watchUpdates({
  onUpdate,
}: {
  onUpdate: (update: WaitingUpdate) => void;
}): Promise<() => Promise<UpdateCheck>> {
  let waiting: WaitingUpdate | undefined;
  const applyIfUnused = () => {
    if (document.visibilityState === 'visible' || waiting === undefined) return;
    const options = { mode: 'exclusive', ifAvailable: true } as const;
    void navigator.locks.request(inUseLock, options, (lock) => {
      if (lock !== null) waiting?.apply();
    });
  };
  holdWhileInUse(applyIfUnused);
  const checkWorker = await registerServiceWorker({
    onUpdate: (update) => {
      waiting = update;
      onUpdate(update);
      applyIfUnused();
    },
    onTakenOver: () => {
      if (!isBusy()) return location.reload();
      onUpdate({ apply: () => location.reload() });
      reloadOnceSettled();
    },
  });
  return async () => {
    const served = await fetch('/version.json', { cache: 'no-store' }).catch(() => undefined);
    if (served?.ok !== true) return 'unreachable';
    try {
      return (await checkWorker?.()) === true ? 'waiting' : 'newest';
    } catch {
      return 'unreachable';
    }
  };
}

/** Holds the lock for as long as this tab is in use; `onUnused` is told once it is given back. */
function holdWhileInUse(onUnused: () => void): void {
  let giveBack: (() => void) | undefined;
  const look = () => {
    const isInUse = document.visibilityState === 'visible' || isBusy();
    if (isInUse === (giveBack !== undefined)) return;
    if (!isInUse) {
      giveBack?.();
      giveBack = undefined;
      return;
    }
    const used = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    void navigator.locks.request(inUseLock, { mode: 'shared' }, async () => used).then(onUnused);
  };
  for (const name of ['visibilitychange', 'focusin', 'focusout'] as const) {
    document.addEventListener(name, look);
  }
  setInterval(look, lookAgainMs);
  look();
}

/** A line that was added is emptied without an event, so the page is looked at, second by second. */
function reloadOnceSettled(): void {
  let quietSeconds = 0;
  setInterval(() => {
    quietSeconds = isBusy() ? 0 : quietSeconds + 1;
    if (quietSeconds === settledSeconds) location.reload();
  }, 1_000);
}
