import {
  type CivilDate,
  daysInMonth,
  formatCivilDate,
  fromDayNumber,
  isCivilDate,
  parseCivilDate,
  toDayNumber,
  weekdayOf,
} from './civil-date.ts';
import { dateFromPhrase } from './date-phrase.ts';
import { readClockTime, weekdayIndex } from './phrase-words.ts';
import { isClockTime, readCount } from './quick-add-times.ts';
import type { QuickAddContext } from './quick-add-token.ts';
import { partsOfDay } from './recurrence-phrase.ts';

/** A day that a phrase names, and how likely it is that it is meant. */
export interface DayMatch {
  dueDate: string;
  dueTime: string | null;
  /** How the day is named; but for `sure`, the words around it decide. */
  strength:
    | 'sure'
    | 'today'
    | 'weekday'
    | 'short-weekday'
    | 'day-of-month'
    | 'month-day'
    | 'slashes';
  /** A word before it says that it is a date: "on", "by", "due", "this", "next". */
  isMarked: boolean;
}

type Day = Pick<DayMatch, 'strength'> & { date: CivilDate };

/**
 * Reads a day with or without a time: "tomorrow", "on friday at 9", "9am next monday", "by the 15th", "dec 24",
 * "tomorrow evening", "in two weeks", "end of month", "4/12". Undefined for what it does not know to the last word.
 */
export function readDayPhrase(phrase: string, context: QuickAddContext): DayMatch | undefined {
  const today = parseCivilDate(context.today);
  if (today === undefined) return undefined;
  const { body, dueTime, isTimed } = splitTime(phrase);
  const [, marker = '', rest = ''] =
    /^((?:due |deadline )?(?:(?:on|by|for) )?)(.+)$/.exec(body) ?? [];
  const day = readDay(rest, { today, context });
  if (day === undefined) return undefined;
  const dueDate = formatCivilDate(day.date);
  if (dueDate > '2999-12-31') return undefined;
  const isMarked = (marker !== '' && marker !== 'for ') || /^(?:this|next) /.test(rest);
  // "The 15th floor": a bare ordinal is a day only behind such a word.
  if (day.strength === 'day-of-month' && !isMarked) return undefined;
  return { dueDate, dueTime, strength: isTimed ? 'sure' : day.strength, isMarked };
}

/** Takes the time off either end: "tomorrow at 9", "friday 9am", "9am on friday", "tomorrow evening". */
function splitTime(phrase: string): { body: string; dueTime: string | null; isTimed: boolean } {
  const part = /^(.+?) (?:in the )?(morning|afternoon|evening|night)$/.exec(phrase);
  if (part) {
    const body = part[1] === 'this' ? 'today' : (part[1] ?? '');
    return timed(body, partsOfDay.get(part[2] ?? ''));
  }
  if (phrase === 'tonight') return timed('today', partsOfDay.get('evening'));
  const at = /^(.+?)(?: at | ?@ ?)(\S.*)$/.exec(phrase);
  if (at) return timed(at[1] ?? '', readClockTime(at[2] ?? ''));
  const end = /^(.+?),? (\d{1,2}(?:[:.]\d{2})? ?[ap]m|\d{1,2}:\d{2}|noon|midnight)$/.exec(phrase);
  if (end) return timed(end[1] ?? '', readClockTime(end[2] ?? ''));
  const front = /^(at |@ ?)?(\d{1,2}(?:[:.]\d{2})?(?: ?[ap]m)?|noon|midnight) (.+)$/.exec(phrase);
  const [, marker, clock = '', body = ''] = front ?? [];
  if (front && (marker !== undefined || isClockTime(clock))) {
    const isDay = /^(?:on |this |next |to|tmr|mon|tue|wed|thu|fri|sat|sun|\d)/.test(body);
    return isDay ? timed(body, readClockTime(clock)) : timed('', undefined);
  }
  return { body: phrase, dueTime: null, isTimed: false };
}

function timed(body: string, dueTime: string | undefined) {
  return { body: dueTime === undefined ? '' : body, dueTime: dueTime ?? null, isTimed: true };
}

function readDay(
  text: string,
  { today, context }: { today: CivilDate; context: QuickAddContext },
): Day | undefined {
  return (
    readNear(text, toDayNumber(today)) ??
    readAhead(text, today) ??
    readWeekday(text, toDayNumber(today)) ??
    readDayOfMonth(text, today) ??
    readSlashes(text, { today, isDayFirst: context.isDayFirst }) ??
    readWrittenDate(text, context.today)
  );
}

function readNear(text: string, today: number): Day | undefined {
  if (text === 'today') return { date: fromDayNumber(today), strength: 'today' };
  if (/^(?:tomorrow|tmr|tmrw)$/.test(text)) return sure(fromDayNumber(today + 1));
  if (/^(?:the )?day after tomorrow$/.test(text)) return sure(fromDayNumber(today + 2));
  const monday = today - weekdayOf(today);
  if (text === 'next week') return sure(fromDayNumber(monday + 7));
  if (text === 'next weekend') return sure(fromDayNumber(monday + 12));
  if (text !== 'this weekend') return undefined;
  return sure(fromDayNumber(Math.max(monday + 5, today)));
}

