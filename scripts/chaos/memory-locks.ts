import type { LockPort } from '#client/sync/leader.ts';

/** The Web Locks of one device as one of its tabs sees them. */
export interface TabLocks extends LockPort {
  /** The form without options: waits for its turn and gives what the work gave. */
  turn<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** The tab is gone: what it holds is passed on, what it waits for is forgotten. */
  releaseAll(): void;
}

interface LockRequest {
  tab: symbol;
  run: () => Promise<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** Makes the locks of one device; each call gives them to one more tab. Passed on in order of asking, and stealable. */
export function createMemoryLocks(): () => TabLocks {
  const locks = new Map<string, NamedLock>();
  const named = (name: string): NamedLock => {
    const lock = locks.get(name) ?? new NamedLock();
    locks.set(name, lock);
    return lock;
  };
  return () => {
    const tab = Symbol('tab');
    return {
      request: (name, options, run) =>
        named(name).request({
          tab,
          run,
          signal: 'signal' in options ? options.signal : undefined,
          steals: 'steal' in options,
        }),
      turn: async <T>(name: string, run: () => Promise<T>) => {
        const results: T[] = [];
        const work = async () => void results.push(await run());
        await named(name).request({ tab, run: work, signal: undefined, steals: false });
        const [result] = results;
        if (result === undefined) throw new Error('the lock was taken away');
        return result;
      },
      releaseAll() {
        for (const lock of locks.values()) lock.release(tab);
      },
    };
  };
}

class NamedLock {
  #holder: LockRequest | undefined;
  #waiting: LockRequest[] = [];

  request(asked: {
    tab: symbol;
    run: () => Promise<unknown>;
    signal: AbortSignal | undefined;
    steals: boolean;
  }): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request = { ...asked, resolve, reject };
      asked.signal?.addEventListener('abort', () => this.#giveUp(request));
      if (asked.steals) return this.#steal(request);
      this.#waiting.push(request);
      return this.#next();
    });
  }

  release(tab: symbol): void {
    this.#waiting = this.#waiting.filter((request) => request.tab !== tab);
    if (this.#holder?.tab === tab) this.#holder = undefined;
    this.#next();
  }

  #steal(request: LockRequest): void {
    const robbed = this.#holder;
    this.#hold(request);
    robbed?.reject(new DOMException('The lock was stolen', 'AbortError'));
  }

  #giveUp(request: LockRequest): void {
    if (!this.#waiting.includes(request)) return;
    this.#waiting = this.#waiting.filter((other) => other !== request);
    request.reject(new DOMException('The request was aborted', 'AbortError'));
  }

  #next(): void {
    if (this.#holder !== undefined) return;
    const next = this.#waiting.shift();
    if (next !== undefined) this.#hold(next);
  }

  #hold(request: LockRequest): void {
    this.#holder = request;
    queueMicrotask(() => {
      // The tab may have died in the turn between.
      if (this.#holder !== request) return;
      const end = () => {
        if (this.#holder !== request) return;
        this.#holder = undefined;
        this.#next();
      };
      request.run().then(request.resolve, request.reject).finally(end);
    });
  }
}
