import type { CalendarTime, TimeReader } from './calendar-time.ts';
import { daysBetween, shiftDay } from './shift-day.ts';
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

/** How many days may still be looked at for the series of one file. */
export interface SeriesBudget {
  daysLeft: number;
}

/** A calendar of a lifetime needs a tenth of it; it takes some seconds to spend. */
export const seriesDaysMax = 5_000_000;

/**
 * The next time of a series that is not before `from` and not left out. Nothing is listed: days are looked at one by one
 * only for rules that are counted, or hardly ever come. Once the budget is spent, what is left of a file counts as unsayable,
 * so that no file takes long.
 */
export function readSeries(
  input: SeriesInput,
  { times, budget }: { times: TimeReader; budget: SeriesBudget },
): Series {
  const { from } = input;
  const rule = sayableRule(input, times);
  // Also when it has no time left before: looking for that would take longest.
  if (hasEnded(rule ?? input.rule, from)) return { name: 'ended' };
  if (rule === undefined || budget.daysLeft <= 0) return unsayable;
  const next = nextOf(rule, input);
  budget.daysLeft -= daysLookedAt(rule, input, next);
  if (next === null) return { name: 'ended' };
  return { name: 'recurring', recurrence: next.recurrence, date: next.dueDate };
}

/** About what `daysOfRule` did: it begins at the first day for a rule that is counted, and gives up after 60 years. */
function daysLookedAt(rule: string, of: SeriesInput, next: Occurrence | null): number {
  const { start, from } = of;
  const [, count] = /COUNT=(\d+)/.exec(rule) ?? [];
  if (count === undefined) {
    const first = start.date < from ? from : start.date;
    return next === null ? 60 * 366 : daysBetween(first, next.dueDate);
  }
  if (next !== null) return daysBetween(start.date, next.dueDate);
  const all = daysBetween(start.date, from);
  // Days that hardly ever come have to be looked for; those of a plain rule follow each other.
  if (/BYMONTH|BYSETPOS/.test(rule)) return all;
  const [, interval = '1'] = /INTERVAL=(\d+)/.exec(rule) ?? [];
  const periodDays = /DAILY|WEEKLY/.test(rule) ? 7 : 366;
  return Math.min(all, Number(count) * Number(interval) * periodDays);
}

function nextOf(rule: string, { start, leftOut, from }: SeriesInput): Occurrence | null {
  let next: Occurrence | null = { recurrence: { rule, basis: 'due' }, dueDate: start.date };
  if (start.date < from) next = following(next, from);
  while (next !== null && leftOut.has(next.dueDate)) next = following(next, next.dueDate);
  return next;
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
  const isBefore = (end.time ?? '') < start.time;
  return shiftDay(end.date, isBefore ? -1 : 0).replaceAll('-', '');
}

function hasEnded(rule: string, from: string): boolean {
  const [, until] = /UNTIL=(\d{8})/.exec(rule) ?? [];
  return until !== undefined && until < from.replaceAll('-', '');
}
