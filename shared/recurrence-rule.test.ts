import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecurrenceRule, parseRecurrenceRule } from '#shared/recurrence-rule';

describe('parseRecurrenceRule', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=3;COUNT=10',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYDAY=3FR',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY;UNTIL=20301231;BYMONTH=1,7;BYMONTHDAY=5',
  ])('[R8] %s is read and written back the same', (text) => {
    const rule = parseRecurrenceRule(text);
    expect(rule && formatRecurrenceRule(rule)).toBe(text);
  });

  it.each([
    '',
    'every day',
    'FREQ=HOURLY',
    'INTERVAL=2;FREQ=DAILY',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=1001',
    'FREQ=DAILY;COUNT=1001',
    'FREQ=DAILY;COUNT=2;UNTIL=20300101',
    'FREQ=DAILY;UNTIL=20300230',
    'FREQ=DAILY;BYHOUR=9',
    'FREQ=DAILY;BYDAY=2MO',
    'FREQ=WEEKLY;BYMONTHDAY=3',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=',
    'FREQ=WEEKLY;;BYDAY=MO',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYSETPOS=1',
    'FREQ=YEARLY;BYWEEKNO=3',
    `FREQ=MONTHLY;BYMONTHDAY=${Array.from({ length: 70 }, () => '1').join(',')}`,
    `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(70)}MO`,
  ])('[R8] %j is refused', (text) => {
    expect(parseRecurrenceRule(text)).toBeUndefined();
  });

  it('[R8] any text is read or refused, never an error; what is read comes back the same', () => {
    const part = fc.oneof(
      fc.constantFrom('FREQ=MONTHLY', 'BYDAY=1MO,-1FR', 'BYMONTH=2', 'COUNT=3', 'WKST=SU', 'X=1'),
      fc.string({ maxLength: 20 }),
    );
    const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(';'));
    fc.assert(
      fc.property(text, (value) => {
        const rule = parseRecurrenceRule(value);
        if (rule) expect(parseRecurrenceRule(formatRecurrenceRule(rule))).toEqual(rule);
      }),
    );
  });
});
