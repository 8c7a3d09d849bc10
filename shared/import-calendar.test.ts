import { describe, expect, test } from 'vitest';
import {
  calendarOf,
  calendarPlan,
  entryOf,
  readCalendarFile,
  taskOf,
  tasksByTitle,
} from './testing/calendar-file.ts';

describe('a task of a calendar', () => {
  test.each([
    ['1', 'urgent'],
    ['2', 'high'],
    ['4', 'high'],
    ['5', 'medium'],
    ['6', 'low'],
    ['9', 'low'],
    ['0', undefined],
    ['x', undefined],
  ])('priority %s is %s', async (given, priority) => {
    expect((await taskOf('VTODO', `PRIORITY:${given}`))?.priority).toBe(priority);
  });

  test.each([
    [['STATUS:COMPLETED', 'LAST-MODIFIED:20261101T080000Z'], 'done', '2026-11-01T08:00:00.000Z'],
    [['PERCENT-COMPLETE:100'], 'done', null],
    [['COMPLETED:20261102T080000Z'], 'done', '2026-11-02T08:00:00.000Z'],
    [['STATUS:IN-PROCESS'], 'in_progress', undefined],
    [['STATUS:NEEDS-ACTION'], undefined, undefined],
  ])('%j is %s', async (lines, status, completedAt) => {
    const task = await taskOf('VTODO', ...lines);
    expect([task?.status, task?.completedAt]).toEqual([status, completedAt]);
  });

  test('one that repeats and has only a start is due then; one that does not, starts then', async () => {
    const lines = ['DTSTART;VALUE=DATE:20261201'];
    expect(await taskOf('VTODO', ...lines)).toMatchObject({ startDate: '2026-12-01' });
    expect(await taskOf('VTODO', ...lines, 'RRULE:FREQ=DAILY')).toMatchObject({
      dueDate: '2026-12-01',
      recurrence: { rule: 'FREQ=DAILY' },
    });
  });

  test('a rule that speaks of the days it starts on is not counted from the days it is due on', async () => {
    const lines = ['DTSTART;VALUE=DATE:20261130', 'DUE;VALUE=DATE:20261204'];
    const task = await taskOf('VTODO', ...lines, 'RRULE:FREQ=WEEKLY;BYDAY=MO');
    expect(task).toMatchObject({ startDate: '2026-11-30', dueDate: '2026-12-04' });
    expect(task).not.toHaveProperty('recurrence');
    expect(task?.notes).toBe('🔁 FREQ=WEEKLY;BYDAY=MO');
    const weekly = await taskOf('VTODO', ...lines, 'RRULE:FREQ=WEEKLY');
    expect(weekly?.recurrence?.rule).toBe('FREQ=WEEKLY');
  });

  test('a date that is none is kept in the notes and told', async () => {
    const { plan, codes } = await tasksByTitle(
      calendarOf(entryOf('VTODO', 'DUE:30000101T080000Z', 'DTSTART:tomorrow')),
    );
    expect(plan.tasks[0]?.create['notes']).toContain('DUE: 3000');
    expect(codes).toEqual(['date_kept_as_text', 'date_kept_as_text']);
  });

  test('what is too long is cut, and all of a title is in the notes', async () => {
    const long = 'x'.repeat(600);
    const { plan, codes } = await tasksByTitle(
      calendarOf(entryOf('VTODO', `SUMMARY:${long}`, `DESCRIPTION:${'y'.repeat(60_000)}`)),
    );
    expect(String(plan.tasks[0]?.create['title'])).toHaveLength(500);
    expect(String(plan.tasks[0]?.create['notes'])).toHaveLength(50_000);
    expect(String(plan.tasks[0]?.create['notes'])).toContain(long);
    expect(codes).toEqual(['title_cut', 'notes_cut']);
  });
});

