/** Ends a timer or a subscription; calling it again does nothing. */
export type Cancel = () => void;

/** Time as injected by the composition root: the device's own clock, and timers that follow it. */
export interface Scheduler {
  /** Milliseconds since 1970 by the device's clock, uncorrected. */
  now(): number;
  /** Runs `run` once after `delayMs`. */
  after(delayMs: number, run: () => void): Cancel;
}

/** A random number in [0, 1), as injected by the composition root. */
export type Random = () => number;
