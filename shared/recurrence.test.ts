import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCivilDate, fromDayNumber } from '#shared/civil-date';
import { limits } from '#shared/limits';
import {
  firstOccurrence,
  nextOccurrence,
  nextOccurrences,
  parseRecurrence,
} from '#shared/recurrence';

const wall = { dueTime: '09:00', timeZone: 'Europe/Vienna' };

function dates(rule: string, dueDate: string, count = 5): string[] {
  const recurrence = { rule, basis: 'due' as const };
  return nextOccurrences({ recurrence, dueDate, ...wall, completedOn: dueDate, count });
}

function next(of: {
  rule: string;
  dueDate: string;
  completedOn: string;
  basis?: 'due' | 'completion';
}) {
  const recurrence = { rule: of.rule, basis: of.basis ?? 'due' };
  return nextOccurrence({ ...of, recurrence, ...wall })?.dueDate ?? null;
}

describe('the days of a rule', () => {
  it.each([
    ['FREQ=DAILY', '2026-12-30', '2026-12-31 2027-01-01 2027-01-02'],
    ['FREQ=DAILY;INTERVAL=3', '2028-02-27', '2028-03-01 2028-03-04 2028-03-07'],
    ['FREQ=WEEKLY', '2026-11-25', '2026-12-02 2026-12-09 2026-12-16'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-23', '2026-11-25 2026-11-30 2026-12-02'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', '2026-11-23', '2026-11-25 2026-12-07 2026-12-09'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-26', '2026-11-27 2026-11-30 2026-12-01'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU', '1997-08-05', '1997-08-17 1997-08-19'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU', '1997-08-05', '1997-08-10 1997-08-19 1997-08-24'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', '2026-11-15', '2026-12-15 2027-01-15'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-31', '2027-02-28 2027-03-31 2027-04-30'],
    ['FREQ=MONTHLY;BYDAY=3FR', '2026-11-20', '2026-12-18 2027-01-15'],
    ['FREQ=MONTHLY;BYDAY=-1MO', '2026-11-30', '2026-12-28 2027-01-25'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30', '2026-12-31 2027-01-29'],
    ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', '2026-11-13', '2027-08-13 2028-10-13'],
    ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5', '2026-01-05', '2027-01-05 2028-01-05'],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      '1996-11-05',
      '2000-11-07',
    ],
    ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '1998-05-18 1999-05-17'],
    ['FREQ=DAILY;UNTIL=20261202', '2026-11-30', '2026-12-01 2026-12-02'],
    ['FREQ=DAILY;COUNT=3', '2026-11-30', '2026-12-01 2026-12-02'],
  ])('[R8] %s from %s: %s', (rule, dueDate, expected) => {
    const wanted = expected.split(' ');
    expect(dates(rule, dueDate).slice(0, wanted.length)).toEqual(wanted);
  });

  it('[R8] a series ends with COUNT and UNTIL', () => {
    expect(dates('FREQ=DAILY;COUNT=3', '2026-11-30')).toHaveLength(2);
    expect(dates('FREQ=DAILY;UNTIL=20261202T120000Z', '2026-11-30')).toHaveLength(2);
    expect(dates('FREQ=DAILY;COUNT=1', '2026-11-30')).toEqual([]);
  });

  it('[R8] every month from the 31st is the last day of shorter months and the 31st again', () => {
    const expected = ['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'];
    expect(dates('FREQ=MONTHLY', '2027-01-31', 4)).toEqual(expected);
    expect(dates('FREQ=MONTHLY;BYMONTHDAY=31', '2027-01-31', 4)).toEqual(expected);
    expect(dates('FREQ=MONTHLY;BYMONTHDAY=30,31', '2027-01-31', 2)).toEqual([
      '2027-02-28',
      '2027-03-30',
    ]);
  });

  it('[R8] every year from 29 February is the 28th of common years and the 29th again', () => {
    expect(dates('FREQ=YEARLY', '2028-02-29', 4)).toEqual([
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });

  it('[R8] a rule that never comes round ends the series', () => {
    expect(dates('FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1MO', '2026-11-02')).toEqual([]);
    expect(dates('FREQ=DAILY;INTERVAL=7;BYDAY=MO', '2026-11-22')).toEqual([]);
  });
});

describe('nextOccurrence', () => {
  it('[R8] weeks overdue make one task, not earlier than the day of completion', () => {
    const daily = { rule: 'FREQ=DAILY', dueDate: '2026-01-01' };
    expect(next({ ...daily, completedOn: '2026-11-22' })).toBe('2026-11-22');
    const monday = { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', dueDate: '2026-11-02' };
    expect(next({ ...monday, completedOn: '2026-11-24' })).toBe('2026-11-30');
  });

  it('[R8] done early, the next one follows the due date', () => {
    const weekly = { rule: 'FREQ=WEEKLY', dueDate: '2026-11-27' };
    expect(next({ ...weekly, completedOn: '2026-11-20' })).toBe('2026-12-04');
  });

  it('[R8] counted from completion, the due date does not matter', () => {
    const of = { dueDate: '2026-11-01', completedOn: '2026-11-22', basis: 'completion' as const };
    expect(next({ ...of, rule: 'FREQ=DAILY;INTERVAL=3' })).toBe('2026-11-25');
    expect(next({ ...of, rule: 'FREQ=MONTHLY' })).toBe('2026-12-22');
    expect(next({ ...of, rule: 'FREQ=WEEKLY;BYDAY=MO' })).toBe('2026-11-23');
  });

  it('[R8] COUNT counts the occurrences that were skipped', () => {
    const series = { rule: 'FREQ=DAILY;COUNT=10', dueDate: '2026-11-01' };
    expect(next({ ...series, completedOn: '2026-11-05' })).toBe('2026-11-05');
    expect(next({ ...series, completedOn: '2026-11-11' })).toBeNull();
  });

  it('[R8] the wall time stays through the nights when clocks change', () => {
    for (const dueDate of ['2026-03-28', '2026-10-24']) {
      const recurrence = { rule: 'FREQ=DAILY', basis: 'due' as const };
      const following = nextOccurrence({ recurrence, dueDate, ...wall, completedOn: dueDate });
      expect(following).toMatchObject({
        dueDate: `${dueDate.slice(0, 8)}${dueDate.endsWith('28') ? 29 : 25}`,
        ...wall,
      });
    }
  });

  it('[R8] a rule or date that cannot be read has no next occurrence', () => {
    const completedOn = '2026-11-22';
    expect(next({ rule: 'FREQ=HOURLY', dueDate: '2026-11-22', completedOn })).toBeNull();
    expect(next({ rule: 'FREQ=DAILY', dueDate: '2026-02-30', completedOn })).toBeNull();
  });
});

const date = fc
  .integer({ min: 15_000, max: 30_000 })
  .map((day) => formatCivilDate(fromDayNumber(day)));
const rule = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 6 }),
    day: fc.constantFrom('', ';BYDAY=MO', ';BYDAY=TU,SA', ';BYMONTH=2,10'),
  })
  .map(({ freq, interval, day }) => `FREQ=${freq};INTERVAL=${interval}${day}`);

