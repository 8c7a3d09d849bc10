import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../due-date.ts';
import { addMonths, weekOf, weeksOfMonth } from './month-grid.ts';

const monday = 0;
const sunday = 6;

describe('the days of a calendar', () => {
  it('a week goes over the end of a year', () => {
    expect(weekOf('2027-01-01', monday)).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
  });

  it('February has four weeks when it fits, a long month up to six', () => {
    expect(weeksOfMonth('2027-02-14', monday)).toHaveLength(4);
    expect(weeksOfMonth('2026-11-22', monday)).toHaveLength(6);
    expect(weeksOfMonth('2026-11-22', sunday)).toHaveLength(5);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
  ])('%s and %i months is %s', (date, months, moved) => {
    expect(addMonths(date, months)).toBe(moved);
  });

  it('the weeks of a month hold every day of it once, one after the other, also when clocks change', () => {
    const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 6 }), (day, weekStart) => {
        const weeks = weeksOfMonth(day, weekStart);
        const days = weeks.flat();
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(days).toEqual(days.map((_, at) => addDays(days[0] ?? '', at)));
        const month = day.slice(0, 7);
        expect(days.filter((one) => one.startsWith(month)).length).toBeGreaterThanOrEqual(28);
        expect(weeks.every((week) => week.some((one) => one.startsWith(month)))).toBe(true);
        expect(days).toContain(day);
      }),
    );
  });
});
