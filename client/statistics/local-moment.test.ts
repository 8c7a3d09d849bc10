import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { toDayNumber } from '#shared/civil-date';
import { localMoment } from './local-moment.ts';

const hourMs = 3_600_000;
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const zoneBefore = process.env['TZ'];

afterAll(() => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

describe.each(zones)('days and minutes in %s', (timeZone) => {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });

  function fromIntl(ms: number) {
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const day = toDayNumber({ year: part('year'), month: part('month'), day: part('day') });
    return { day, minute: part('hour') * 60 + part('minute') };
  }

  test('are those on the wall, also on nights when clocks change and years end', () => {
    process.env['TZ'] = timeZone;
    const anyMs = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2050, 0, 1) });
    fc.assert(
      fc.property(anyMs, (ms) => {
        expect(localMoment(ms)).toEqual(fromIntl(ms));
      }),
    );
  });

  test('go from one day to the next without gap or overlap through all of a year', () => {
    process.env['TZ'] = timeZone;
    const hoursByDay = new Map<number, number>();
    const jumps: number[] = [];
    let last = localMoment(Date.UTC(2026, 0, 1)).day;
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 3); ms += hourMs / 2) {
      const { day } = localMoment(ms);
      if (day !== last && day !== last + 1) jumps.push(ms);
      last = day;
      hoursByDay.set(day, (hoursByDay.get(day) ?? 0) + 0.5);
    }
    expect(jumps).toEqual([]);
    const whole = [...hoursByDay.values()].slice(1, -1);
    expect(Math.min(...whole)).toBeGreaterThanOrEqual(23);
    expect(Math.max(...whole)).toBeLessThanOrEqual(25);
  });
});
