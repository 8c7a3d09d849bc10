import type { Change } from '#shared/push-message';
import { NotSavedError } from './not-saved-error.ts';

/** Names of errors that pass once there is room, or the browser has time; any other write would fail for ever. */
const passing: ReadonlySet<string> = new Set([
  'QuotaExceededError',
  'AbortError',
  'UnknownError',
  'TimeoutError',
]);

/**
 * What a person did and no disk has yet, in the order in which they did it. Every later write goes behind: an older text must
 * not come to the disk after a newer one, where it would win.
 */
export class UnsavedWrites {
  /** Called when all of it has come to the disk. */
  onSaved: () => void = () => undefined;
  readonly #inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  #waiting: { run: () => Promise<unknown>; changes: readonly Change[] }[] = [];

  /** `inTurn` runs one piece of work after the other. */
  constructor(inTurn: <T>(work: () => Promise<T>) => Promise<T>) {
    this.#inTurn = inTurn;
  }

  get count(): number {
    return this.#waiting.length;
  }

  /** What the waiting actions would change, in their order; of an undo or a move between workspaces nothing. */
  get changes(): Change[] {
    return this.#waiting.flatMap(({ changes }) => changes);
  }

  /**
   * Writes what waits, then this; to be called in turn. Rejects with NotSavedError, and keeps what may still be saved.
   * `changes`: what an export takes along meanwhile.
   */
  async write<T>(run: () => Promise<T>, changes: readonly Change[] = []): Promise<T> {
    try {
      await this.#flush();
      return await run();
    } catch (error) {
      if (!isPassing(error)) throw new NotSavedError(error);
      this.#waiting.push({ run, changes });
      throw new NotSavedError(error, this);
    }
  }

  /** The same for whoever goes on by itself after a failure: nothing is kept. */
  async tryWrite<T>(run: () => Promise<T>): Promise<T> {
    try {
      await this.#flush();
      return await run();
    } catch (error) {
      throw new NotSavedError(error);
    }
  }

  /** Tries again to write all that waits, in its order; rejects with NotSavedError as soon as one fails. */
  retry(): Promise<void> {
    return this.#inTurn(() => this.#flush()).catch((error: unknown) => {
      throw new NotSavedError(error, this);
    });
  }

  /** Lets go of all that waits; only on the person's own word. */
  discard(): void {
    this.#waiting = [];
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      await next.run();
      this.#waiting.shift();
    }
    this.onSaved();
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && passing.has(error.name);
}
