import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarPart } from './calendar-lines.ts';
import { calendarParts } from './calendar-lines.ts';
import { readSeries } from './calendar-series.ts';
import { createTimeReader } from './calendar-time.ts';
import { kindByName } from './document-kinds.ts';
import { parse } from './parse.ts';
import { calendarOf, calendarPlan, entryOf, readCalendarFile } from './testing/calendar-file.ts';

/** Text as calendars write it: escaped, and folded so that no line is longer than `width`. */
function written(name: string, text: string, width: number): string {
  const escaped = text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
  const characters = Array.from(`${name}:${escaped}`);
  const lines: string[] = [];
  while (characters.length > 0) lines.push(characters.splice(0, width).join(''));
  return lines.join('\r\n ');
}

const words = fc
  .string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', ':', '\\', 'n', '🌱', 'ب', ' ', '=') })
  .map((text) => `x${text}x`);
const day = fc
  .date({ min: new Date('2026-11-28'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((pair) => pair.map((part) => String(part).padStart(2, '0')).join(':'));
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC');
const rule = fc.constantFrom(
  'FREQ=DAILY',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=MONTHLY;COUNT=7',
  'FREQ=YEARLY',
);

interface Made {
  title: string;
  notes: string;
  dueDate: string;
  due: { dueTime: string; timeZone: string } | undefined;
  rule: string | undefined;
  minutesBefore: number | undefined;
  labels: string[];
}

const made: fc.Arbitrary<Made> = fc.record({
  title: words,
  notes: fc.array(words, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
  dueDate: day,
  due: fc.option(fc.record({ dueTime: clock, timeZone: zone }), { nil: undefined }),
  rule: fc.option(rule, { nil: undefined }),
  minutesBefore: fc.option(fc.nat(10_000), { nil: undefined }),
  labels: fc.uniqueArray(words, { maxLength: 3, selector: (name) => name.toLowerCase() }),
});

function toEntry(task: Made, uid: number, width: number): string {
  const date = task.dueDate.replaceAll('-', '');
  const { due } = task;
  const dueLine =
    due === undefined
      ? `DUE;VALUE=DATE:${date}`
      : `DUE;TZID=${due.timeZone}:${date}T${due.dueTime.replace(':', '')}00`;
  const alarm = ['BEGIN:VALARM', `TRIGGER:-PT${task.minutesBefore}M`, 'END:VALARM'];
  return entryOf(
    'VTODO',
    `UID:${uid}`,
    written('SUMMARY', task.title, width),
    written('DESCRIPTION', task.notes, width),
    dueLine,
    ...task.labels.map((name) => written('CATEGORIES', name, width)),
    ...(task.rule === undefined ? [] : [`RRULE:${task.rule}`]),
    ...(task.minutesBefore === undefined ? [] : alarm),
  );
}

describe('any task that is written into a calendar', () => {
  test('comes back as it was: words, day, time, zone, rule, reminder and labels', async () => {
    const width = fc.integer({ min: 20, max: 75 });
    const tasks = fc.array(made, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tasks, width, async (all, columns) => {
        const entries = all.map((task, at) => toEntry(task, at, columns));
        const plan = await calendarPlan(calendarOf(...entries));
        const names = new Map(plan.labels.map(({ id, create }) => [id, create['name']]));
        expect(plan.rows).toEqual([]);
        expect(plan.tasks).toHaveLength(all.length);
        for (const [at, task] of all.entries()) {
          const create = plan.tasks[at]?.create ?? {};
          const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
          expect(create).toMatchObject({
            title: oneLine(task.title),
            notes: task.notes,
            dueDate: task.dueDate,
            ...task.due,
            ...(task.rule === undefined ? {} : { recurrence: { rule: task.rule } }),
          });
          const held = Object.keys(create['labels'] ?? {}).map((id) => names.get(id));
          expect(held.map((name) => String(name).toLowerCase())).toEqual(
            task.labels.map((name) => oneLine(name).toLowerCase()),
          );
          // Of a whole day reminders count back from nine; the calendar's count from midnight.
          const before = task.minutesBefore;
          const shift = task.due === undefined ? 540 : 0;
          if (before !== undefined) {
            expect(create['reminders']).toEqual([{ minutesBefore: before + shift }]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

const pieces = fc.constantFrom(
  ...`BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VTODO|END:VTODO|BEGIN:VEVENT|END:VEVENT|BEGIN:VALARM|END:VALARM
BEGIN:VTIMEZONE|END:VTIMEZONE|UID:a|UID:b|SUMMARY:Rake|SUMMARY;X="|DUE:20261201|DUE;TZID=X:20261301T990000
DTSTART:20261201T100000Z|DTSTART;VALUE=DATE:20200101|DTEND:19000101|DURATION:P|RRULE:FREQ=DAILY|RRULE:
RRULE:FREQ=SECONDLY;UNTIL=x|EXDATE:20261202T100000Z|TRIGGER:-PT15M|TRIGGER;RELATED=END:P9999W|TZID:X
RELATED-TO:a|RELATED-TO:b|RECURRENCE-ID:20261202T100000Z|PRIORITY:99|CREATED:00010101T000000Z| folded
constructor:x|__proto__;__proto__=1:x|DUE;VALUE=PERIOD:x|COMPLETED:|	`.split(/[|\n]/),
);
const lines = fc.array(fc.oneof({ weight: 9, arbitrary: pieces }, fc.string({ unit: 'binary' })), {
  maxLength: 60,
});

/** Everything a plan would make can be made. */
function expectSound(creations: readonly { kind: string; create: unknown }[]): void {
  for (const { kind, create } of creations) {
    const schema = kindByName(kind)?.create;
    expect(schema && parse(schema, create)).toMatchObject({ ok: true });
  }
}

describe('any calendar at all', () => {
  test('reading never throws, and what it makes keeps the rules of documents', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        const read = await readCalendarFile(`BEGIN:VCALENDAR\n${all.join('\n')}`);
        if (read.ok) expectSound([...read.plan.projects, ...read.plan.labels, ...read.plan.tasks]);
      }),
      { numRuns: 400 },
    );
  });

  test('cut off anywhere, it still gives a plan or a reason, and no entry that ended before is lost', async () => {
    const whole = calendarOf(
      ...Array.from({ length: 5 }, (_, at) => entryOf('VTODO', `UID:${at}`, 'DUE:20261201T100000')),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (end) => {
        const text = whole.slice(0, end);
        const read = await readCalendarFile(text);
        if (!read.ok) {
          expect(end).toBeLessThanOrEqual('BEGIN:VCALENDAR'.length);
          return;
        }
        const ended = text.split('END:VTODO').length - 1;
        expect(read.plan.tasks).toHaveLength(ended);
      }),
    );
  });

  test('every line of an entry is in exactly one entry, whatever is nested how', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const text = ['BEGIN:VCALENDAR', ...all].join('\n');
        const parts: CalendarPart[] = calendarParts(text);
        const begun = parts.flatMap(({ entries }) => entries.map(({ line }) => line));
        expect(new Set(begun).size).toBe(begun.length);
      }),
    );
  });
});

describe('calendars made to hurt', () => {
  test('endless series, and such as hardly ever come, are read like any others', async () => {
    const bombs = [
      'RRULE:FREQ=SECONDLY',
      'RRULE:FREQ=DAILY;COUNT=1000;BYMONTH=2;BYMONTHDAY=29,30,31',
      'RRULE:FREQ=YEARLY;BYDAY=53MO;BYMONTH=1',
      'RRULE:FREQ=WEEKLY;BYDAY=MO',
    ];
    const entries = Array.from({ length: 400 }, (_, at) =>
      entryOf('VEVENT', `UID:${at}`, 'DTSTART:20000101T100000', bombs[at % bombs.length] ?? ''),
    );
    const plan = await calendarPlan(calendarOf(...entries));
    expect(plan.tasks).toHaveLength(300);
    expect(plan.leftOut).toEqual([
      { code: 'past_events', count: 100 },
      { code: 'recurrences', count: 100 },
    ]);
  });

  test('once a file has spent its budget, its other series are told as such that cannot be kept', () => {
    const start = { date: '2000-01-01', time: null, zone: null };
    const series = { rule: 'FREQ=DAILY;COUNT=1000;BYMONTH=2', start, leftOut: new Set<string>() };
    const times = createTimeReader({
      deviceZone: 'UTC',
      findZone: () => undefined,
      tell: () => undefined,
    });
    const budget = { daysLeft: 9_000 };
    const read = () => readSeries({ ...series, from: '2026-11-28' }, { times, budget });
    expect(read()).toMatchObject({ name: 'recurring', date: '2027-02-01' });
    expect(read()).toEqual({ name: 'unsayable' });
  });

  test('deep nesting, one UID for all, a chain of parents and a year left out are read', async () => {
    const deep = `${'BEGIN:X-A\n'.repeat(20_000)}${'END:X-A\n'.repeat(20_000)}`;
    const same = Array.from({ length: 1_000 }, (_, at) => entryOf('VTODO', `SUMMARY:${at}`));
    const chain = Array.from({ length: 1_000 }, (_, at) =>
      entryOf('VTODO', `UID:c${at}`, `RELATED-TO:c${at + 1}`),
    );
    const days = Array.from({ length: 366 }, (_, at) =>
      new Date(Date.UTC(2026, 10, 28 + at)).toISOString().slice(0, 10).replaceAll('-', ''),
    );
    const series = entryOf(
      'VEVENT',
      'UID:series',
      'DTSTART;VALUE=DATE:20261128',
      'RRULE:FREQ=DAILY',
      `EXDATE;VALUE=DATE:${days.join(',')}`,
    );
    const plan = await calendarPlan(calendarOf(deep, ...same, ...chain, series));
    expect(plan.tasks).toHaveLength(2_001);
    expect(plan.tasks.find(({ create }) => create['recurrence'])?.create).toMatchObject({
      dueDate: '2027-11-29',
    });
  });
});

test('a calendar sets neither people nor sections', async () => {
  const { tasks } = await calendarPlan(calendarOf(entryOf('VTODO', 'ATTENDEE:mailto:a@b.example')));
  for (const name of ['assignees', 'sectionId']) expect(tasks[0]?.create).not.toHaveProperty(name);
});
