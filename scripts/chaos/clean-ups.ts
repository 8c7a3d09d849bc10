import { setTimeout as pause } from 'node:timers/promises';

/** What a run has put up and must take down again, also when it is ended in the middle. */
export interface CleanUps {
  /** True from the first `run` on. */
  readonly hasBegun: boolean;
  add(cleanUp: () => Promise<unknown>): void;
  /** Takes everything down at once; resolves when that is done, failed or has taken `withinMs`. Never rejects. */
  run(withinMs: number): Promise<void>;
}

/** Nothing is to be taken down yet. */
export function createCleanUps(): CleanUps {
  const cleanUps: (() => Promise<unknown>)[] = [];
  let running: Promise<void> | undefined;
  return {
    get hasBegun() {
      return running !== undefined;
    },
    add: (cleanUp) => {
      cleanUps.push(cleanUp);
    },
    run: (withinMs) => {
      running ??= Promise.race([
        Promise.allSettled(cleanUps.map(async (cleanUp) => cleanUp())),
        pause(withinMs),
      ]).then(() => undefined);
      return running;
    },
  };
}
