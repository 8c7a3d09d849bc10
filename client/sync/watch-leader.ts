import type { Cancel, Scheduler } from './scheduler.ts';

/** How often a tab that does not lead asks whether somebody does. */
const askEveryMs = 10_000;
/** A leader that has not answered by then is frozen: an answer needs only a turn of its event loop. */
const silentAfterMs = 3_000;

/** A tab's watch over the one that leads. */
export interface LeaderWatch {
  /** The leader said something. */
  heard(): void;
  /** Asks now: this tab is looked at, so it matters that somebody leads. */
  check(): void;
  stop(): void;
}

/** Asks again and again; calls `onSilent` when nobody answers. */
export function watchLeader(of: {
  scheduler: Scheduler;
  ask: () => void;
  onSilent: () => void;
}): LeaderWatch {
  const { scheduler, ask, onSilent } = of;
  let isAsking = false;
  let cancel: Cancel = () => undefined;

  function heard(): void {
    isAsking = false;
    cancel();
    cancel = scheduler.after(askEveryMs, check);
  }

  function check(): void {
    if (isAsking) return;
    isAsking = true;
    const askedMs = scheduler.now();
    cancel();
    cancel = scheduler.after(silentAfterMs, () => {
      isAsking = false;
      // So late, it was this tab that slept: the answer may wait behind this very timer.
      if (scheduler.now() - askedMs > 2 * silentAfterMs) return check();
      return onSilent();
    });
    ask();
  }

  return {
    heard,
    check,
    stop() {
      isAsking = false;
      cancel();
    },
  };
}
