import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Storage } from '#server/storage/port';
import { createSync, type Sync } from '#server/sync/create-sync';

/** The commit path as a command or a job of the server has it: one more replica that nobody is connected to. */
export function createJobSync(
  storage: Storage,
  onViewFailed: (error: unknown) => void = () => undefined,
): Sync {
  return createSync({
    storage,
    announce: () => undefined,
    now: () => Date.now(),
    newCommitId: () => randomUUID(),
    pause: (ms) => pause(ms),
    afterIo: (callback) => void setImmediate(callback),
    onViewFailed: (_workspaceId, error) => onViewFailed(error),
  });
}
