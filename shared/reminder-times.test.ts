import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RemindedTask, reminderTimes } from './reminder-times.ts';
import { instantOfWallTime } from './wall-time.ts';

const lisbon = 'Europe/Lisbon';

function task(of: Partial<RemindedTask>): RemindedTask {
  return {
    reminders: [{ minutesBefore: 0 }],
    dueDate: '2026-12-04',
    dueTime: '09:30',
    timeZone: lisbon,
    status: 'todo',
    trashedAt: null,
    ...of,
  };
}

function times(of: Partial<RemindedTask>, zone = lisbon): string[] {
  return reminderTimes(task(of), zone).map(({ atMs }) => new Date(atMs).toISOString());
}

describe('the instant of a wall time', () => {
  it.each([
    ['2026-12-04', '09:30', 'Europe/Lisbon', '2026-12-04T09:30:00.000Z'],
    ['2026-07-04', '09:30', 'Europe/Lisbon', '2026-07-04T08:30:00.000Z'],
    ['2026-07-04', '09:30', 'Asia/Kathmandu', '2026-07-04T03:45:00.000Z'],
    ['2026-07-04', '00:15', 'Pacific/Kiritimati', '2026-07-03T10:15:00.000Z'],
    // Clocks go forward at 01:00 UTC: 02:30 in Berlin does not exist and is 03:30.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    // Clocks go back: 02:30 comes twice, the first one counts.
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-04-05', '02:00', 'Australia/Lord_Howe', '2026-04-04T15:30:00.000Z'],
    ['2026-07-04', '09:30', 'Mars/Olympus', '2026-07-04T09:30:00.000Z'],
  ])('%s %s in %s is %s', (date, time, timeZone, expected) => {
    const instant = instantOfWallTime({ date, time, timeZone });
    expect(new Date(instant ?? 0).toISOString()).toBe(expected);
  });

  it('is read back from the clocks of its zone, on every day of a year but the nights clocks are changed', () => {
    const zones = ['Europe/Lisbon', 'America/St_Johns', 'Asia/Tokyo', 'Australia/Sydney'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 }),
        fc.integer({ min: 4 * 60, max: 24 * 60 - 1 }),
        fc.constantFrom(...zones),
        (day, minute, timeZone) => {
          const pad = (value: number) => String(value).padStart(2, '0');
          const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
          const time = `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
          const instant = instantOfWallTime({ date, time, timeZone });
          const shown = new Intl.DateTimeFormat('sv-SE', {
            timeZone,
            dateStyle: 'short',
            timeStyle: 'short',
          }).format(instant);
          expect(shown).toBe(`${date} ${time}`);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the reminders of a task', () => {
  it('count back from the due time in the zone of the task, wherever the device is', () => {
    const reminders = [{ minutesBefore: 0 }, { minutesBefore: 24 * 60 }];
    const expected = ['2026-12-03T09:30:00.000Z', '2026-12-04T09:30:00.000Z'];
    expect(times({ reminders })).toEqual(expected);
    expect(times({ reminders }, 'America/New_York')).toEqual(expected);
  });

  it('of a day without a time count from nine in the morning where the device is', () => {
    const noTime = { dueTime: null, timeZone: null };
    expect(times(noTime, 'America/New_York')).toEqual(['2026-12-04T14:00:00.000Z']);
    expect(times(noTime, 'Asia/Tokyo')).toEqual(['2026-12-04T00:00:00.000Z']);
  });

  it('at an instant need no date, those before one do', () => {
    const at = '2026-12-01T08:00:00.000Z';
    const none = { dueDate: null, dueTime: null, timeZone: null };
    expect(times({ ...none, reminders: [{ at }, { minutesBefore: 10 }] })).toEqual([at]);
  });

  it('move with the date', () => {
    expect(times({ dueDate: '2026-12-05' })).toEqual(['2026-12-05T09:30:00.000Z']);
  });

  it('that mean the same moment are one', () => {
    const reminders = [{ minutesBefore: 30 }, { at: '2026-12-04T09:00:00.000Z' }];
    expect(times({ reminders })).toHaveLength(1);
  });

  it.each([
    { status: 'done' as const },
    { status: 'cancelled' as const },
    { trashedAt: '2026-12-01T00:00:00.000Z' },
  ])('do not come once it is %j', (of) => {
    expect(times(of)).toEqual([]);
  });
});
