import type { CalendarTime, TimeReader } from './calendar-time.ts';
import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from './civil-date.ts';
import { nextOccurrence, type Recurrence } from './recurrence.ts';
import { formatRecurrenceRule, parseRecurrenceRule } from './recurrence-rule.ts';

/** What a rule of a calendar comes to here. */
export type Series =
  /** Comes back; its next time is on `date`. */
  | { name: 'recurring'; recurrence: Recurrence; date: string }
  /** No time of it is left. */
  | { name: 'ended' }
  /** It repeats in a way that TaskFlow has no words for. */
  | { name: 'unsayable' };

/** One entry's rule with what bounds it. */
export interface SeriesInput {
  rule: string;
  start: CalendarTime;
  /** Days on which it does not come, in the zone of its start. */
  leftOut: ReadonlySet<string>;
  /** The first day that counts, `YYYY-MM-DD`. */
  from: string;
}

/**
 * The next time of a series that is not before `from` and not left out. Nothing is listed: the next day is computed, and
 * at most as many more as are left out, so no rule can take long.
 */
export function readSeries(input: SeriesInput, times: TimeReader): Series {
  const { start, leftOut, from } = input;
  const rule = sayableRule(input, times);
  if (rule === undefined) return hasEnded(input.rule, from) ? { name: 'ended' } : unsayable;
  let next: Occurrence | null = { recurrence: { rule, basis: 'due' }, dueDate: start.date };
  if (start.date < from) next = following(next, from);
  while (next !== null && leftOut.has(next.dueDate)) next = following(next, next.dueDate);
  if (next === null) return { name: 'ended' };
  return { name: 'recurring', recurrence: next.recurrence, date: next.dueDate };
}

const unsayable: Series = { name: 'unsayable' };

interface Occurrence {
  recurrence: Recurrence;
  dueDate: string;
}

function following(held: Occurrence, completedOn: string): Occurrence | null {
  return nextOccurrence({ ...held, dueTime: null, timeZone: null, completedOn });
}

/** The rule as TaskFlow keeps it; undefined if it has parts that TaskFlow does not know. */
function sayableRule({ rule, start }: SeriesInput, times: TimeReader): string | undefined {
  const parts = new Map(rule.split(';').map((part) => splitPart(part)));
  if (!isSameClock(parts, start)) return undefined;
  for (const name of ['BYHOUR', 'BYMINUTE', 'BYSECOND']) parts.delete(name);
  const until = parts.get('UNTIL');
  if (until !== undefined) parts.set('UNTIL', untilDay(until, start, times));
  const read = parseRecurrenceRule([...parts].map(([name, value]) => `${name}=${value}`).join(';'));
  return read && formatRecurrenceRule(read);
}

function splitPart(part: string): [string, string] {
  const at = part.indexOf('=');
  return [part.slice(0, at), part.slice(at + 1)];
}

/** Programs like to repeat the time of the start in the rule; another one would be several times a day. */
function isSameClock(parts: ReadonlyMap<string, string>, { time }: CalendarTime): boolean {
  const [hour, minute] = (time ?? '00:00').split(':').map(Number);
  const same = (name: string, value: number | undefined) =>
    !parts.has(name) || Number(parts.get(name)) === value;
  return same('BYHOUR', hour) && same('BYMINUTE', minute);
}

/**
 * The last day on which a series can come, `YYYYMMDD`. Its end is given as a moment, mostly in UTC: that is a day in the
 * zone of the series, and the day before when the time of the series is later than that.
 */
function untilDay(until: string, start: CalendarTime, times: TimeReader): string {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\dZ?$/.exec(until);
  if (match === null || start.time === null) return until.slice(0, 8);
  const [, year, month, day, hour, minute] = match;
  const given = { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
  const isUtc = until.endsWith('Z');
  const end = times.inZone({ ...given, zone: isUtc ? 'UTC' : null }, start.zone);
  const date = parseCivilDate(end.date);
  if (date === undefined || (end.time ?? '') >= start.time) return end.date.replaceAll('-', '');
  return formatCivilDate(fromDayNumber(toDayNumber(date) - 1)).replaceAll('-', '');
}

function hasEnded(rule: string, from: string): boolean {
  const [, until] = /UNTIL=(\d{8})/.exec(rule) ?? [];
  return until !== undefined && until < from.replaceAll('-', '');
}
