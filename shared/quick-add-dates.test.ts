import { describe, expect, it } from 'vitest';
import { parseQuickAdd } from './quick-add.ts';
import { quickAddFields } from './quick-add-fields.ts';
import type { QuickAddContext } from './quick-add-token.ts';

/** A Sunday morning. */
const context: QuickAddContext = {
  today: '2026-11-22',
  now: '10:30',
  timeZone: 'Europe/Berlin',
  isDayFirst: true,
};
const read = (text: string, more: Partial<QuickAddContext> = {}) => {
  const { title, tokens } = parseQuickAdd(text, { ...context, ...more });
  return { title, tokens, ...quickAddFields(tokens, { ...context, ...more }) };
};

describe('dates of a line', () => {
  it.each([
    ['Pay rent today', 'Pay rent', '2026-11-22'],
    ['Pay rent tomorrow', 'Pay rent', '2026-11-23'],
    ['Pay rent TOMORROW', 'Pay rent', '2026-11-23'],
    ['tomorrow pay rent', 'pay rent', '2026-11-23'],
    ['Pay tomorrow the rent', 'Pay the rent', '2026-11-23'],
    ['Tomorrow, pay rent', 'pay rent', '2026-11-23'],
    ['Pay rent tmr', 'Pay rent', '2026-11-23'],
    ['Pay rent day after tomorrow', 'Pay rent', '2026-11-24'],
    ['Pay rent friday', 'Pay rent', '2026-11-27'],
    ['Pay rent on Friday', 'Pay rent', '2026-11-27'],
    ['Pay rent by fri', 'Pay rent', '2026-11-27'],
    ['Pay rent due friday', 'Pay rent', '2026-11-27'],
    ['Pay rent due on friday', 'Pay rent', '2026-11-27'],
    ['Pay rent this friday', 'Pay rent', '2026-11-27'],
    ['Pay rent next friday', 'Pay rent', '2026-11-27'],
    ['Pay rent sunday', 'Pay rent', '2026-11-29'],
    ['Pay rent sat', 'Pay rent', '2026-11-28'],
    ['Book a table for Saturday', 'Book a table', '2026-11-28'],
    ['On Monday call Ana', 'call Ana', '2026-11-23'],
    ['Monday: call Ana', 'call Ana', '2026-11-23'],
    ['Call Ana Friday about the keys', 'Call Ana about the keys', '2026-11-27'],
    ['Pay rent (friday)', 'Pay rent', '2026-11-27'],
    ['Pay rent tomorrow, then rest', 'Pay rent, then rest', '2026-11-23'],
    ['Pay rent tomorrow!', 'Pay rent!', '2026-11-23'],
    ['Pay rent next week', 'Pay rent', '2026-11-23'],
    ['Pay rent next month', 'Pay rent', '2026-12-01'],
    ['Pay rent this weekend', 'Pay rent', '2026-11-22'],
    ['Pay rent next weekend', 'Pay rent', '2026-11-28'],
    ['Pay rent end of month', 'Pay rent', '2026-11-30'],
    ['Pay rent by the end of the month', 'Pay rent', '2026-11-30'],
    ['Pay rent eom', 'Pay rent', '2026-11-30'],
    ['Pay rent end of year', 'Pay rent', '2026-12-31'],
    ['Pay rent in 3 days', 'Pay rent', '2026-11-25'],
    ['Pay rent in two weeks', 'Pay rent', '2026-12-06'],
    ['Pay rent in a week', 'Pay rent', '2026-11-29'],
    ['Pay rent in 3 months', 'Pay rent', '2027-02-22'],
    ['Pay rent in a year', 'Pay rent', '2027-11-22'],
    ['Pay rent +3 days', 'Pay rent', '2026-11-25'],
    ['Pay rent 10 days from now', 'Pay rent', '2026-12-02'],
    ['Pay rent on the 15th', 'Pay rent', '2026-12-15'],
    ['Pay rent by the 30th', 'Pay rent', '2026-11-30'],
    ['Pay rent on the 31st', 'Pay rent', '2026-12-31'],
    ['Pay rent dec 24', 'Pay rent', '2026-12-24'],
    ['Pay rent 24 dec', 'Pay rent', '2026-12-24'],
    ['Pay rent on December 1st', 'Pay rent', '2026-12-01'],
    ['Pay rent Dec 1, 2027', 'Pay rent', '2027-12-01'],
    ['Pay rent Tue 1 Dec', 'Pay rent', '2026-12-01'],
    ['May 5 dentist', 'dentist', '2027-05-05'],
    ['Pay rent 2026-12-01', 'Pay rent', '2026-12-01'],
    ['Pay rent 24.12.2026', 'Pay rent', '2026-12-24'],
    ['Pay rent 4/12', 'Pay rent', '2026-12-04'],
    ['Pay rent 04/12/2026', 'Pay rent', '2026-12-04'],
    ['Pay rent feb 29', 'Pay rent', '2028-02-29'],
  ])('"%s" is "%s" on %s', (text, title, dueDate) => {
    const { schedule, ...rest } = read(text);
    expect([rest.title, schedule?.dueDate, schedule?.dueTime]).toEqual([title, dueDate, null]);
  });

  it.each([
    ['Call tomorrow 9am', 'Call', '2026-11-23', '09:00'],
    ['Call tomorrow at 9', 'Call', '2026-11-23', '09:00'],
    ['Call tomorrow at 9:30 pm', 'Call', '2026-11-23', '21:30'],
    ['Call tomorrow @ 17:30', 'Call', '2026-11-23', '17:30'],
    ['Call tomorrow @17:30', 'Call', '2026-11-23', '17:30'],
    ['Call 9am tomorrow', 'Call', '2026-11-23', '09:00'],
    ['Call at 9 tomorrow', 'Call', '2026-11-23', '09:00'],
    ['Call 9am on friday', 'Call', '2026-11-27', '09:00'],
    ['Call friday noon', 'Call', '2026-11-27', '12:00'],
    ['Call wed 10am Ana', 'Call Ana', '2026-11-25', '10:00'],
    ['Call sun 8:15', 'Call', '2026-11-29', '08:15'],
    ['Call tomorrow morning', 'Call', '2026-11-23', '09:00'],
    ['Call friday evening', 'Call', '2026-11-27', '19:00'],
    ['Call this evening', 'Call', '2026-11-22', '19:00'],
    ['Call tonight', 'Call', '2026-11-22', '19:00'],
    ['Call 3pm', 'Call', '2026-11-22', '15:00'],
    ['3pm call Ana', 'call Ana', '2026-11-22', '15:00'],
    ['Call 5 pm', 'Call', '2026-11-22', '17:00'],
    ['Call at 17:30', 'Call', '2026-11-22', '17:30'],
    ['Call 17:30', 'Call', '2026-11-22', '17:30'],
    ['Call at noon', 'Call', '2026-11-22', '12:00'],
    ['Call 9am', 'Call', '2026-11-23', '09:00'],
    ['Call in 2 hours', 'Call', '2026-11-22', '12:30'],
    ['Call in half an hour', 'Call', '2026-11-22', '11:00'],
    ['Call in 15 hours', 'Call', '2026-11-23', '01:30'],
    ['Call 3pm Ana friday', 'Call Ana', '2026-11-27', '15:00'],
  ])('"%s" is "%s" on %s at %s, on the wall of the person', (text, title, dueDate, dueTime) => {
    const { schedule, ...rest } = read(text);
    expect(rest.title).toBe(title);
    expect(schedule).toMatchObject({ dueDate, dueTime, timeZone: 'Europe/Berlin' });
  });

  it.each([
    ['Gym every day', 'FREQ=DAILY', '2026-11-22'],
    ['Gym daily', 'FREQ=DAILY', '2026-11-22'],
    ['Gym every 2 fridays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-27'],
    ['Gym every two fridays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-27'],
    ['Gym every mon, wed', 'FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-23'],
    ['Gym every mon-fri', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-23'],
    ['Gym every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-23'],
    ['every monday Gym', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-23'],
    ['Gym every 15th', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15'],
    ['Gym every last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30'],
    ['Gym every 3rd friday', 'FREQ=MONTHLY;BYDAY=3FR', '2026-12-18'],
    ['Gym every other week', 'FREQ=WEEKLY;INTERVAL=2', '2026-11-22'],
    ['Gym every day until 2026-12-24', 'FREQ=DAILY;UNTIL=20261224', '2026-11-22'],
    ['Gym every 10 days starting jan 5', 'FREQ=DAILY;INTERVAL=10', '2027-01-05'],
    ['Gym every month tomorrow', 'FREQ=MONTHLY', '2026-11-23'],
    ['Gym dec 5 every year', 'FREQ=YEARLY', '2026-12-05'],
  ])('"%s" comes back by %s, first on %s', (text, rule, dueDate) => {
    const { schedule, title } = read(text);
    expect(title).toBe('Gym');
    expect(schedule).toMatchObject({ recurrence: { rule, basis: 'due' }, dueDate });
  });

  it('"every!" and "after" count from completion, and a time beside a rhythm is its time', () => {
    expect(read('Water every! 3 days').schedule?.recurrence?.basis).toBe('completion');
    expect(read('Water after 3 days').schedule?.recurrence?.basis).toBe('completion');
    expect(read('Water every day at 18:00').schedule).toMatchObject({
      dueDate: '2026-11-22',
      dueTime: '18:00',
    });
    // 9 o'clock is over today.
    expect(read('Water every day 9am').schedule).toMatchObject({
      dueDate: '2026-11-23',
      dueTime: '09:00',
    });
    expect(read('9am water every day').schedule).toMatchObject({ dueDate: '2026-11-23' });
  });

  it('a start stands beside the date, and a reminder beside a time', () => {
    const { title, schedule, reminders } = read(
      'Plan trip starting monday due friday 9am remind me 10 min before',
    );
    expect(title).toBe('Plan trip');
    expect(schedule).toMatchObject({
      startDate: '2026-11-23',
      dueDate: '2026-11-27',
      dueTime: '09:00',
    });
    expect(reminders).toEqual([{ minutesBefore: 10 }]);
    expect(read('Holiday from dec 24').schedule).toMatchObject({ startDate: '2026-12-24' });
    expect(read('Call tomorrow remind me 1 hour before').title).toBe(
      'Call remind me 1 hour before',
    );
  });

  it('a time alone is on the day of the list, and "4/12" is what the person writes', () => {
    const tokens = parseQuickAdd('Call 9am', context).tokens;
    const fields = quickAddFields(tokens, { ...context, defaultDate: '2026-12-02' });
    expect(fields.schedule).toMatchObject({ dueDate: '2026-12-02', dueTime: '09:00' });
    expect(read('Call 4/12', { isDayFirst: false }).schedule?.dueDate).toBe('2027-04-12');
    expect(read('Call 4/12', { isDayFirst: undefined }).tokens).toEqual([]);
  });

  it('"next" means the week after this one', () => {
    const dueDate = (text: string, today: string) => read(text, { today }).schedule?.dueDate;
    expect(dueDate('Call next friday', '2026-11-23')).toBe('2026-12-04');
    expect(dueDate('Call friday', '2026-11-23')).toBe('2026-11-27');
    expect(dueDate('Call friday', '2026-11-27')).toBe('2026-12-04');
  });

  it('of two dates the last one counts, and the first stays in the title', () => {
    const { title, schedule } = read('Tell Ana on Friday that we meet tomorrow');
    expect([title, schedule?.dueDate]).toEqual(['Tell Ana on Friday that we meet', '2026-11-23']);
  });
});

describe('words that only look like dates', () => {
  it.each([
    'Sun cream',
    'Buy sun cream',
    'Sit in the sun',
    'March in the parade',
    'Lunch with April',
    'April fools list',
    'May the force be with you',
    'I may go',
    '24/7 policy',
    'On call 24/7',
    '5 m cable',
    'Buy 5 m cable',
    'Call Tom',
    'Mon ami',
    'He sat down',
    'Sat nav update',
    'Wed planner',
    'Friday drinks menu',
    'Write the Friday report',
    'Plan Black Friday',
    'Cyber Monday deals',
    'Monday',
    'tomorrow',
    'Read the Sunday Times',
    'Every second counts',
    'Check every 5 pages',
    'Daily news',
    'Weekly sync notes',
    'Every last detail',
    'Call Ben after Friday',
    'John 3:16',
    'Fix bug in 5 files',
    'Clean the 3rd floor',
    'Sweep on the 3rd floor',
    '15th floor',
    'Win 3/4 of games',
    '1/2 cup of milk',
    'Update Node to 1.2.26',
    'Room 2026',
    'Call +49 170 123',
    "Read today's paper",
    'Call back mid-friday',
    'https://example.com/friday #',
    'Rome in a day',
    'March 4 miles',
    'Invoice 01.02.2024',
    'Review yesterday',
    'USA Today subscription',
    'Order 12 noon-lamps',
    'Midnight in Paris',
    'iPhone 5 case',
    'remind me of Ana',
    'Buy 2 second-hand chairs',
    'Meet at 7',
    'Move the meeting to Friday',
    'Holiday from Monday to Friday',
    'Open from 9am to 5pm',
    'Works until 5pm',
    'Better than yesterday',
    'Meet at the café',
  ])('"%s" is text', (text) => {
    const { title, tokens } = read(text);
    expect([title, tokens]).toEqual([text, []]);
  });
});
