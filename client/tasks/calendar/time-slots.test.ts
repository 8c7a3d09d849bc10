import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf, placeInLanes, timeAt, toTimedItem } from './time-slots.ts';

describe('the time grid', () => {
  it('an estimate is a height; without one half an hour is shown, and nothing goes past midnight', () => {
    const item = (dueTime: string, estimateMinutes: number | null) =>
      toTimedItem({ id: 'a', dueTime, estimateMinutes });
    expect(item('09:30', 90)).toEqual({ id: 'a', startMinute: 570, endMinute: 660 });
    expect(item('09:30', null)).toEqual({ id: 'a', startMinute: 570, endMinute: 600 });
    expect(item('23:50', 90)).toEqual({ id: 'a', startMinute: 1410, endMinute: 1440 });
  });

  it('a height is a time of fifteen minutes, and always one of this day', () => {
    expect(timeAt(48 * 9.3, 48)).toBe('09:15');
    expect(timeAt(-20, 48)).toBe('00:00');
    expect(timeAt(48 * 30, 48)).toBe('23:45');
  });

  it('what overlaps stands side by side, what does not has the whole width', () => {
    const item = (id: string, start: string, end: string) => {
      return { id, startMinute: minutesOf(start), endMinute: minutesOf(end) };
    };
    const placed = placeInLanes([
      item('long', '09:00', '11:00'),
      item('first', '09:00', '09:30'),
      item('second', '09:30', '10:00'),
      item('alone', '11:00', '11:30'),
    ]);
    expect(placed.map(({ id, lane, lanes }) => [id, lane, lanes])).toEqual([
      ['long', 0, 2],
      ['first', 1, 2],
      ['second', 1, 2],
      ['alone', 0, 1],
    ]);
  });

  it('no two items in one lane ever overlap, and every lane is one there is', () => {
    const item = fc
      .record({
        id: fc.uuid(),
        startMinute: fc.integer({ min: 0, max: 1410 }),
        length: fc.integer({ min: 30, max: 300 }),
      })
      .map(({ id, startMinute, length }) => ({
        id,
        startMinute,
        endMinute: Math.min(1440, startMinute + length),
      }));
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const placed = placeInLanes(items);
        expect(placed).toHaveLength(items.length);
        for (const [at, a] of placed.entries()) {
          expect(a.lane).toBeLessThan(a.lanes);
          for (const b of placed.slice(at + 1)) {
            const isOverlapping = a.startMinute < b.endMinute && b.startMinute < a.endMinute;
            expect(isOverlapping && a.lane === b.lane).toBe(false);
            if (isOverlapping) expect(a.lanes).toBe(b.lanes);
          }
        }
      }),
    );
  });
});
