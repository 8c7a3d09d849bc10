import type { Cancel, Scheduler } from './scheduler.ts';

/** How often a tab that does not lead asks whether somebody does. */
const askEveryMs = 10_000;

/**
 * A leader that has not answered by `silentAfterMs` is frozen: an answer needs only a turn of its event loop. A timer that
 * comes more than `lateMs` too late says that it was this tab that stood still, and that the answer may wait behind it.
 */
interface Patience {
  silentAfterMs: number;
  lateMs: number;
}

/** Timers of a tab that nobody looks at may come a second late each. */
const patient: Patience = { silentAfterMs: 3_000, lateMs: 3_000 };
/** While a person waits. To take the lead from a tab that was only busy costs a request or two, and no data. */
const eager: Patience = { silentAfterMs: 600, lateMs: 200 };

/** A tab's watch over the one that leads. */
export interface LeaderWatch {
  /** The leader said something. */
  heard(): void;
  /** Asks now. */
  check(): void;
  /** Asks now and does not wait for long: this tab is looked at or has written, so it matters that somebody leads. */
  checkSoon(): void;
  stop(): void;
}

/** Asks again and again; calls `onSilent` when nobody answers. */
export function watchLeader(of: {
  scheduler: Scheduler;
  ask: () => void;
  onSilent: () => void;
}): LeaderWatch {
  const { scheduler, ask, onSilent } = of;
  /** Until when the question that is open waits for an answer. */
  let silentAtMs: number | undefined;
  let cancel: Cancel = () => undefined;

  const check = () => askWith(patient);

  /** A question that is open is not put again, but waited for no longer than this one would be. */
  function askWith(patience: Patience): void {
    const atMs = scheduler.now() + patience.silentAfterMs;
    const isOpen = silentAtMs !== undefined;
    if (silentAtMs !== undefined && silentAtMs <= atMs) return;
    silentAtMs = atMs;
    cancel();
    cancel = scheduler.after(patience.silentAfterMs, () => {
      silentAtMs = undefined;
      if (scheduler.now() > atMs + patience.lateMs) return askWith(patience);
      return onSilent();
    });
    if (!isOpen) ask();
  }

  function endQuestion(): void {
    silentAtMs = undefined;
    cancel();
  }

  return {
    heard() {
      endQuestion();
      cancel = scheduler.after(askEveryMs, check);
    },
    check,
    checkSoon: () => askWith(eager),
    stop: endQuestion,
  };
}
