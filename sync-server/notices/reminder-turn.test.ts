import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RemindedTask } from '#shared/reminder-times';
import { catchUpMs, reminderTurn } from './reminder-turn.ts';

const hourMs = 60 * 60_000;
const at = (text: string) => Date.parse(text);
const task: RemindedTask = {
  reminders: [{ minutesBefore: 60 }],
  dueDate: '2026-11-30',
  dueTime: '12:00',
  timeZone: 'Europe/Lisbon',
  status: 'todo',
  trashedAt: null,
};
const lisbon = { timeZone: 'Europe/Lisbon' };
const tokyo = { timeZone: 'Asia/Tokyo' };

test('a reminder is told once it has come, and never twice', () => {
  const before = { task, subscriptions: [lisbon], toldToMs: at('2026-11-30T08:00Z') };
  const early = reminderTurn({ ...before, nowMs: at('2026-11-30T10:59Z') });
  expect(early).toEqual({ tell: [], nextDueMs: at('2026-11-30T11:00Z') });
  const come = reminderTurn({ ...before, nowMs: at('2026-11-30T11:00Z') });
  expect(come.tell).toEqual([{ to: lisbon, atMs: at('2026-11-30T11:00Z') }]);
  const after = reminderTurn({
    ...before,
    toldToMs: at('2026-11-30T11:00Z'),
    nowMs: at('2026-11-30T11:01Z'),
  });
  expect(after).toEqual({ tell: [], nextDueMs: undefined });
});

test('a day without a time begins where each browser is, and is looked at until it has begun everywhere', () => {
  const day = { ...task, dueTime: null, timeZone: null, reminders: [{ minutesBefore: 0 }] };
  const subscriptions = [lisbon, tokyo];
  const first = reminderTurn({
    task: day,
    subscriptions,
    toldToMs: 0,
    nowMs: at('2026-11-30T00:00Z'),
  });
  expect(first.tell).toEqual([{ to: tokyo, atMs: at('2026-11-30T00:00Z') }]);
  expect(first.nextDueMs).toBe(at('2026-11-30T09:00Z'));
  const second = reminderTurn({
    task: day,
    subscriptions,
    toldToMs: at('2026-11-30T00:00Z'),
    nowMs: at('2026-11-30T09:00Z'),
  });
  expect(second.tell).toEqual([{ to: lisbon, atMs: at('2026-11-30T09:00Z') }]);
  expect(second.nextDueMs).toBe(at('2026-11-30T21:00Z'));
});

test('what was missed for long is not made up for, and closed tasks are told of no more', () => {
  const nowMs = at('2026-11-30T11:00Z') + catchUpMs + 1;
  expect(reminderTurn({ task, subscriptions: [lisbon], toldToMs: 0, nowMs }).tell).toEqual([]);
  const done = { ...task, status: 'done' } as const;
  const turn = reminderTurn({
    task: done,
    subscriptions: [lisbon],
    toldToMs: 0,
    nowMs: at('2026-11-30T11:00Z'),
  });
  expect(turn).toEqual({ tell: [], nextDueMs: undefined });
});

test('whenever it is looked at, each browser is told of each time once, at its time or later, and in order', () => {
  const zone = fc.constantFrom(
    'Europe/Lisbon',
    'Asia/Tokyo',
    'America/Los_Angeles',
    'Pacific/Kiritimati',
  );
  const reminder = fc.oneof(
    fc.record({ minutesBefore: fc.integer({ min: 0, max: 3_000 }) }),
    fc.record({
      at: fc
        .integer({ min: 0, max: 71 })
        .map((hour) => new Date(at('2026-11-29T00:00Z') + hour * hourMs).toISOString()),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(reminder, { maxLength: 4 }),
      fc.boolean(),
      fc.uniqueArray(zone, { minLength: 1 }),
      fc.array(fc.integer({ min: 1, max: 10 * 60 }), { maxLength: 30 }),
      (reminders, isTimed, zones, waits) => {
        const reminded = {
          ...task,
          reminders,
          ...(isTimed ? {} : { dueTime: null, timeZone: null }),
        };
        const subscriptions = zones.map((timeZone) => ({ timeZone }));
        const told: string[] = [];
        let [nowMs, toldToMs] = [at('2026-11-28T00:00Z'), at('2026-11-28T00:00Z')];
        for (const minutes of waits) {
          nowMs += minutes * 60_000;
          const turn = reminderTurn({ task: reminded, subscriptions, toldToMs, nowMs });
          for (const { to, atMs } of turn.tell) {
            expect(atMs).toBeLessThanOrEqual(nowMs);
            expect(atMs).toBeGreaterThan(toldToMs);
            told.push(`${to.timeZone} ${atMs}`);
          }
          if (turn.nextDueMs !== undefined) expect(turn.nextDueMs).toBeGreaterThan(nowMs);
          toldToMs = nowMs;
        }
        expect(new Set(told).size).toBe(told.length);
      },
    ),
  );
});