describe('an event', () => {
  test('one that goes on is due when it ends', async () => {
    const lines = ['DTSTART;VALUE=DATE:20261127', 'DTEND;VALUE=DATE:20261201'];
    expect(await taskOf('VEVENT', ...lines)).toMatchObject({
      startDate: '2026-11-27',
      dueDate: '2026-11-30',
    });
    const night = ['DTSTART:20261127T230000', 'DTEND:20261128T013000'];
    expect(await taskOf('VEVENT', ...night)).toMatchObject({
      dueDate: '2026-11-28',
      dueTime: '01:30',
    });
  });

  test.each([
    ['whole days that ended yesterday', ['DTSTART;VALUE=DATE:20261127']],
    ['an hour yesterday', ['DTSTART:20261127T100000', 'DTEND:20261127T110000']],
    ['until midnight', ['DTSTART:20261127T220000', 'DTEND:20261128T000000']],
    [
      'a series that is counted to its end',
      ['DTSTART:20261101T100000', 'RRULE:FREQ=DAILY;COUNT=5'],
    ],
    ['until last month', ['DTSTART:20260901T100000', 'RRULE:FREQ=DAILY;UNTIL=20261001T080000Z']],
    [
      'every hour until last month',
      ['DTSTART:20260901T100000', 'RRULE:FREQ=HOURLY;UNTIL=20261001'],
    ],
    [
      'its last time is left out',
      ['DTSTART:20261127T100000', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20261128T100000'],
    ],
  ])('%s: over, left out and counted', async (_, lines) => {
    const plan = await calendarPlan(calendarOf(entryOf('VEVENT', ...lines)));
    expect(plan).toMatchObject({ tasks: [], projects: [], rows: [] });
    expect(plan.leftOut).toEqual([{ code: 'past_events', count: 1 }]);
  });

  test.each([
    [
      'counted down',
      ['DTSTART:20261126T100000', 'RRULE:FREQ=DAILY;COUNT=10'],
      '2026-11-28',
      'FREQ=DAILY;COUNT=8',
    ],
    [
      'the 31st of a month',
      ['DTSTART:20260131T100000', 'RRULE:FREQ=MONTHLY'],
      '2026-11-30',
      'FREQ=MONTHLY;BYMONTHDAY=31',
    ],
    [
      'FREQ last, its own time repeated',
      ['DTSTART:20261130T090000', 'RRULE:BYHOUR=9;BYMINUTE=0;BYDAY=MO;FREQ=WEEKLY'],
      '2026-11-30',
      'FREQ=WEEKLY;BYDAY=MO',
    ],
    [
      'until in UTC, a day earlier where it is',
      ['DTSTART;TZID=America/New_York:20261128T200000', 'RRULE:FREQ=DAILY;UNTIL=20261205T045959Z'],
      '2026-11-28',
      'FREQ=DAILY;UNTIL=20261204',
    ],
    [
      'until before its time of that day',
      ['DTSTART:20261128T200000', 'RRULE:FREQ=DAILY;UNTIL=20261204T120000'],
      '2026-11-28',
      'FREQ=DAILY;UNTIL=20261203',
    ],
  ])('a series, %s', async (_, lines, dueDate, rule) => {
    expect(await taskOf('VEVENT', ...lines)).toMatchObject({ dueDate, recurrence: { rule } });
  });

  test('a series in UTC keeps the days of UTC', async () => {
    const lines = ['DTSTART:20261129T233000Z', 'RRULE:FREQ=WEEKLY;BYDAY=SU'];
    expect(await taskOf('VEVENT', ...lines)).toMatchObject({
      dueDate: '2026-11-29',
      dueTime: '23:30',
      timeZone: 'UTC',
    });
  });

  test.each([
    ['FREQ=SECONDLY'],
    ['FREQ=MINUTELY;COUNT=999999999'],
    ['FREQ=YEARLY;BYWEEKNO=20'],
    ['FREQ=DAILY;BYHOUR=9,12,18'],
    ['FREQ=DAILY;COUNT=100000'],
    ['FREQ=NEVER'],
    ['FREQ=DAILY;UNTIL=soon'],
  ])(
    '%s: imported without repeating, with the rule in the notes; without a day when that is not known',
    async (rule) => {
      const next = entryOf('VEVENT', 'UID:a', 'DTSTART:20261201T090000', `RRULE:${rule}`);
      const past = entryOf('VEVENT', 'UID:b', 'DTSTART:20200101T090000', `RRULE:${rule}`);
      const { tasks, rows } = await calendarPlan(calendarOf(next, past));
      expect(tasks.map(({ create }) => create['dueDate'])).toEqual(['2026-12-01', undefined]);
      expect(tasks.every(({ create }) => create['recurrence'] === undefined)).toBe(true);
      const told = rows.filter(({ code }) => code === 'recurrence_left_out');
      expect(told).toHaveLength(2);
      expect(String(tasks[1]?.create['notes'])).toMatch(/🔁 .*FREQ=/);
    },
  );

  test('single days beside a rule are told; alone, the next one is taken', async () => {
    const days = 'RDATE:20261202T100000,20261209T100000';
    const { plan, codes } = await tasksByTitle(
      calendarOf(entryOf('VEVENT', 'DTSTART:20261101T100000', days)),
    );
    expect(plan.tasks[0]?.create).toMatchObject({ dueDate: '2026-12-02', dueTime: '10:00' });
    expect(codes).toEqual(['extra_dates_left_out']);
  });

  test('a reminder after the start of what repeats cannot be kept and is told', async () => {
    const alarm = 'BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT5M\r\nEND:VALARM';
    const { plan, codes } = await tasksByTitle(
      calendarOf(entryOf('VEVENT', 'DTSTART:20261201T100000', 'RRULE:FREQ=DAILY', alarm)),
    );
    expect(plan.tasks[0]?.create).not.toHaveProperty('reminders');
    expect(codes).toEqual(['reminder_left_out']);
  });
});

test('a message that calls an event off makes no task of it', async () => {
  const plan = await calendarPlan(
    calendarOf('METHOD:CANCEL', entryOf('VEVENT', 'DTSTART:20261201T100000')),
  );
  expect(plan).toMatchObject({ tasks: [], leftOut: [{ code: 'cancelled_events', count: 1 }] });
});

test('one time of a series that moves all later ones is imported, and told', async () => {
  const { plan, codes } = await tasksByTitle(
    calendarOf(
      entryOf('VEVENT', 'DTSTART:20261201T100000', 'RRULE:FREQ=DAILY'),
      entryOf(
        'VEVENT',
        'DTSTART:20261205T120000',
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20261205T100000',
      ),
    ),
  );
  expect(plan.tasks.map(({ create }) => create['dueTime'])).toEqual(['10:00', '12:00']);
  expect(codes).toEqual(['exceptions_left_out', 'exceptions_left_out']);
});

describe('calendars that are not as they ought to be', () => {
  test.each([
    [
      'vCalendar 1.0',
      'BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR',
      'calendar_too_old',
    ],
    ['a card', 'BEGIN:VCARD\nEND:VCARD', 'format_unknown'],
    ['nothing', '\uFEFF \r\n', 'file_empty'],
    ['more than 20 MiB', `BEGIN:VCALENDAR\n${'x'.repeat(21 * 1024 * 1024)}`, 'file_too_large'],
  ])('%s: nothing is imported', async (_, text, code) => {
    expect(await readCalendarFile(text)).toMatchObject({ ok: false, failure: { code } });
  });

  const two = calendarOf(
    entryOf('VTODO', 'UID:a', 'SUMMARY:First'),
    entryOf('VTODO', 'UID:b', 'SUMMARY:Second'),
  );

  test('cut off in the middle of an entry: the others are imported, that one is told with its line', async () => {
    const plan = await calendarPlan(two.slice(0, two.indexOf('Second') + 6));
    expect(plan.tasks.map(({ create }) => create['title'])).toEqual(['First']);
    expect(plan.rows).toMatchObject([
      { line: 7, code: 'entry_incomplete', detail: 'Second' },
      { code: 'file_cut_off' },
    ]);
  });

  test('an entry without its end costs no other', async () => {
    const plan = await calendarPlan(two.replace('END:VTODO\r\n', ''));
    expect(plan.tasks.map(({ create }) => create['title'])).toEqual(['Second']);
    expect(plan.rows).toMatchObject([{ line: 3, code: 'entry_incomplete', detail: 'First' }]);
  });

  test('a line that makes no sense costs only itself', async () => {
    const { plan } = await tasksByTitle(
      calendarOf(entryOf('VTODO', 'ATTENDEE;CN="open:mailto:x', 'no sense', 'PRIORITY:5')),
    );
    expect(plan.tasks[0]?.create['priority']).toBe('medium');
    expect(plan.rows.map(({ code, detail }) => [code, detail])).toEqual([
      ['property_unread', 'Water the plants: ATTENDEE;CN="open:mailto:x'],
      ['property_unread', 'Water the plants: no sense'],
    ]);
  });

  test('an entry that says nothing is told; one with only a description has its first line as title', async () => {
    const nothing = 'BEGIN:VTODO\r\nUID:a\r\nEND:VTODO';
    const described = 'BEGIN:VTODO\r\nUID:b\r\nDESCRIPTION:\\nCall Ana\\nsoon\r\nEND:VTODO';
    const plan = await calendarPlan(calendarOf(nothing, described));
    expect(plan.tasks.map(({ create }) => create['title'])).toEqual(['Call Ana']);
    expect(plan.rows).toMatchObject([{ code: 'content_missing' }]);
  });

  test('entries without a UID are told apart by what they say, equal ones by their order', async () => {
    const [a, b] = ['UID:\r\nSUMMARY:Rake', 'UID:\r\nSUMMARY:Sweep'];
    const ids = async (...lines: string[]) => {
      const file = calendarOf(...lines.map((line) => entryOf('VTODO', line)));
      return (await calendarPlan(file)).tasks.map(({ id }) => id);
    };
    const before = await ids(a, a);
    expect(new Set(before).size).toBe(2);
    expect(await ids(b, a, a)).toEqual(expect.arrayContaining(before));
  });

  test('of two versions of an entry the newer is kept; two entries with one UID by mistake are both', async () => {
    const version = (title: string, ...lines: string[]) =>
      entryOf('VTODO', `SUMMARY:${title}`, ...lines);
    const titles = async (...entries: string[]) =>
      (await calendarPlan(calendarOf(...entries))).tasks.map(({ create }) => create['title']);
    expect(await titles(version('New', 'SEQUENCE:2'), version('Old', 'SEQUENCE:1'))).toEqual([
      'New',
    ]);
    const [older, newer] = ['LAST-MODIFIED:20261101T000000Z', 'LAST-MODIFIED:20261102T000000Z'];
    expect(await titles(version('Old', older), version('New', newer))).toEqual(['New']);
    expect(await titles(version('One'), version('Other'))).toEqual(['One', 'Other']);
    expect(await titles(version('Same'), version('Same'))).toEqual(['Same']);
  });

  test('tasks below each other in a circle, and deeper than subtasks go, are placed and told', async () => {
    const below = (uid: number, parent: number) =>
      entryOf('VTODO', `UID:${uid}`, `SUMMARY:${uid}`, `RELATED-TO:${parent}`);
    const circle = await tasksByTitle(calendarOf(below(1, 2), below(2, 1)));
    expect(circle.codes).toEqual(['parent_missing']);
    expect(circle.plan.counts).toMatchObject({ tasks: 2, subtasks: 1 });
    const chain = Array.from({ length: 8 }, (_, at) => below(at, at - 1)).toReversed();
    const deep = await tasksByTitle(calendarOf(...chain));
    expect(deep.codes.toSorted()).toEqual(['depth_capped', 'depth_capped', 'parent_missing']);
    expect(deep.byTitle.get('7')).toMatchObject({ parent: '4' });
  });

  test('folds that cut a character in two, UTF-16 and old line ends are read', async () => {
    const bytes = new TextEncoder().encode(calendarOf(entryOf('VTODO', 'SUMMARY:Grüße 🌱')));
    const at = bytes.indexOf(0xc3) + 1;
    const fold = [0x0d, 0x0a, 0x20];
    const folded = Uint8Array.from([...bytes.slice(0, at), ...fold, ...bytes.slice(at)]);
    const utf16 = new Uint8Array(
      Buffer.from(`\uFEFF${new TextDecoder().decode(bytes)}`, 'utf16le'),
    );
    const oldEnds = new TextDecoder().decode(bytes).replaceAll('\r\n', '\r');
    for (const content of [folded, utf16, oldEnds]) {
      const { tasks } = await calendarPlan(content);
      expect(tasks.map(({ create }) => create['title'])).toEqual(['Grüße 🌱']);
    }
  });

  test('several calendars in one file are several projects; an empty one is none', async () => {
    const named = (name: string, ...entries: string[]) =>
      calendarOf(`X-WR-CALNAME:${name}`, ...entries);
    const { projects } = await calendarPlan(
      named('A\\, B', entryOf('VTODO', 'UID:1')) +
        named('C', entryOf('VTODO', 'UID:2')) +
        named('D'),
    );
    expect(projects.map(({ create }) => create['name'])).toEqual(['A, B', 'C']);
  });
});
