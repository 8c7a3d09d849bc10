import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import { type DatabaseOwner, guestUserId } from './database-names.ts';

const seenSchema = z.object({
  workspaceId: z.string(),
  madeAs: z.string(),
  seenMs: z.number(),
  waiting: z.number(),
});

const lossSchema = z.object({
  userId: z.string(),
  what: z.enum(['tasks', 'sign-in', 'both']),
  isGuest: z.boolean(),
  seenMs: z.number(),
  waiting: z.number(),
});

const bookSchema = z.object({
  seen: z.record(z.string(), seenSchema),
  openFor: z.string(),
  loss: z.optional(lossSchema),
});

/**
 * The home database of a person as it was last seen: which one (`madeAs`, see `AppStore.madeAs`), when (ms since 1970 by the
 * clock of the device), and how many changes only this device had.
 */
export type SeenDatabase = z.infer<typeof seenSchema>;

/** What the browser took away: the tasks, who was signed in, or both. It is kept until the person has put it away. */
export type Loss = z.infer<typeof lossSchema>;

/**
 * What this device had, kept outside of the databases that a browser may clear: the database of each person by their id, and
 * whose was open last (the guest's after a sign-out). Whatever the app deletes itself is taken out before, so that nobody is told of a loss that is none.
 */
export type DeviceBook = z.infer<typeof bookSchema>;

/** The home database of who is here now. */
export interface HomeDatabase extends DatabaseOwner {
  madeAs: string;
}

/** A part of `localStorage`. */
export type BookStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The row of the browser's storage that holds the book. */
export const deviceBookKey = 'taskflow.device';

/** The book, or undefined where there is none: then this storage was cleared too, or never had one. */
export function readDeviceBook(storage: BookStorage): DeviceBook | undefined {
  return parseDeviceBook(storage.getItem(deviceBookKey));
}

/** A book from its text, which is parsed like any input. */
export function parseDeviceBook(text: string | null): DeviceBook | undefined {
  if (text === null) return undefined;
  try {
    const parsed = parse(bookSchema, JSON.parse(text));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the book. Where there is no room for it, the one before stays. */
export function writeDeviceBook(storage: BookStorage, book: DeviceBook): void {
  try {
    storage.setItem(deviceBookKey, JSON.stringify(book));
  } catch {
    // It then says less, and nothing that is wrong.
  }
}

/** To be called before the app itself deletes the databases of a person, who leaves with that if they were here. */
export function forgetSeenDatabase(storage: BookStorage, userId: string): void {
  const book = readDeviceBook(storage);
  if (book === undefined) return;
  const { [userId]: _gone, ...seen } = book.seen;
  const { loss, ...rest } = left(book, userId);
  writeDeviceBook(storage, { ...rest, seen, ...(loss?.userId === userId ? {} : { loss }) });
}

/** To be called before a person signs out whose databases stay: nobody has forgotten them. */
export function leaveSeenDatabase(storage: BookStorage, userId: string): void {
  const book = readDeviceBook(storage);
  if (book !== undefined) writeDeviceBook(storage, left(book, userId));
}

function left(book: DeviceBook, userId: string): DeviceBook {
  return book.openFor === userId ? { ...book, openFor: guestUserId } : book;
}
