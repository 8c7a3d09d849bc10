import { readMonthDay, readOrdinal, weekdayIndex } from './phrase-words.ts';
import { type Frequency, plainRule, type RecurrenceRule } from './recurrence-rule.ts';

const workdays = [0, 1, 2, 3, 4].map((weekday) => ({ weekday, ordinal: 0 }));
const units = new Map<string, { freq: Frequency; interval: number }>([
  ['day', { freq: 'DAILY', interval: 1 }],
  ['week', { freq: 'WEEKLY', interval: 1 }],
  ['month', { freq: 'MONTHLY', interval: 1 }],
  ['quarter', { freq: 'MONTHLY', interval: 3 }],
  ['year', { freq: 'YEARLY', interval: 1 }],
]);
const intervalMax = 1_000;

/**
 * Reads what follows "every": "day", "3 days", "other week on mon", "mon, wed", "2 fridays", "weekday", "15th",
 * "1st, 15th", "last day", "3rd friday", "first workday", "january 5". Undefined for anything else.
 */
export function everyPhrase(body: string): RecurrenceRule | undefined {
  const text = body.replace(/ (?:of|in) (?:the|each|every|a) month$/, '');
  return (
    readUnit(text) ??
    readWeekdays(text) ??
    readCountedWeekday(text) ??
    readPosition(text) ??
    readMonthDays(text) ??
    readYearDay(text)
  );
}

/** "day", "other week", "3 months", and with a day of it: "2 weeks on mon", "month on the 15th". */
function readUnit(text: string): RecurrenceRule | undefined {
  const match =
    /^(?:(other|second|\d{1,4}) )?(day|week|month|quarter|year)s?(?: on (?:the )?(.+))?$/.exec(
      text,
    );
  const unit = units.get(match?.[2] ?? '');
  const times = match && readTimes(match[1]);
  if (!unit || !times) return undefined;
  const interval = unit.interval * times;
  if (interval > intervalMax) return undefined;
  if (match[3] === undefined) return plainRule(unit.freq, interval);
  const day = readDayOfUnit(match[3]);
  return day?.freq === unit.freq ? { ...day, interval } : undefined;
}

function readDayOfUnit(text: string): RecurrenceRule | undefined {
  return readWeekdays(text) ?? readPosition(text) ?? readMonthDays(text) ?? readYearDay(text);
}

function readTimes(word: string | undefined): number | undefined {
  if (word === undefined) return 1;
  if (word === 'other' || word === 'second') return 2;
  const times = Number(word);
  return times >= 1 ? times : undefined;
}

/** "mon, wed", "monday and friday", "weekday", "workday", "weekend" (its Saturday, as in Todoist). */
function readWeekdays(text: string): RecurrenceRule | undefined {
  if (/^(?:weekday|workday|work day)s?$/.test(text)) {
    return { ...plainRule('WEEKLY'), byDay: workdays };
  }
  if (/^weekends?$/.test(text)) {
    return { ...plainRule('WEEKLY'), byDay: [{ weekday: 5, ordinal: 0 }] };
  }
  const days = readAll(text, weekdayIndex);
  if (!days) return undefined;
  const inOrder = [...days].sort((a, b) => a - b);
  return { ...plainRule('WEEKLY'), byDay: inOrder.map((weekday) => ({ weekday, ordinal: 0 })) };
}

/** "other friday", "2 fridays", "3 mondays": every so many weeks. "3rd friday" is a position in the month. */
function readCountedWeekday(text: string): RecurrenceRule | undefined {
  const match = /^(other|\d{1,2}) ([a-z]+)$/.exec(text);
  const interval = match && readTimes(match[1]);
  const weekday = weekdayIndex(match?.[2] ?? '');
  if (!interval || weekday === undefined) return undefined;
  return { ...plainRule('WEEKLY', interval), byDay: [{ weekday, ordinal: 0 }] };
}

/** "last day", "3rd friday", "last workday": a position in the month. */
function readPosition(text: string): RecurrenceRule | undefined {
  const [ordinalWord = '', ...rest] = text.split(' ');
  const ordinal = readOrdinal(ordinalWord);
  const what = rest.join(' ');
  if (ordinal === undefined || what === '') return undefined;
  const rule = plainRule('MONTHLY');
  if (what === 'day') return { ...rule, byMonthDay: [ordinal] };
  if (/^(?:weekday|workday|work day)$/.test(what)) {
    return ordinal <= 20 ? { ...rule, byDay: workdays, bySetPos: [ordinal] } : undefined;
  }
  const weekday = weekdayIndex(what);
  if (weekday === undefined || ordinal > 5) return undefined;
  return { ...rule, byDay: [{ weekday, ordinal }] };
}

/** "15th", "15", "1st, 15th", "15th and last day". */
function readMonthDays(text: string): RecurrenceRule | undefined {
  const days = readAll(text.replace(/\blast day$/, 'last'), readOrdinal);
  if (!days || text === 'last') return undefined;
  return { ...plainRule('MONTHLY'), byMonthDay: days };
}

/** "january 5", "5 jan", "jan 5, jul 5" where the day is the same. */
function readYearDay(text: string): RecurrenceRule | undefined {
  const days = readAll(text, readMonthDay);
  const [first] = days ?? [];
  if (!days || !first || days.some(({ day }) => day !== first.day)) return undefined;
  const byMonth = days.map(({ month }) => month);
  return { ...plainRule('YEARLY'), byMonth, byMonthDay: [first.day] };
}

/** Every item of a list "a, b and c", or undefined if one cannot be read or comes twice. */
function readAll<T>(text: string, read: (item: string) => T | undefined): T[] | undefined {
  const items = text.split(/, ?and |, ?| and | & /);
  const values = items.map(read).filter((value) => value !== undefined);
  const isWhole = values.length === items.length && new Set(items).size === items.length;
  return isWhole ? values : undefined;
}
