import { ApiError } from '#shared/api-error';

/** Runs tasks, a few at a time. */
export interface BoundedGate {
  /** Runs `task` when its turn has come; throws ApiError `busy` at once if the queue is full. */
  run<T>(task: () => Promise<T>): Promise<T>;
}

/**
 * At most `parallel` tasks run and at most `waiting` wait. Hashing passwords takes a core for a tenth of a second:
 * without a gate a wave of logins would stop every push, and without a bound it would fill the memory.
 */
export function createBoundedGate(size: { parallel: number; waiting: number }): BoundedGate {
  const turns: (() => void)[] = [];
  let running = 0;

  async function run<T>(task: () => Promise<T>): Promise<T> {
    if (running < size.parallel) running += 1;
    else await myTurn();
    try {
      return await task();
    } finally {
      passOn();
    }
  }

  function myTurn(): Promise<void> {
    if (turns.length >= size.waiting) throw new ApiError('busy', { retryAfterSeconds: 2 });
    return new Promise((resolve) => turns.push(resolve));
  }

  /** The place goes to the next in line directly, so that nobody who comes just now slips in between. */
  function passOn(): void {
    const next = turns.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return { run };
}