describe('laws of recurrence', () => {
  it('[R8] the next task is due after this one and not before it was completed', () => {
    fc.assert(
      fc.property(rule, date, date, (text, dueDate, completedOn) => {
        const following = next({ rule: text, dueDate, completedOn });
        if (following === null) return;
        expect(following > dueDate && following >= completedOn).toBe(true);
      }),
    );
  });

  it('[R8] skipping what is past lands where completing every one in time would have', () => {
    fc.assert(
      fc.property(rule, date, fc.nat(400), (text, dueDate, late) => {
        const chain = dates(text, dueDate, 12);
        const last = chain.at(-1);
        const completedOn = chain[late % 12];
        if (!last || !completedOn) return;
        expect(next({ rule: text, dueDate, completedOn })).toBe(completedOn);
      }),
    );
  });

  it('[R8] the rule of the next task stays readable and within its limit', () => {
    fc.assert(
      fc.property(rule, date, (text, dueDate) => {
        const recurrence = { rule: text, basis: 'due' as const };
        const following = nextOccurrence({ recurrence, dueDate, ...wall, completedOn: dueDate });
        if (following === null) return;
        expect(parseRecurrence(following.recurrence)).toEqual(following.recurrence);
        expect(following.recurrence.rule.length).toBeLessThanOrEqual(
          limits.recurrenceRuleMaxLength,
        );
      }),
    );
  });
});

describe('firstOccurrence', () => {
  it('[R8] a rule without a date begins on its first day from today', () => {
    expect(firstOccurrence({ rule: 'FREQ=DAILY;INTERVAL=3', from: '2026-11-22' })).toBe(
      '2026-11-22',
    );
    expect(firstOccurrence({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', from: '2026-11-24' })).toBe(
      '2026-11-30',
    );
    const birthday = 'FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=5';
    expect(firstOccurrence({ rule: birthday, from: '2026-11-22' })).toBe('2027-01-05');
    expect(firstOccurrence({ rule: 'nonsense', from: '2026-11-22' })).toBeNull();
  });
});
