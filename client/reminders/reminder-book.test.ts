import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closeReminders,
  type DueReminder,
  newReminderBook,
  nextTurnMs,
  type ReminderBook,
  reminderKey,
  turnPage,
} from './reminder-book.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 22, 9);
const rent: DueReminder = { taskId: 'rent', atMs: start + 10 * minute };
const cat: DueReminder = { taskId: 'cat', atMs: start + 20 * minute };

function turn(book: ReminderBook, nowMs: number, times: readonly DueReminder[] = [rent, cat]) {
  return turnPage(book, { times, nowMs });
}

describe('reminders of a device', () => {
  it('come once, at their time', () => {
    let book = turn(newReminderBook(start), start + 9 * minute);
    expect(book.open).toEqual([]);
    book = turn(book, rent.atMs);
    expect(book.open).toEqual([{ ...rent, isLate: false }]);
    book = closeReminders(book, [rent]);
    expect(turn(book, rent.atMs + minute).open).toEqual([]);
  });

  it('missed while asleep are made up for together, and said to be late', () => {
    const book = turn(newReminderBook(start), start + 60 * minute);
    expect(book.open.map(({ isLate }) => isLate)).toEqual([true, true]);
  });

  it('of before the first visit, and those a week old, are not made up for', () => {
    expect(turn(newReminderBook(cat.atMs), cat.atMs + minute).open).toEqual([]);
    const week = 7 * 24 * 60 * minute;
    expect(turn(newReminderBook(start), start + week + 15 * minute).open).toEqual([
      { ...cat, isLate: true },
    ]);
  });

  it('go when the task is done, trashed or moved, and come again at the new time', () => {
    let book = turn(newReminderBook(start), rent.atMs);
    const moved = { ...rent, atMs: rent.atMs + 5 * minute };
    book = turn(book, rent.atMs, [moved]);
    expect(book.open).toEqual([]);
    book = turn(book, moved.atMs, [moved]);
    expect(book.open).toHaveLength(1);
    expect(turn(book, moved.atMs, []).open).toEqual([]);
  });

  it('are shown once however the clock is set, and whatever of them is answered', () => {
    const times = fc.array(
      fc.record({ taskId: fc.constantFrom('a', 'b', 'c'), atMs: fc.integer({ min: 1, max: 500 }) }),
      { maxLength: 8 },
    );
    const clock = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(times, clock, fc.nat(600), (all, moments, sinceMs) => {
        const unique = [...new Map(all.map((time) => [reminderKey(time), time])).values()];
        let book = newReminderBook(sinceMs);
        const opened: string[] = [];
        for (const [index, nowMs] of moments.entries()) {
          const before = new Set(book.open.map(reminderKey));
          book = turnPage(book, { times: unique, nowMs });
          const fresh = book.open.filter((reminder) => !before.has(reminderKey(reminder)));
          opened.push(...fresh.map(reminderKey));
          expect(fresh.every(({ atMs }) => atMs <= nowMs)).toBe(true);
          if (index % 3 === 0) book = closeReminders(book, book.open.slice(0, 1));
        }
        expect(new Set(opened).size).toBe(opened.length);
      }),
    );
  });

  it('are waited for until the next one, but never longer than asked', () => {
    const atMostMs = 20_000;
    expect(nextTurnMs([rent], { nowMs: rent.atMs - 5_000, atMostMs })).toBe(5_000);
    expect(nextTurnMs([rent], { nowMs: start, atMostMs })).toBe(atMostMs);
    expect(nextTurnMs([rent], { nowMs: rent.atMs, atMostMs })).toBe(atMostMs);
  });
});
