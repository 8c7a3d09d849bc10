import { describe, expect, test } from 'vitest';
import { readDone } from './done-tasks.ts';
import { doneTowards, readGoal, writeGoal } from './goal.ts';
import { openWorkOf } from './open-work.ts';
import { dayNumberOf } from './period.ts';
import { plannedWorkOf } from './planned-work.ts';
import { doneAt, openTask } from './testing/done-on.ts';
import { utcMoment } from './testing/utc-moment.ts';

const today = dayNumberOf('2026-11-28') ?? 0;

describe('what is open', () => {
  test('is overdue before today, soon for seven days, and undated without deadline and start', () => {
    const open = [
      openTask('a', { dueDate: '2026-11-27' }),
      openTask('b', { dueDate: '2026-11-28' }),
      openTask('c', { dueDate: '2026-12-04' }),
      openTask('d', { dueDate: '2026-12-05' }),
      openTask('e', { startDate: '2026-11-01' }),
      openTask('f'),
    ];

    expect(openWorkOf(open, today)).toMatchObject({ all: 6, overdue: 1, dueSoon: 2, undated: 1 });
  });

  test('names the five that were made first, the first one first', () => {
    const open = [5, 2, 7, 1, 3, 6, 4].map((day) =>
      openTask(String(day), { createdAt: `2026-01-0${day}T09:00:00.000Z` }),
    );

    expect(openWorkOf(open, today).oldest.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('planned work', () => {
  test('is on the day of the deadline, or of the start, and today once that has come', () => {
    const { days, plannedAhead, overdue, withoutEstimate } = plannedWorkOf({
      today,
      done: [],
      open: [
        openTask('a', { dueDate: '2026-11-30', startDate: '2026-11-20', estimateMinutes: 30 }),
        openTask('b', { startDate: '2026-11-20', estimateMinutes: 15 }),
        openTask('c', { startDate: '2026-11-29', estimateMinutes: 5 }),
        openTask('d', { dueDate: '2026-11-27', estimateMinutes: 60 }),
        openTask('e', { dueDate: '2026-11-29' }),
        openTask('f', { dueDate: '2026-12-05', estimateMinutes: 99 }),
        openTask('g', { estimateMinutes: 99 }),
      ],
    });

    expect(days.map(({ planned }) => planned)).toEqual([...zeros(7), 15, 5, 30, 0, 0, 0, 0]);
    expect([plannedAhead, overdue, withoutEstimate]).toEqual([50, 60, 1]);
  });

  test('stands beside what was estimated and done on the seven days before, and today', () => {
    const tasks = [
      doneAt('2026-11-20T09:00:00.000Z', 'a', { estimateMinutes: 99 }),
      doneAt('2026-11-21T09:00:00.000Z', 'b', { estimateMinutes: 20 }),
      doneAt('2026-11-27T09:00:00.000Z', 'c', { estimateMinutes: 40 }),
      doneAt('2026-11-28T09:00:00.000Z', 'd', { estimateMinutes: 7 }),
      doneAt('2026-11-28T09:00:00.000Z', 'e'),
    ];
    const done = readDone(tasks, { today, momentOf: utcMoment });
    const { days, doneBefore } = plannedWorkOf({ today, done, open: [] });

    expect(days.map((day) => day.done)).toEqual([20, 0, 0, 0, 0, 0, 40, 7, ...zeros(6)]);
    expect(doneBefore).toBe(60);
  });
});

describe('a goal', () => {
  test('is read as it was written, and nothing else is one', () => {
    for (const goal of [
      { span: 'day', count: 5 },
      { span: 'week', count: 999 },
    ] as const) {
      expect(readGoal(writeGoal(goal))).toEqual(goal);
    }
    for (const text of [undefined, '', 'day 0', 'month 3', 'day 1000', 'day 1.5', 'day -1']) {
      expect(readGoal(text)).toBeUndefined();
    }
  });

  test('counts today, or the week that today is in as the region begins it', () => {
    // 28 November 2026 is a Saturday.
    const counts = new Map([
      [today, 2],
      [today - 1, 3],
      [today - 5, 4],
      [today - 6, 8],
    ]);

    expect(doneTowards('day', { counts, today, weekStart: 0 })).toBe(2);
    expect(doneTowards('week', { counts, today, weekStart: 0 })).toBe(9);
    expect(doneTowards('week', { counts, today, weekStart: 6 })).toBe(17);
    expect(doneTowards('week', { counts, today, weekStart: 5 })).toBe(2);
  });
});

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}