/** "in 3 days", "in two weeks", "a month from now", "next month", "end of the month", "end of year". */
function readAhead(text: string, today: CivilDate): Day | undefined {
  if (text === 'next month') return sure(monthLater({ ...today, day: 1 }, 1));
  if (/^(?:eom|(?:the )?end of (?:the )?month)$/.test(text)) return sure(lastOfMonth(today));
  if (/^(?:the )?end of (?:the )?year$/.test(text))
    return sure({ year: today.year, month: 12, day: 31 });
  const match =
    /^(?:in (\S+) (day|week|month|year)s?|\+(\d+) (day|week|month|year)s?|(\S+) (day|week|month|year)s? from (?:now|today))$/.exec(
      text,
    );
  const count = readCount(match?.[1] ?? match?.[3] ?? match?.[5] ?? '');
  const unit = match?.[2] ?? match?.[4] ?? match?.[6];
  // "Rome in a day" is no date.
  if (count === undefined || /^in an? day$/.test(text)) return undefined;
  if (unit === 'month') return sure(monthLater(today, count));
  if (unit === 'year') return sure(monthLater(today, count * 12));
  return sure(fromDayNumber(toDayNumber(today) + count * (unit === 'week' ? 7 : 1)));
}

/** A weekday is the next one after today; with "next" it is that of the week after this one. */
function readWeekday(text: string, today: number): Day | undefined {
  const [, word, name = ''] = /^(this |next )?([a-z]+)$/.exec(text) ?? [];
  const weekday = weekdayIndex(name);
  if (weekday === undefined || name.replace(/^(?:tues|weds|thurs)$/, '').endsWith('s'))
    return undefined;
  const strength = /^(?:mon|wed|sat|sun)$/.test(name) ? 'short-weekday' : 'weekday';
  const next = today - weekdayOf(today) + 7 + weekday;
  const coming = today + (((weekday - weekdayOf(today) + 6) % 7) + 1);
  return { date: fromDayNumber(word === 'next ' ? next : coming), strength };
}

/** "the 15th", "15th": the next such day, which not every month has. */
function readDayOfMonth(text: string, today: CivilDate): Day | undefined {
  const match = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/.exec(text);
  const day = Number(match?.[1] ?? 0);
  if (day < 1 || day > 31) return undefined;
  for (let months = 0; months <= 12; months += 1) {
    const { year, month } = monthLater({ ...today, day: 1 }, months);
    const date = { year, month, day };
    if (isCivilDate(date) && toDayNumber(date) >= toDayNumber(today)) {
      return { date, strength: 'day-of-month' };
    }
  }
  return undefined;
}

/** Fractions, and what is said of the clock round the year. */
const noDates: ReadonlySet<string> = new Set(['1/2', '1/3', '2/3', '1/4', '3/4', '24/7', '9/11']);

function readSlashes(
  text: string,
  { today, isDayFirst }: { today: CivilDate; isDayFirst: boolean | undefined },
): Day | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(text);
  if (match === null || isDayFirst === undefined || noDates.has(text)) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  if (match[3] !== undefined) {
    const date = { year: Number(match[3]), month, day };
    return isCivilDate(date) ? sure(date) : undefined;
  }
  const thisYear = { year: today.year, month, day };
  const isAhead = isCivilDate(thisYear) && toDayNumber(thisYear) >= toDayNumber(today);
  const date = isAhead ? thisYear : { ...thisYear, year: today.year + 1 };
  return isCivilDate(date) ? { date, strength: 'slashes' } : undefined;
}

/** "dec 24", "1 Dec 2026", "Tue 1 Dec", "2026-12-01", "24.12.2026". */
function readWrittenDate(text: string, today: string): Day | undefined {
  if (!/\d/.test(text) || /[@:]|\bat\b|^(?:in|\+|date)/.test(text)) return undefined;
  // "1.2.26" is as likely to be a version.
  if (/^\d\.|\.\d\.|\.\d{2}$/.test(text) && !/\d{4}$/.test(text)) return undefined;
  const read = dateFromPhrase({ phrase: text, today });
  const date = read && read.dueTime === null ? parseCivilDate(read.dueDate) : undefined;
  if (date === undefined) return undefined;
  return { date, strength: /\d{4}/.test(text) ? 'sure' : 'month-day' };
}

function monthLater(from: CivilDate, months: number): CivilDate {
  const at = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(at / 12);
  const month = (at % 12) + 1;
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

function lastOfMonth({ year, month }: CivilDate): CivilDate {
  return { year, month, day: daysInMonth(year, month) };
}

function sure(date: CivilDate): Day {
  return { date, strength: 'sure' };
}
