import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCivilDate } from '#shared/civil-date';
import { parseRecurrence } from '#shared/recurrence';
import { recurrenceFromPhrase } from '#shared/recurrence-phrase';

/** A Sunday. */
const today = '2026-11-22';
const read = (phrase: string) => recurrenceFromPhrase({ phrase, today });

describe('recurrenceFromPhrase', () => {
  it.each([
    ['every day', 'FREQ=DAILY', '2026-11-22'],
    ['daily', 'FREQ=DAILY', '2026-11-22'],
    ['every 3 days', 'FREQ=DAILY;INTERVAL=3', '2026-11-22'],
    ['every other day', 'FREQ=DAILY;INTERVAL=2', '2026-11-22'],
    ['every week', 'FREQ=WEEKLY', '2026-11-22'],
    ['Every Mon', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-23'],
    ['every mon, wed', 'FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-23'],
    ['every friday, monday and wednesday', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-23'],
    ['ev tue,thu', 'FREQ=WEEKLY;BYDAY=TU,TH', '2026-11-24'],
    ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-23'],
    ['every workday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-23'],
    ['every weekend', 'FREQ=WEEKLY;BYDAY=SA', '2026-11-28'],
    ['every 2 weeks', 'FREQ=WEEKLY;INTERVAL=2', '2026-11-22'],
    ['every 2 weeks on mon', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-23'],
    ['every 2 fridays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-27'],
    ['every other fri', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-27'],
    ['every 15th', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15'],
    ['every 27', 'FREQ=MONTHLY;BYMONTHDAY=27', '2026-11-27'],
    ['every 1st, 15th', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-12-01'],
    ['every 15th and last day', 'FREQ=MONTHLY;BYMONTHDAY=15,-1', '2026-11-30'],
    ['every 15th of the month', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15'],
    ['every last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30'],
    ['every 3rd friday', 'FREQ=MONTHLY;BYDAY=3FR', '2026-12-18'],
    ['every last monday', 'FREQ=MONTHLY;BYDAY=-1MO', '2026-11-30'],
    ['every first workday', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', '2026-12-01'],
    ['every month', 'FREQ=MONTHLY', '2026-11-22'],
    ['every 2 months on the 1st', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1', '2026-12-01'],
    ['every quarter', 'FREQ=MONTHLY;INTERVAL=3', '2026-11-22'],
    ['every year', 'FREQ=YEARLY', '2026-11-22'],
    ['every january 5', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5', '2027-01-05'],
    ['every 5 jan', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5', '2027-01-05'],
    ['every 14 jan, 14 apr', 'FREQ=YEARLY;BYMONTH=1,4;BYMONTHDAY=14', '2027-01-14'],
    ['every day until 2026-12-24', 'FREQ=DAILY;UNTIL=20261224', '2026-11-22'],
    ['every mon starting 2027-02-03', 'FREQ=WEEKLY;BYDAY=MO', '2027-02-08'],
    ['every 10 days starting jan 5', 'FREQ=DAILY;INTERVAL=10', '2027-01-05'],
    ['every 2 weeks starting tomorrow', 'FREQ=WEEKLY;INTERVAL=2', '2026-11-23'],
    ['every month from 5 mar 2028', 'FREQ=MONTHLY', '2028-03-05'],
  ])('[R8] "%s" is %s, first on %s', (phrase, rule, dueDate) => {
    const basis = 'due';
    expect(read(phrase)).toEqual({ recurrence: { rule, basis }, dueDate, dueTime: null });
  });

  it.each([
    ['every day at 9am', '09:00'],
    ['every day at 17:30', '17:30'],
    ['every day @ 12 am', '00:00'],
    ['every day 9pm', '21:00'],
    ['every evening', '19:00'],
    ['every morning at 8:15', '08:15'],
    ['every day at noon starting tomorrow', '12:00'],
    ['every day starting tomorrow at 6', '06:00'],
  ])('[R8] "%s" has the time %s', (phrase, dueTime) => {
    expect(read(phrase)).toMatchObject({ recurrence: { rule: 'FREQ=DAILY' }, dueTime });
  });

  it.each(['every! 3 days', 'every!3 days', 'ev! 3 days', 'after 3 days', 'Every! 3 days at 9am'])(
    '[R8] "%s" counts from completion',
    (phrase) => {
      const recurrence = { rule: 'FREQ=DAILY;INTERVAL=3', basis: 'completion' };
      expect(read(phrase)).toMatchObject({ recurrence });
    },
  );

  it.each([
    '',
    'every',
    'tomorrow',
    'every blue moon',
    'every 0 days',
    'every 9999 days',
    'every 32nd',
    'every feb 30',
    'every 6th friday',
    'every mon wed',
    'every jan 5, feb 7',
    'every hour',
    'every day at 25:00',
    'every day at',
    'every day starting someday',
    'every day until 2020-01-01',
    'every day for 3 weeks',
    `every ${'day '.repeat(60)}`,
  ])('[R8] "%s" is not understood', (phrase) => {
    expect(read(phrase)).toBeNull();
  });

  it('[R8] whatever is understood is a rule we keep, on a real day', () => {
    const known =
      'every every! after 2 other day weeks month mon, fri and last 3rd 31 jan feb 29 at 9am starting until 2027-01-31';
    const word = fc.constantFrom(...known.split(' '));
    const phrase = fc.array(word, { maxLength: 8 }).map((words) => `every ${words.join(' ')}`);
    fc.assert(
      fc.property(fc.oneof(phrase, fc.string()), (text) => {
        const found = read(text);
        if (found === null) return;
        expect(parseRecurrence(found.recurrence)).toEqual(found.recurrence);
        expect(parseCivilDate(found.dueDate)).toBeDefined();
        expect(found.dueDate >= today).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
