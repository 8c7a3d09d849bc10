import { retryAtOnceHeardMs, retryDelayMs } from './retry-delay.ts';
import type { Cancel, Random, Scheduler } from './scheduler.ts';
import { unreachable } from '#shared/unreachable';

/** Why a lane stands still until something outside changes. */
export type PauseReason = 'needs-sign-in' | 'update-required' | 'membership-ended';

/**
 * Why the last attempts failed: nobody answered, the server asked for patience, the same for what only a newer build may be
 * able to send, the workspace was not there, or something of our own threw (a lost IndexedDB connection).
 */
export type TroubleCause = 'unreachable' | 'busy' | 'outdated' | 'missing' | 'broken';

/** A row of failures that no success has ended yet; `sinceMs` is the time of the first. */
export interface Trouble {
  cause: TroubleCause;
  sinceMs: number;
  attempt: number;
}

/** What one run of a lane came to. */
export type LaneOutcome =
  | { name: 'done' }
  /** Something was done and there is more. */
  | { name: 'again' }
  | { name: 'retry'; cause: TroubleCause; afterMs: number | undefined }
  | { name: 'pause'; reason: PauseReason };

/** Where a lane stands. */
export type LaneState =
  | { name: 'idle' }
  | { name: 'running'; trouble: Trouble | undefined }
  | { name: 'waiting'; trouble: Trouble; retryAtMs: number }
  | { name: 'paused'; reason: PauseReason }
  | { name: 'stopped' };

/** One thing that is done over and over, never twice at once: pushing, pulling, or joining. */
export interface Lane {
  state(): LaneState;
  /** There may be work. A lane that waits after a failure goes on waiting. */
  wake(): void;
  /** The world has changed (network back, tab shown, signed in): try now, whatever went wrong before. */
  hurry(): void;
  /** The server was heard of on another way: a lane that waits because nobody answered does not wait for long any more. */
  heard(): void;
  stop(): void;
}

/** What a lane works with. `onError` hears of a run that threw, e.g. because IndexedDB was lost; it is tried again. */
export interface LanePorts {
  run: () => Promise<LaneOutcome>;
  scheduler: Scheduler;
  random: Random;
  onState: (state: LaneState) => void;
  onError: (error: unknown) => void;
}

/** Creates a lane at rest. Lanes know nothing of each other, so a failing push never holds up a pull. */
export function createLane(ports: LanePorts): Lane {
  return new RunningLane(ports);
}

class RunningLane implements Lane {
  readonly #ports: LanePorts;
  #state: LaneState = { name: 'idle' };
  #asked: 'no' | 'wake' | 'hurry' = 'no';
  #cancelTimer: Cancel = () => undefined;

  constructor(ports: LanePorts) {
    this.#ports = ports;
  }

  state(): LaneState {
    return this.#state;
  }

  wake(): void {
    if (this.#state.name === 'idle') this.#begin(undefined);
    else if (this.#state.name === 'running' && this.#asked === 'no') this.#asked = 'wake';
  }

  hurry(): void {
    if (this.#state.name === 'running') this.#asked = 'hurry';
    else if (this.#state.name !== 'stopped') this.#begin(troubleOf(this.#state));
  }

  heard(): void {
    const { scheduler, random } = this.#ports;
    const state = this.#state;
    if (state.name !== 'waiting' || state.trouble.cause !== 'unreachable') return;
    const { retryAtMs: plannedMs, trouble } = state;
    const retryAtMs = retryAtOnceHeardMs({ nowMs: scheduler.now(), random, plannedMs });
    if (retryAtMs < plannedMs) this.#waitUntil(retryAtMs, trouble);
  }

  stop(): void {
    this.#cancelTimer();
    this.#enter({ name: 'stopped' });
  }

  #begin(trouble: Trouble | undefined): void {
    this.#cancelTimer();
    this.#asked = 'no';
    this.#enter({ name: 'running', trouble });
    this.#ports.run().then(
      (outcome) => this.#finish(outcome),
      (error: unknown) => {
        const isStopped = this.#state.name === 'stopped';
        this.#finish({ name: 'retry', cause: 'broken', afterMs: undefined });
        if (!isStopped) this.#ports.onError(error);
      },
    );
  }

  #finish(outcome: LaneOutcome): void {
    if (this.#state.name !== 'running') return;
    switch (outcome.name) {
      case 'done':
        return this.#asked === 'no' ? this.#enter({ name: 'idle' }) : this.#begin(undefined);
      case 'again':
        return this.#begin(undefined);
      case 'retry':
        return this.#wait(outcome, this.#state.trouble);
      case 'pause':
        return this.#asked === 'hurry'
          ? this.#begin(undefined)
          : this.#enter({ name: 'paused', reason: outcome.reason });
      default:
        return unreachable(outcome);
    }
  }

  #wait(retry: Extract<LaneOutcome, { name: 'retry' }>, before: Trouble | undefined): void {
    const { scheduler, random } = this.#ports;
    const nowMs = scheduler.now();
    const trouble = {
      cause: retry.cause,
      sinceMs: before?.sinceMs ?? nowMs,
      attempt: (before?.attempt ?? 0) + 1,
    };
    if (this.#asked === 'hurry') return this.#begin(trouble);
    const { attempt } = trouble;
    const delayMs = retryDelayMs({ attempt, random, retryAfterMs: retry.afterMs });
    this.#waitUntil(nowMs + delayMs, trouble);
  }

  #waitUntil(retryAtMs: number, trouble: Trouble): void {
    const { scheduler } = this.#ports;
    this.#cancelTimer();
    this.#cancelTimer = scheduler.after(retryAtMs - scheduler.now(), () => this.#begin(trouble));
    this.#enter({ name: 'waiting', trouble, retryAtMs });
  }

  #enter(state: LaneState): void {
    this.#state = state;
    this.#ports.onState(state);
  }
}

/** The failures a lane has behind it, if it is in trouble. */
export function troubleOf(state: LaneState): Trouble | undefined {
  return state.name === 'running' || state.name === 'waiting' ? state.trouble : undefined;
}
