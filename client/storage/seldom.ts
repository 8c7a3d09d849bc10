/** Time as the composition root hands it down. */
export interface Scheduler {
  now(): number;
  after(delayMs: number, run: () => void): () => void;
}

/** Work that is asked for often and done seldom. */
export interface Seldom {
  /** Has it done within its time; asked again meanwhile, once. */
  soon: () => void;
  stop: () => void;
}

/** Runs `work` `afterMs` after it is first asked for, and never again within `everyMs`. One that fails is done when next asked for. */
export function createSeldom(
  of: { scheduler: Scheduler; afterMs: number; everyMs: number },
  work: () => Promise<void>,
): Seldom {
  const { scheduler, afterMs, everyMs } = of;
  let cancel: (() => void) | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    soon() {
      if (cancel !== undefined) return;
      const waitMs = Math.min(everyMs, Math.max(0, lastMs + everyMs - scheduler.now()));
      cancel = scheduler.after(Math.max(afterMs, waitMs), () => {
        cancel = undefined;
        lastMs = scheduler.now();
        work().catch(() => undefined);
      });
    },
    stop() {
      cancel?.();
    },
  };
}
