import {
  formatCivilDate,
  fromDayNumber,
  parseCivilDate,
  toDayNumber,
  weekdayOf,
} from './civil-date.ts';
import { everyPhrase } from './every-phrase.ts';
import { firstOccurrence, type Recurrence } from './recurrence.ts';
import { formatRecurrenceRule } from './recurrence-rule.ts';
import { readClockTime, readMonthDay, weekdayIndex } from './phrase-words.ts';

/** What a phrase says: how the task comes back, when it is due first, and at what time of the day, if it says so. */
export interface PhraseSchedule {
  recurrence: Recurrence;
  dueDate: string;
  dueTime: string | null;
}

interface Clauses {
  body: string;
  dueTime: string | null;
  start: string | undefined;
  until: string | undefined;
}

const phraseMaxLength = 200;

/** Times of day that Todoist gives these words. */
export const partsOfDay: ReadonlyMap<string, string> = new Map([
  ['morning', '09:00'],
  ['afternoon', '12:00'],
  ['evening', '19:00'],
  ['night', '22:00'],
]);

/**
 * Reads an English recurrence as Todoist writes it into its exports: "every mon, wed at 9am", "every! 3 days",
 * "every last day starting jan 5 until 2027-01-01". "every!" and "after" count from completion. `today`
 * (`YYYY-MM-DD`) is where counting starts unless the phrase says otherwise. Null for every phrase it does not
 * know to the last word: a wrong guess would be worse than the plain text.
 */
export function recurrenceFromPhrase({
  phrase,
  today,
}: {
  phrase: string;
  today: string;
}): PhraseSchedule | null {
  if (phrase.length > phraseMaxLength) return null;
  const words = phrase.toLowerCase().trim().replace(/\s+/g, ' ');
  const opening = readOpening(words);
  const clauses = opening && readClauses(opening.rest, today);
  const every = clauses && everyPhrase(clauses.body);
  if (!every || (clauses.until && clauses.until < (clauses.start ?? today))) return null;
  const rule = formatRecurrenceRule({ ...every, until: clauses.until ?? '' });
  const dueDate = firstOccurrence({ rule, from: clauses.start ?? today });
  if (dueDate === null) return null;
  return { recurrence: { rule, basis: opening.basis }, dueDate, dueTime: clauses.dueTime };
}

function readOpening(words: string): { basis: Recurrence['basis']; rest: string } | undefined {
  if (/^(?:daily|weekly|monthly|yearly)\b/.test(words)) {
    return {
      basis: 'due',
      rest: words.replace(/^daily/, 'day').replace(/^(week|month|year)ly/, '$1'),
    };
  }
  const match = /^(every ?!|ev ?!|every|ev|each|after) ?(.+)$/.exec(words);
  if (!match) return undefined;
  const [, word = '', rest = ''] = match;
  const isFromCompletion = word.endsWith('!') || word === 'after';
  return { basis: isFromCompletion ? 'completion' : 'due', rest };
}

/** Takes "at 9am", "starting …" and "until …" off the end, in any order; undefined when one cannot be read. */
function readClauses(text: string, today: string): Clauses | undefined {
  const clauses: Clauses = { body: text, dueTime: null, start: undefined, until: undefined };
  for (let position = lastClause(clauses.body); position; position = lastClause(clauses.body)) {
    const [word, value] = [position.word, position.value];
    clauses.body = position.before;
    if (word === 'at' || word === '@') {
      clauses.dueTime = readClockTime(value) ?? '';
      if (clauses.dueTime === '') return undefined;
    } else if (/^(?:start|from)/.test(word)) {
      clauses.start = readDate(value, today);
      if (!clauses.start) return undefined;
    } else {
      clauses.until = readDate(value, clauses.start ?? today);
      if (!clauses.until) return undefined;
    }
  }
  return readTimeInBody(clauses);
}

function lastClause(text: string) {
  const words = text.split(' ');
  const at = words.findLastIndex((word) =>
    ['at', '@', 'start', 'starting', 'from', 'until', 'ending'].includes(word),
  );
  if (at < 1) return undefined;
  return {
    before: words.slice(0, at).join(' '),
    word: words[at] ?? '',
    value: words.slice(at + 1).join(' '),
  };
}

/** "every evening" and "every day 9am": times that stand in the body itself. */
function readTimeInBody(clauses: Clauses): Clauses {
  const partOfDay = partsOfDay.get(clauses.body);
  if (partOfDay) return { ...clauses, body: 'day', dueTime: clauses.dueTime ?? partOfDay };
  const match = /^(.+) (\d{1,2}(?::\d{2})? ?[ap]m|\d{1,2}:\d{2})$/.exec(clauses.body);
  const time = match && clauses.dueTime === null ? readClockTime(match[2] ?? '') : undefined;
  return time ? { ...clauses, body: match?.[1] ?? '', dueTime: time } : clauses;
}

/** A date on or after `today`: "2026-12-24", "today", "tomorrow", "monday", "24 dec", "dec 24 2026". */
function readDate(text: string, today: string): string | undefined {
  const todayDate = parseCivilDate(today);
  if (!todayDate) return undefined;
  if (parseCivilDate(text)) return text;
  const start = toDayNumber(todayDate);
  if (text === 'today') return today;
  if (text === 'tomorrow') return formatCivilDate(fromDayNumber(start + 1));
  const weekday = weekdayIndex(text);
  if (weekday !== undefined) {
    return formatCivilDate(fromDayNumber(start + ((weekday - weekdayOf(start) + 7) % 7)));
  }
  const withYear = /^(.+?),? (\d{4})$/.exec(text);
  const day = readMonthDay(withYear?.[1] ?? text);
  if (!day) return undefined;
  const inYear = (year: number) => formatCivilDate({ year, ...day });
  if (withYear) return existing(inYear(Number(withYear[2])));
  const thisYear = inYear(todayDate.year);
  return existing(thisYear >= today ? thisYear : inYear(todayDate.year + 1));
}

function existing(date: string): string | undefined {
  return parseCivilDate(date) ? date : undefined;
}
