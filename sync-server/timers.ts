import { setTimeout as pauseFor } from 'node:timers/promises';

/** The timers of the server, as injected by a composition root. */
export interface Timers {
  /** Resolves after `ms` milliseconds. */
  pause: (ms: number) => Promise<void>;
  /** Calls back once the I/O that is ready was handled. */
  afterIo: (callback: () => void) => void;
  /** Runs every `ms` milliseconds until the returned function is called; keeps no process alive. */
  every: (ms: number, run: () => void) => () => void;
}

/** Node's own timers. */
export const nodeTimers: Timers = {
  pause: (ms) => pauseFor(ms),
  afterIo: (callback) => {
    setImmediate(callback);
  },
  every: (ms, run) => {
    const timer = setInterval(run, ms).unref();
    return () => clearInterval(timer);
  },
};
