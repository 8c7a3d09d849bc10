import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import { newReminderBook, type ReminderBook } from './reminder-book.ts';

/** Where a device keeps what it has shown. */
export type BookStorage = Pick<Storage, 'getItem' | 'setItem'>;

const time = { taskId: z.string(), atMs: z.number() };
const bookSchema = z.object({
  sinceMs: z.number(),
  shown: z.array(z.string()),
  open: z.array(z.object({ ...time, isLate: z.boolean() })),
});

/** The row of one person on this device; sign-out removes it. */
export function bookKey(userId: string): string {
  return `taskflow.reminders.${userId}`;
}

/** The book of one person; a new one where there is none or it cannot be read. */
export function readBook(
  storage: BookStorage,
  of: { userId: string; nowMs: number },
): ReminderBook {
  const text = storage.getItem(bookKey(of.userId));
  if (text === null) return newReminderBook(of.nowMs);
  try {
    const parsed = parse(bookSchema, JSON.parse(text));
    return parsed.ok ? parsed.value : newReminderBook(of.nowMs);
  } catch {
    return newReminderBook(of.nowMs);
  }
}

/** Keeps the book; false where the storage is full: what is shown then may be shown again after a reload. */
export function writeBook(storage: BookStorage, userId: string, book: ReminderBook): boolean {
  try {
    storage.setItem(bookKey(userId), JSON.stringify(book));
    return true;
  } catch {
    return false;
  }
}
