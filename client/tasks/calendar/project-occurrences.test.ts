import { describe, expect, it } from 'vitest';
import { nextOccurrences } from '#shared/recurrence';
import type { Task } from '#shared/task';
import { pinRecurrence, projectOccurrences } from './project-occurrences.ts';

const today = '2026-11-22';
const november = { from: '2026-11-01', to: '2026-11-30' };

function recurring(rule: string, dueDate: string, basis: 'due' | 'completion' = 'due') {
  const task: Pick<Task, 'status' | 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'> = {
    status: 'todo',
    dueDate,
    dueTime: null,
    timeZone: null,
    recurrence: { rule, basis },
  };
  return task;
}

describe('the days on which a task will come back', () => {
  it('are those that completing it in time would give, within the range and after the day it is due', () => {
    const task = recurring('FREQ=DAILY;INTERVAL=3', today);
    expect(projectOccurrences({ task, today, ...november })).toEqual(['2026-11-25', '2026-11-28']);
  });

  it('far from the day it is due the same days come out as by counting all of them', () => {
    const task = recurring('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', today);
    const { recurrence, dueDate, dueTime, timeZone } = task;
    if (recurrence === null || dueDate === null) throw new Error('it recurs');
    const schedule = { recurrence, dueDate, dueTime, timeZone };
    const counted = nextOccurrences({ ...schedule, completedOn: today, count: 200 });
    const range = { from: '2027-12-01', to: '2028-01-31' };
    const inRange = counted.filter((date) => date >= range.from && date <= range.to);
    expect(inRange.length).toBeGreaterThan(5);
    expect(projectOccurrences({ task, today, ...range })).toEqual(inRange);
  });

  it('an overdue task will not come back in the past', () => {
    const task = recurring('FREQ=DAILY', '2026-11-01');
    expect(projectOccurrences({ task, today, ...november })[0]).toBe('2026-11-22');
  });

  it('a rule from completion is counted from the day it is due, or from today', () => {
    const task = recurring('FREQ=DAILY;INTERVAL=4', '2026-11-10', 'completion');
    expect(projectOccurrences({ task, today, ...november })).toEqual(['2026-11-26', '2026-11-30']);
  });

  it('COUNT ends them, a done task has none, and a rule of each day over years stays bounded', () => {
    const counted = recurring('FREQ=DAILY;COUNT=3', today);
    expect(projectOccurrences({ task: counted, today, ...november })).toHaveLength(2);
    const done = { ...recurring('FREQ=DAILY', today), status: 'done' as const };
    expect(projectOccurrences({ task: done, today, ...november })).toEqual([]);
    const endless = recurring('FREQ=DAILY', today, 'completion');
    const range = { from: '2060-01-01', to: '2060-02-01' };
    expect(projectOccurrences({ task: endless, today, ...range })).toEqual([]);
  });
});

describe('moving one occurrence', () => {
  it('the weekday and the day of the month that the rule meant are written out', () => {
    const weekly = { rule: 'FREQ=WEEKLY', basis: 'due' } as const;
    expect(pinRecurrence(weekly, '2026-11-22')?.rule).toBe('FREQ=WEEKLY;BYDAY=SU');
    const monthly = { rule: 'FREQ=MONTHLY', basis: 'due' } as const;
    expect(pinRecurrence(monthly, '2026-01-31')?.rule).toBe('FREQ=MONTHLY;BYMONTHDAY=31');
  });

  it('what says its days already, counts from completion or does not recur stays the same object', () => {
    const said = { rule: 'FREQ=WEEKLY;BYDAY=MO', basis: 'due' } as const;
    const completion = { rule: 'FREQ=WEEKLY', basis: 'completion' } as const;
    expect(pinRecurrence(said, today)).toBe(said);
    expect(pinRecurrence(completion, today)).toBe(completion);
    expect(pinRecurrence(null, today)).toBeNull();
  });
});
