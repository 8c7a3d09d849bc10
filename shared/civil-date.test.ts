import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCivilDate,
  fromDayNumber,
  isCivilDate,
  parseCivilDate,
  toDayNumber,
  weekdayOf,
} from '#shared/civil-date';

const dayNumber = fc.integer({ min: -719_000, max: 2_900_000 });

describe('civil dates', () => {
  it('[R8] day numbers and dates are the same days, there and back', () => {
    fc.assert(
      fc.property(dayNumber, (day) => {
        const date = fromDayNumber(day);
        expect(isCivilDate(date)).toBe(true);
        expect(toDayNumber(date)).toBe(day);
        expect(parseCivilDate(formatCivilDate(date))).toEqual(date);
      }),
    );
  });

  it('[R8] the next day number is the next weekday', () => {
    expect(weekdayOf(toDayNumber({ year: 2026, month: 11, day: 23 }))).toBe(0);
    fc.assert(
      fc.property(dayNumber, (day) => {
        expect(weekdayOf(day + 1)).toBe((weekdayOf(day) + 1) % 7);
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '', 'today'])(
    '[R8] %j is no day',
    (text) => {
      expect(parseCivilDate(text)).toBeUndefined();
    },
  );
});
