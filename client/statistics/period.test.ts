import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDayNumber, toDayNumber, weekdayOf } from '#shared/civil-date';
import { dateOfDay, dayNumberOf, isWithin, periodNames, periodOf, startOfWeek } from './period.ts';

/** 1950 to 2090: year ends, leap years, and 1900 and 2100 just outside. */
const anyDay = fc.integer({ min: -7_300, max: 43_900 });
const anyWeekStart = fc.integer({ min: 0, max: 6 });
const anyPeriod = fc
  .tuple(fc.constantFrom(...periodNames), anyDay, anyWeekStart)
  .map(([name, today, weekStart]) => ({
    today,
    weekStart,
    period: periodOf(name, { today, weekStart }),
  }));

describe('periods', () => {
  test('their buckets follow each other without gap or overlap, and today is in the last one', () => {
    fc.assert(
      fc.property(anyPeriod, ({ period, today }) => {
        const { buckets, days } = period;
        expect(buckets[0]?.from).toBe(days.from);
        expect(buckets.at(-1)?.to).toBe(days.to);
        for (const [at, { from, to }] of buckets.entries()) {
          expect(to).toBeGreaterThan(from);
          if (at > 0) expect(from).toBe(buckets[at - 1]?.to);
        }
        expect(buckets.filter((range) => isWithin(today, range))).toEqual([buckets.at(-1)]);
      }),
    );
  });

  test('weeks begin on the day of the region, months on their first', () => {
    fc.assert(
      fc.property(anyDay, anyWeekStart, (today, weekStart) => {
        const weeks = periodOf('weeks12', { today, weekStart }).buckets;
        expect(weeks).toHaveLength(12);
        for (const { from, to } of weeks)
          expect([weekdayOf(from), to - from]).toEqual([weekStart, 7]);
        const months = periodOf('months12', { today, weekStart }).buckets;
        expect(months).toHaveLength(12);
        for (const { from, to } of months) {
          expect([fromDayNumber(from).day, fromDayNumber(to).day]).toEqual([1, 1]);
          expect(to - from).toBeGreaterThanOrEqual(28);
          expect(to - from).toBeLessThanOrEqual(31);
        }
      }),
    );
  });

  test('what they are compared with lies before them and reaches as far into its last part as today does', () => {
    fc.assert(
      fc.property(anyPeriod, ({ period, today }) => {
        const { before, days, unit } = period;
        expect(before.to).toBeLessThanOrEqual(days.from);
        const soFar = today + 1 - days.from;
        // A leap day makes a year a day longer than the one before.
        const slack = unit === 'month' ? 1 : 0;
        expect(Math.abs(before.to - before.from - soFar)).toBeLessThanOrEqual(slack);
      }),
    );
  });

  test.each([
    ['days7', '2026-11-28', '2026-11-22', '2026-11-15 2026-11-22'],
    ['days30', '2027-01-05', '2026-12-07', '2026-11-07 2026-12-07'],
    ['weeks12', '2027-01-01', '2026-10-12', '2026-07-20 2026-10-10'],
    ['months12', '2024-02-29', '2023-03-01', '2022-03-01 2023-03-01'],
  ] as const)('%s up to %s begin on %s', (name, today, from, before) => {
    const period = periodOf(name, { today: dayNumberOf(today) ?? 0, weekStart: 0 });

    expect(dateOfDay(period.days.from)).toBe(from);
    expect(`${dateOfDay(period.before.from)} ${dateOfDay(period.before.to)}`).toBe(before);
  });

  test('a week that begins on Saturday holds the Friday after', () => {
    const friday = toDayNumber({ year: 2026, month: 11, day: 27 });

    expect(dateOfDay(startOfWeek(friday, 5))).toBe('2026-11-21');
    expect(dateOfDay(startOfWeek(friday + 1, 5))).toBe('2026-11-28');
  });
});
