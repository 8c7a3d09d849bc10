import * as z from 'zod/mini';
import type { BookStorage } from '#client/store/device-book.ts';
import { parse } from '#shared/parse';

const memorySchema = z.object({
  firstMs: z.number(),
  askedMs: z.optional(z.number()),
  quietMs: z.optional(z.number()),
});

/**
 * What this browser remembers of its own storage, in ms since 1970: when the app was here first, when it last asked to be
 * kept, and when the person last put away the warning that there is little room.
 */
export type StorageMemory = z.infer<typeof memorySchema>;

/** The row of the browser's storage that holds it. */
export const storageMemoryKey = 'taskflow.storage';

/** What is remembered; a browser that remembers nothing begins now. */
export function readStorageMemory(storage: BookStorage, nowMs: number): StorageMemory {
  try {
    const held: unknown = JSON.parse(storage.getItem(storageMemoryKey) ?? 'null');
    const parsed = parse(memorySchema, held);
    if (parsed.ok) return parsed.value;
  } catch {
    // Something else wrote there: as if nothing were there.
  }
  return { firstMs: nowMs };
}

/** Remembers it; without room for it the app asks or warns once more. */
export function writeStorageMemory(storage: BookStorage, memory: StorageMemory): void {
  try {
    storage.setItem(storageMemoryKey, JSON.stringify(memory));
  } catch {
    // See above.
  }
}

const askedEveryMs = 30 * 24 * 60 * 60 * 1000;
const quietForMs = 24 * 60 * 60 * 1000;
/** A browser says no to a page it hardly knows, and would then not be asked for a month. */
const firstVisitMs = 30 * 60 * 1000;
const ownTasksBefore = 3;

/** Whether now is a moment to ask the browser by itself to keep the data; never twice in 30 days, nor before it matters. */
export function isMomentToAsk(of: {
  memory: StorageMemory;
  nowMs: number;
  isInstalled: boolean;
  /** Only called when all else is so. */
  countOwnTasks: () => number;
}): boolean {
  const { memory, nowMs } = of;
  if (isWithin(memory.askedMs, { nowMs, forMs: askedEveryMs })) return false;
  if (of.isInstalled) return true;
  const isFirstVisit = isWithin(memory.firstMs, { nowMs, forMs: firstVisitMs });
  return !isFirstVisit && of.countOwnTasks() >= ownTasksBefore;
}

/** Whether the person put the warning away less than a day ago. */
export function isQuiet(memory: StorageMemory, nowMs: number): boolean {
  return isWithin(memory.quietMs, { nowMs, forMs: quietForMs });
}

/** A time in the future is one of a clock that was wrong: it must not silence us for years. */
function isWithin(sinceMs: number | undefined, { nowMs, forMs }: { nowMs: number; forMs: number }) {
  return sinceMs !== undefined && sinceMs <= nowMs && nowMs - sinceMs < forMs;
}
