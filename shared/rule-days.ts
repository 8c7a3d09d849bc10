import { daysInMonth, fromDayNumber, toDayNumber, weekdayOf } from './civil-date.ts';
import type { Frequency, RecurrenceRule, RuleDay } from './recurrence-rule.ts';

/** Periods without a day after which a rule counts as ended: more than any calendar pattern needs to come round. */
const maxEmptyPeriods: Record<Frequency, number> = {
  DAILY: 15_000,
  WEEKLY: 2_100,
  MONTHLY: 480,
  YEARLY: 60,
};
const lastYear = 2999;

interface Period {
  start: number;
  end: number;
}

/**
 * The days of a rule after `after`, ascending, as day numbers, counted in periods from the one of `anchor`.
 * A day of the month that a month lacks is its last day (RFC 5545 would skip the month, and rent would go unpaid).
 * Ends at the rule's UNTIL, in the year 2999, or when the rule does not come round any more. COUNT is the caller's.
 */
export function* daysOfRule({
  rule,
  anchor,
  after,
}: {
  rule: RecurrenceRule;
  anchor: number;
  after: number;
}): Generator<number, void> {
  const filled = withDefaults(rule, anchor);
  let empty = 0;
  for (let index = firstPeriod(filled, anchor, after); empty <= maxEmptyPeriods[rule.freq]; ) {
    const period = periodAt(filled, anchor, index);
    if (fromDayNumber(period.start).year > lastYear) return;
    const days = daysIn(period, filled).filter((day) => day > after && day >= anchor);
    yield* days;
    empty = days.length > 0 ? 0 : empty + 1;
    index += 1;
  }
}

/** The rule with the parts that its anchor day stands for: the weekday, the day of the month, the month. */
export function withDefaults(rule: RecurrenceRule, anchor: number): RecurrenceRule {
  if (rule.byDay.length > 0 || rule.byMonthDay.length > 0 || rule.freq === 'DAILY') return rule;
  if (rule.freq === 'WEEKLY') {
    return { ...rule, byDay: [{ weekday: weekdayOf(anchor), ordinal: 0 }] };
  }
  const { month, day } = fromDayNumber(anchor);
  const byMonth = rule.freq === 'YEARLY' && rule.byMonth.length === 0 ? [month] : rule.byMonth;
  return { ...rule, byMonth, byMonthDay: [day] };
}

/** The period `after` lies in, or the last one before it that counts: nothing earlier can hold a later day. */
function firstPeriod(rule: RecurrenceRule, anchor: number, after: number): number {
  const from = Math.max(anchor, after);
  return Math.max(0, Math.floor(unitsBetween(rule, anchor, from) / rule.interval));
}

function unitsBetween(rule: RecurrenceRule, anchor: number, day: number): number {
  const [a, b] = [fromDayNumber(anchor), fromDayNumber(day)];
  switch (rule.freq) {
    case 'DAILY':
      return day - anchor;
    case 'WEEKLY':
      return (weekStartOf(rule, day) - weekStartOf(rule, anchor)) / 7;
    case 'MONTHLY':
      return (b.year - a.year) * 12 + b.month - a.month;
    default:
      return b.year - a.year;
  }
}

function periodAt(rule: RecurrenceRule, anchor: number, index: number): Period {
  const step = index * rule.interval;
  const { year, month } = fromDayNumber(anchor);
  switch (rule.freq) {
    case 'DAILY':
      return { start: anchor + step, end: anchor + step };
    case 'WEEKLY': {
      const start = weekStartOf(rule, anchor) + step * 7;
      return { start, end: start + 6 };
    }
    case 'MONTHLY': {
      const months = year * 12 + month - 1 + step;
      return monthPeriod(Math.floor(months / 12), (months % 12) + 1);
    }
    default:
      return yearPeriod(year + step);
  }
}

function weekStartOf(rule: RecurrenceRule, day: number): number {
  return day - ((weekdayOf(day) - rule.weekStart + 7) % 7);
}

function monthPeriod(year: number, month: number): Period {
  const start = toDayNumber({ year, month, day: 1 });
  return { start, end: start + daysInMonth(year, month) - 1 };
}

function yearPeriod(year: number): Period {
  return {
    start: toDayNumber({ year, month: 1, day: 1 }),
    end: toDayNumber({ year, month: 12, day: 31 }),
  };
}

function daysIn(period: Period, rule: RecurrenceRule): number[] {
  const days: number[] = [];
  for (let day = period.start; day <= period.end; day += 1) {
    if (isRuleDay(day, rule)) days.push(day);
  }
  const chosen = rule.bySetPos.length === 0 ? days : days.filter(isAtSetPos(rule.bySetPos));
  const until = rule.until;
  return until === '' ? chosen : chosen.filter((day) => day <= lastDayOf(until));
}

function lastDayOf(until: string): number {
  const [year = 0, month = 1, day = 1] = until.split('-').map(Number);
  return toDayNumber({ year, month, day });
}

function isAtSetPos(positions: readonly number[]) {
  return (_day: number, index: number, days: readonly number[]) =>
    positions.includes(index + 1) || positions.includes(index - days.length);
}

function isRuleDay(dayNumber: number, rule: RecurrenceRule): boolean {
  const { year, month, day } = fromDayNumber(dayNumber);
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return false;
  if (rule.byMonthDay.length > 0 && !isMonthDay(day, daysInMonth(year, month), rule.byMonthDay)) {
    return false;
  }
  if (rule.byDay.length === 0) return true;
  const isInYear = rule.freq === 'YEARLY' && rule.byMonth.length === 0;
  const span = isInYear ? yearPeriod(year) : monthPeriod(year, month);
  return rule.byDay.some((wanted) => isWantedDay(dayNumber, wanted, span));
}

function isMonthDay(day: number, monthLength: number, wanted: readonly number[]): boolean {
  return wanted.some((one) =>
    one > 0 ? Math.min(one, monthLength) === day : monthLength + 1 + one === day,
  );
}

function isWantedDay(day: number, { weekday, ordinal }: RuleDay, span: Period): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (ordinal === 0) return true;
  return ordinal > 0
    ? Math.floor((day - span.start) / 7) + 1 === ordinal
    : -Math.floor((span.end - day) / 7) - 1 === ordinal;
}
