import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Task } from '#shared/task';
import { readDone } from './done-tasks.ts';
import { dayNumberOf } from './period.ts';
import { doneAt } from './testing/done-on.ts';
import { utcMoment } from './testing/utc-moment.ts';
import { medianOf, timelinessOf } from './timeliness.ts';

function timelinessAt(completedAt: string, fields: Partial<Task>) {
  const today = dayNumberOf('2026-12-31') ?? 0;
  return timelinessOf(
    readDone([doneAt(completedAt, 'a', fields)], { today, momentOf: utcMoment }),
    'UTC',
  );
}

const onTime = { onTime: 1, late: 0 };
const late = { onTime: 0, late: 1 };

describe('on time', () => {
  test('is all of the day of the deadline', () => {
    const due = { dueDate: '2026-03-10' };

    expect(timelinessAt('2026-03-10T23:59:59.999Z', due)).toMatchObject(onTime);
    expect(timelinessAt('2026-03-11T00:00:00.000Z', due)).toMatchObject(late);
    expect(timelinessAt('2026-02-01T00:00:00.000Z', due)).toMatchObject(onTime);
  });

  test('is all of the minute of a deadline with a time', () => {
    const due = { dueDate: '2026-03-10', dueTime: '09:30' };

    expect(timelinessAt('2026-03-10T09:30:59.000Z', due)).toMatchObject(onTime);
    expect(timelinessAt('2026-03-10T09:31:00.000Z', due)).toMatchObject(late);
    expect(timelinessAt('2026-03-09T23:00:00.000Z', due)).toMatchObject(onTime);
  });

  test('is told in the zone of the deadline', () => {
    const due = { dueDate: '2026-03-10', dueTime: '09:30', timeZone: 'America/New_York' };

    expect(timelinessAt('2026-03-10T13:30:30.000Z', due)).toMatchObject(onTime);
    expect(timelinessAt('2026-03-10T13:31:00.000Z', due)).toMatchObject(late);
    expect(timelinessAt('2026-03-20T00:00:00.000Z', due)).toMatchObject(late);
  });

  test('says nothing about tasks without a deadline', () => {
    expect(timelinessAt('2026-03-10T09:30:59.000Z', {})).toMatchObject({
      onTime: 0,
      late: 0,
      withoutDeadline: 1,
    });
  });
});

describe('how long tasks are open', () => {
  test('is the time in the middle, without those that were done before they were made here', () => {
    const created = { createdAt: '2026-03-08T12:00:00.000Z' };

    expect(timelinessAt('2026-03-10T12:00:00.000Z', created).medianOpenMs).toBe(2 * 86_400_000);
    expect(timelinessAt('2026-03-07T12:00:00.000Z', created).medianOpenMs).toBeUndefined();
  });

  test('has as many values above it as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1 }), (values) => {
        const median = medianOf(values) ?? -1;
        const half = values.length / 2;
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(half);
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(half);
      }),
    );
    expect(medianOf([])).toBeUndefined();
  });
});
