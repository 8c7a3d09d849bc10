import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from './civil-date.ts';
import {
  formatRecurrenceRule,
  parseRecurrenceRule,
  type RecurrenceRule,
} from './recurrence-rule.ts';
import { daysOfRule, withDefaults } from './rule-days.ts';

/** When a task comes back: an RFC 5545 rule (see `parseRecurrenceRule`), counted from the due date or from the day of completion. */
export interface Recurrence {
  rule: string;
  basis: 'due' | 'completion';
}

/** When a task is due and how it comes back: dates `YYYY-MM-DD`, time `HH:MM` on the wall of `timeZone`. */
export interface RecurringSchedule {
  recurrence: Recurrence;
  dueDate: string;
  dueTime: string | null;
  timeZone: string | null;
}

/** A recurrence whose rule we can count with, or undefined; the rule comes back in one fixed spelling. */
export function parseRecurrence(recurrence: Recurrence): Recurrence | undefined {
  const rule = parseRecurrenceRule(recurrence.rule);
  return rule && { rule: formatRecurrenceRule(rule), basis: recurrence.basis };
}

/**
 * The schedule of the task that follows a completed one (R8), or null when the series has ended or cannot be read.
 * Basis 'due': the first day of the rule after the due date that is not yet past on `completedOn`, so that weeks
 * overdue make one task. Basis 'completion': the first day after `completedOn`, counted from it.
 * Days are counted, not hours: time and zone come back unchanged, on nights of a clock change too. A 31st that a
 * month lacks is its last day, and the rule returned remembers the 31st. COUNT counts down with every occurrence.
 */
export function nextOccurrence({
  completedOn,
  ...schedule
}: RecurringSchedule & { completedOn: string }): RecurringSchedule | null {
  const rule = parseRecurrenceRule(schedule.recurrence.rule);
  const due = parseCivilDate(schedule.dueDate);
  const completed = parseCivilDate(completedOn);
  if (!rule || !due || !completed) return null;
  const isFromDue = schedule.recurrence.basis === 'due';
  const anchor = toDayNumber(isFromDue ? due : completed);
  const after = isFromDue ? Math.max(anchor, toDayNumber(completed) - 1) : anchor;
  const found = rule.count > 0 ? countTo(rule, anchor, after) : firstAfter(rule, anchor, after);
  if (!found) return null;
  const nextRule = isFromDue ? rememberDay(rule, anchor) : rule;
  return {
    ...schedule,
    recurrence: {
      ...schedule.recurrence,
      rule: formatRecurrenceRule({ ...nextRule, count: found.countLeft }),
    },
    dueDate: formatCivilDate(fromDayNumber(found.day)),
  };
}

/** The next due dates, each completed in time: what a preview shows, counted by the code that will make the tasks. */
export function nextOccurrences({
  count,
  completedOn,
  ...schedule
}: RecurringSchedule & { completedOn: string; count: number }): string[] {
  const dates: string[] = [];
  let next = nextOccurrence({ ...schedule, completedOn });
  while (next && dates.length < count) {
    dates.push(next.dueDate);
    next = nextOccurrence({ ...next, completedOn: next.dueDate });
  }
  return dates;
}

/**
 * The first day of a rule on or after `from` (`YYYY-MM-DD`), for a task that gets the rule without a date; or null.
 * The interval counts from that day on: "every 2 years on jan 5" begins on the very next one.
 */
export function firstOccurrence({ rule, from }: { rule: string; from: string }): string | null {
  const parsed = parseRecurrenceRule(rule);
  const date = parseCivilDate(from);
  if (!parsed || !date) return null;
  const anchor = toDayNumber(date);
  const found = firstAfter({ ...parsed, interval: 1 }, anchor, anchor - 1);
  return found && formatCivilDate(fromDayNumber(found.day));
}

interface Found {
  day: number;
  countLeft: number;
}

function firstAfter(rule: RecurrenceRule, anchor: number, after: number): Found | null {
  const { value } = daysOfRule({ rule, anchor, after }).next();
  return value === undefined ? null : { day: value, countLeft: 0 };
}

/** COUNT holds the completed task as one, and those that were skipped because they are past. */
function countTo(rule: RecurrenceRule, anchor: number, after: number): Found | null {
  let countLeft = rule.count;
  for (const day of daysOfRule({ rule, anchor, after: anchor })) {
    countLeft -= 1;
    if (countLeft === 0) return null;
    if (day > after) return { day, countLeft };
  }
  return null;
}

/** "Every month" from a 29th to 31st names the day, or the first short month would move all later ones. */
function rememberDay(rule: RecurrenceRule, anchor: number): RecurrenceRule {
  const isByMonth = rule.freq === 'MONTHLY' || rule.freq === 'YEARLY';
  return isByMonth && fromDayNumber(anchor).day > 28 ? withDefaults(rule, anchor) : rule;
}
