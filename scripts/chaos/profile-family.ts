import { setTimeout as pause } from 'node:timers/promises';

const apartMs = 20;
const askAgainMs = 5;

/** A profile and its copies: only one of them writes at a time. */
export interface ProfileFamily {
  write<T>(device: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Keeps a profile and its copies from writing in one millisecond. Two batches would then bear one name, which is a known
 * limit of the product (docs/correctness.md). Machines apart hardly ever meet it; devices that one event loop wakes do,
 * and every rule goes by these names.
 */
export function createProfileFamily(): ProfileFamily {
  let writer = '';
  let writing = 0;
  let endedMs = 0;
  const isFree = (device: string) =>
    writer === device || (writing === 0 && Date.now() - endedMs > apartMs);
  return {
    async write(device, work) {
      while (!isFree(device)) await pause(askAgainMs);
      writer = device;
      writing += 1;
      try {
        return await work();
      } finally {
        writing -= 1;
        endedMs = Date.now();
      }
    },
  };
}
