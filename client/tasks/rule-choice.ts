import { daysInMonth, parseCivilDate, toDayNumber, weekdayOf } from '#shared/civil-date';
import {
  formatRecurrenceRule,
  type Frequency,
  parseRecurrenceRule,
  plainRule,
  type RecurrenceRule,
} from '#shared/recurrence-rule';

/** Which day of its month (or of a month of its year) a task comes back on. */
export type MonthDay =
  | { name: 'day'; day: number }
  | { name: 'last-day' }
  /** `ordinal` 1 to 5, or -1 for the last one; `weekday` 0 = Monday. */
  | { name: 'weekday'; ordinal: number; weekday: number };

/** When it no longer comes back. `count` holds the task of now as one. */
export type RuleEnd =
  | { name: 'never' }
  | { name: 'until'; date: string }
  | { name: 'count'; count: number };

/** A rule as the editor offers it: every part has a value, also those that its frequency does not use. */
export interface RuleChoice {
  freq: Frequency;
  interval: number;
  /** 0 = Monday; at least one. */
  weekdays: readonly number[];
  monthDay: MonthDay;
  /** 1 = January. */
  month: number;
  end: RuleEnd;
}

/** What the editor begins with for a task due on a date: every week on its weekday, and its day of the month. */
export function choiceFor(dueDate: string): RuleChoice {
  const date = parseCivilDate(dueDate) ?? { year: 2000, month: 1, day: 1 };
  return {
    freq: 'WEEKLY',
    interval: 1,
    weekdays: [weekdayOf(toDayNumber(date))],
    monthDay: { name: 'day', day: date.day },
    month: date.month,
    end: { name: 'never' },
  };
}

/** A rule as the editor offers it; undefined for one that says more than the editor can. */
export function readChoice(rule: string, dueDate: string): RuleChoice | undefined {
  const parsed = parseRecurrenceRule(rule);
  if (parsed === undefined) return undefined;
  const plain = choiceFor(dueDate);
  const monthDay = readMonthDay(parsed) ?? plain.monthDay;
  const isByWeek = parsed.freq === 'WEEKLY' && parsed.byDay.length > 0;
  const choice: RuleChoice = {
    freq: parsed.freq,
    interval: parsed.interval,
    weekdays: isByWeek ? parsed.byDay.map(({ weekday }) => weekday) : plain.weekdays,
    monthDay,
    month: parsed.byMonth[0] ?? plain.month,
    end: readEnd(parsed),
  };
  return isSameRule(choice, { parsed, dueDate }) ? choice : undefined;
}

/** The rule of a choice, as tasks keep it. */
export function ruleOf(choice: RuleChoice): string {
  return formatRecurrenceRule(toRule(choice));
}

/** Whether a date is one of the days of the rule: a task due on a Tuesday can be told to come back on Fridays. */
export function isOnRule(choice: RuleChoice, dueDate: string): boolean {
  const date = parseCivilDate(dueDate);
  if (date === undefined) return false;
  const day = toDayNumber(date);
  if (choice.freq === 'WEEKLY') return choice.weekdays.includes(weekdayOf(day));
  if (choice.freq === 'DAILY') return true;
  if (choice.freq === 'YEARLY' && choice.month !== date.month) return false;
  return isMonthDay(choice.monthDay, dueDate);
}

/** Whether the rule names a day that some months lack; those have it on their last day. */
export function isShortened(choice: RuleChoice): boolean {
  const { freq, monthDay, month } = choice;
  if (monthDay.name !== 'day' || freq === 'DAILY' || freq === 'WEEKLY') return false;
  return freq === 'MONTHLY' ? monthDay.day > 28 : month === 2 && monthDay.day === 29;
}

/** The choices for the day of the month that fit a date: its number, its weekday, and the last ones where it is one. */
export function monthDaysFor(dueDate: string): MonthDay[] {
  const date = parseCivilDate(dueDate) ?? { year: 2000, month: 1, day: 1 };
  const weekday = weekdayOf(toDayNumber(date));
  const ordinal = Math.ceil(date.day / 7);
  return [
    { name: 'day', day: date.day },
    { name: 'last-day' },
    ...(ordinal < 5 ? [{ name: 'weekday' as const, ordinal, weekday }] : []),
    { name: 'weekday', ordinal: -1, weekday },
  ];
}

function isMonthDay(wanted: MonthDay, date: string): boolean {
  const { year, month, day } = parseCivilDate(date) ?? { year: 2000, month: 1, day: 1 };
  const length = daysInMonth(year, month);
  if (wanted.name === 'last-day') return day === length;
  if (wanted.name === 'day') return day === Math.min(wanted.day, length);
  if (weekdayOf(toDayNumber({ year, month, day })) !== wanted.weekday) return false;
  return wanted.ordinal > 0 ? Math.ceil(day / 7) === wanted.ordinal : day + 7 > length;
}

function readMonthDay({ byMonthDay, byDay, freq }: RecurrenceRule): MonthDay | undefined {
  if (freq === 'DAILY' || freq === 'WEEKLY') return undefined;
  const [day] = byMonthDay;
  if (day === -1) return { name: 'last-day' };
  if (day !== undefined) return { name: 'day', day };
  const [first] = byDay;
  return first && { name: 'weekday', ...first };
}

function readEnd({ until, count }: RecurrenceRule): RuleEnd {
  if (until !== '') return { name: 'until', date: until };
  return count > 0 ? { name: 'count', count } : { name: 'never' };
}

/** Whether the choice says all that the rule says; days left out mean those of the date. */
function isSameRule(
  choice: RuleChoice,
  { parsed, dueDate }: { parsed: RecurrenceRule; dueDate: string },
): boolean {
  if (choice.monthDay.name === 'day' && choice.monthDay.day < 1) return false;
  if (choice.monthDay.name === 'weekday' && choice.monthDay.ordinal === 0) return false;
  const filled = { ...parsed };
  const plain = toRule({ ...choiceFor(dueDate), freq: parsed.freq });
  const hasDays = parsed.byDay.length > 0 || parsed.byMonthDay.length > 0;
  if (!hasDays) Object.assign(filled, { byDay: plain.byDay, byMonthDay: plain.byMonthDay });
  if (parsed.freq === 'YEARLY' && parsed.byMonth.length === 0 && parsed.byDay.length === 0) {
    filled.byMonth = plain.byMonth;
  }
  const inOrder = [...filled.byDay].sort((a, b) => a.weekday - b.weekday);
  return ruleOf(choice) === formatRecurrenceRule({ ...filled, byDay: inOrder });
}

function toRule({ freq, interval, weekdays, monthDay, month, end }: RuleChoice): RecurrenceRule {
  const rule = plainRule(freq, interval);
  if (freq === 'WEEKLY') {
    rule.byDay = [...weekdays].sort((a, b) => a - b).map((weekday) => ({ weekday, ordinal: 0 }));
  }
  if (freq === 'YEARLY') rule.byMonth = [month];
  if (freq === 'MONTHLY' || freq === 'YEARLY') {
    if (monthDay.name === 'day') rule.byMonthDay = [monthDay.day];
    else if (monthDay.name === 'last-day') rule.byMonthDay = [-1];
    else rule.byDay = [{ weekday: monthDay.weekday, ordinal: monthDay.ordinal }];
  }
  if (end.name === 'until') rule.until = end.date;
  if (end.name === 'count') rule.count = end.count;
  return rule;
}
