import * as z from 'zod/mini';
import { parse } from '#shared/parse';

const memorySchema = z.object({
  visits: z.int(),
  lastSeenMs: z.number(),
  isPutAway: z.boolean(),
});

/** What this device remembers of the offer to install the app. */
export type InstallMemory = z.infer<typeof memorySchema>;

/** A part of `localStorage`. */
export type InstallStorage = Pick<Storage, 'getItem' | 'setItem'>;

const key = 'taskflow.install';
const none: InstallMemory = { visits: 0, lastSeenMs: 0, isPutAway: false };
/** Whoever comes back sooner has not been away. */
const newVisitAfterMs = 30 * 60_000;
const visitsBefore = 2;
const tasksBefore = 5;

/** Counts a visit, if the last one is over, and gives what is remembered with it. Storage that is closed remembers nothing. */
export function noteVisit(storage: InstallStorage, nowMs: number): InstallMemory {
  const held = read(storage);
  // A clock that was set back must not stop the counting for as long.
  const isNew = Math.abs(nowMs - held.lastSeenMs) > newVisitAfterMs;
  return write(storage, { ...held, visits: held.visits + (isNew ? 1 : 0), lastSeenMs: nowMs });
}

/** Remembers that the offer was put away: it is made once, and stays in the settings. */
export function putOfferAway(storage: InstallStorage): void {
  write(storage, { ...read(storage), isPutAway: true });
}

/** Whether the offer is made by itself: to who came back and has tasks of their own, never at a first visit. */
export function isOfferDue({ visits, isPutAway }: InstallMemory, ownTasks: number): boolean {
  return !isPutAway && visits >= visitsBefore && ownTasks >= tasksBefore;
}

function read(storage: InstallStorage): InstallMemory {
  try {
    const parsed = parse(memorySchema, JSON.parse(storage.getItem(key) ?? 'null'));
    return parsed.ok ? parsed.value : none;
  } catch {
    return none;
  }
}

function write(storage: InstallStorage, memory: InstallMemory): InstallMemory {
  try {
    storage.setItem(key, JSON.stringify(memory));
  } catch {
    // Without room the offer is made later, or once more.
  }
  return memory;
}
