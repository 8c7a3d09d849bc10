import {
  type CivilDate,
  formatCivilDate,
  fromDayNumber,
  isCivilDate,
  parseCivilDate,
  toDayNumber,
  weekdayOf,
} from './civil-date.ts';
import { readClockTime, readMonthDay, weekdayIndex } from './phrase-words.ts';

/** A day that a phrase names, and the time of day if it names one (`HH:MM`). */
export interface DatePhrase {
  dueDate: string;
  dueTime: string | null;
}

const phraseMaxLength = 100;
const relativeDays = new Map([
  ['today', 0],
  ['tod', 0],
  ['tomorrow', 1],
  ['tom', 1],
  ['tmr', 1],
  ['tmrw', 1],
  ['yesterday', -1],
]);
const unitDays = new Map([
  ['day', 1],
  ['week', 7],
]);

/**
 * Reads a fixed date as people and Todoist write it in English: "2026-12-01", "1 Dec 2026 at 15:00", "Dec 1 3pm",
 * "tomorrow", "monday", "in 2 weeks", "24.12.2026". A day without a year is the next such day, today included; a
 * weekday is the next one after today. Null for every phrase it does not know to the last word, also for "4/12",
 * which is two different days on two sides of an ocean.
 */
export function dateFromPhrase({
  phrase,
  today,
}: {
  phrase: string;
  today: string;
}): DatePhrase | null {
  if (phrase.length > phraseMaxLength) return null;
  const todayDate = parseCivilDate(today);
  const words = phrase
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^date: ?/, '');
  if (todayDate === undefined || words === '') return null;
  const { body, time } = splitTime(words);
  const date = time === undefined ? undefined : readDay(body, todayDate);
  if (date === undefined || time === undefined) return null;
  const dueDate = formatCivilDate(date);
  return dueDate < '1900' || dueDate > '2999-12-31' ? null : { dueDate, dueTime: time };
}

/** Takes the time of day off the end: "… at 15:00", "…T15:00:00", "… 3pm". A bare number is no time. */
function splitTime(words: string): { body: string; time: string | null | undefined } {
  const iso = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(words);
  if (iso) return { body: iso[1] ?? '', time: readClockTime(iso[2] ?? '') };
  const at = /^(.+?) ?(?:\bat|@) (.+)$/.exec(words);
  if (at) return { body: at[1] ?? '', time: readClockTime(at[2] ?? '') };
  const end = /^(.+) (\d{1,2}(?::\d{2})? ?[ap]m|\d{1,2}:\d{2}|noon|midnight)$/.exec(words);
  if (end) return { body: end[1] ?? '', time: readClockTime(end[2] ?? '') };
  return { body: words, time: null };
}

function readDay(text: string, today: CivilDate): CivilDate | undefined {
  return (
    parseCivilDate(text) ??
    readRelative(text, toDayNumber(today)) ??
    readDottedDate(text) ??
    readNamedMonth(text.replace(/^[a-z]+,? (?=.*\d)/, dropWeekday), today)
  );
}

/** "Tue 1 Dec": the weekday says nothing that the date does not. */
function dropWeekday(prefix: string): string {
  return weekdayIndex(prefix.replace(/,? $/, '')) === undefined ? prefix : '';
}

function readRelative(text: string, today: number): CivilDate | undefined {
  const days = relativeDays.get(text);
  if (days !== undefined) return fromDayNumber(today + days);
  const inUnits = /^(?:in|\+) ?(\d{1,3}|a|one) (day|week)s?$/.exec(text);
  if (inUnits) {
    const count = /^\d/.test(inUnits[1] ?? '') ? Number(inUnits[1]) : 1;
    return fromDayNumber(today + count * (unitDays.get(inUnits[2] ?? '') ?? 0));
  }
  if (text === 'next week') return fromDayNumber(today + 7 - weekdayOf(today));
  const weekday = weekdayIndex(text);
  if (weekday === undefined) return undefined;
  return fromDayNumber(today + (((weekday - weekdayOf(today) + 6) % 7) + 1));
}

/** "24.12.2026" and "24.12.26": with dots it is always the day first. */
function readDottedDate(text: string): CivilDate | undefined {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[3]) + (match[3]?.length === 2 ? 2000 : 0);
  return existing({ year, month: Number(match[2]), day: Number(match[1]) });
}

/** "1 dec", "dec 1st", "1 dec 2026", "dec 1, 2026". */
function readNamedMonth(text: string, today: CivilDate): CivilDate | undefined {
  const withYear = /^(.+?),? (\d{4})$/.exec(text);
  const monthDay = readMonthDay(withYear?.[1] ?? text);
  if (monthDay === undefined) return undefined;
  if (withYear) return existing({ year: Number(withYear[2]), ...monthDay });
  // 29 February is up to eight years away.
  for (let year = today.year; year <= today.year + 8; year += 1) {
    const date = existing({ year, ...monthDay });
    if (date !== undefined && toDayNumber(date) >= toDayNumber(today)) return date;
  }
  return undefined;
}

function existing(date: CivilDate): CivilDate | undefined {
  return isCivilDate(date) ? date : undefined;
}
