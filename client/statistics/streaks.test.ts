import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streaksOf } from './streaks.ts';

const today = 20_000;
const someDays = fc.array(fc.integer({ min: today - 40, max: today }), { maxLength: 60 });

describe('days in a row', () => {
  test('are counted back from today, or from yesterday while today is not over', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const held = new Set(days);
        let day = held.has(today) ? today : today - 1;
        let expected = 0;
        for (; held.has(day); day -= 1) expected += 1;
        expect(streaksOf(days, today).current).toBe(expected);
      }),
    );
  });

  test('never outnumber the longest ones, whatever the order and however often a day is named', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const streaks = streaksOf(days, today);
        expect(streaks.current).toBeLessThanOrEqual(streaks.longest);
        expect(streaks.longest).toBeLessThanOrEqual(new Set(days).size);
        expect(streaksOf([...days, ...days].reverse(), today)).toEqual(streaks);
      }),
    );
  });

  test('grow by one with the first task of today, and by nothing with the second', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const before = days.filter((day) => day !== today);
        const { current } = streaksOf(before, today);
        expect(streaksOf([...before, today], today).current).toBe(current + 1);
        expect(streaksOf([...before, today, today], today).current).toBe(current + 1);
      }),
    );
  });

  test('end when a whole day went by without a task', () => {
    expect(streaksOf([today - 4, today - 3, today - 2], today)).toEqual({ current: 0, longest: 3 });
    expect(streaksOf([today - 3, today - 2, today - 1], today)).toEqual({ current: 3, longest: 3 });
    expect(streaksOf([], today)).toEqual({ current: 0, longest: 0 });
  });
});
