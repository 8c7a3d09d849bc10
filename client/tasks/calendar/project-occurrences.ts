import { parseCivilDate, toDayNumber } from '#shared/civil-date';
import { nextOccurrence } from '#shared/recurrence';
import { formatRecurrenceRule, parseRecurrenceRule } from '#shared/recurrence-rule';
import { withDefaults } from '#shared/rule-days';
import type { Task } from '#shared/task';

/** Occurrences looked at for one task: more than the days of any range shown, and few enough for a rule of each day. */
const maxSteps = 400;

/**
 * The days from `from` to `to` on which a recurring task will come back after the one that is due, counted by the code
 * that will make them, each completed in time. None for a task that is done or does not recur.
 */
export function projectOccurrences(of: {
  task: Pick<Task, 'status' | 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>;
  today: string;
  from: string;
  to: string;
}): string[] {
  const { task, today, from, to } = of;
  const { recurrence, dueDate, dueTime, timeZone } = task;
  const isOpen = task.status === 'todo' || task.status === 'in_progress';
  if (recurrence === null || dueDate === null || !isOpen || dueDate > to) return [];
  // What is overdue can be completed today at the earliest.
  const earliest = dueDate > today ? dueDate : today;
  // Days before the range need no counting, except where each one hangs on the one before it.
  const first = recurrence.basis === 'due' && from > earliest ? from : earliest;
  const days: string[] = [];
  let next = nextOccurrence({ recurrence, dueDate, dueTime, timeZone, completedOn: first });
  for (let step = 0; next !== null && next.dueDate <= to && step < maxSteps; step += 1) {
    if (next.dueDate >= from) days.push(next.dueDate);
    next = nextOccurrence({ ...next, completedOn: next.dueDate });
  }
  return days;
}

/**
 * The recurrence with the weekday or day of the month written out that its due date stood for. With it one occurrence
 * can be moved, and those after it come on the days they would have come on. Null stays null.
 */
export function pinRecurrence(
  recurrence: Task['recurrence'],
  dueDate: string | null,
): Task['recurrence'] {
  const due = dueDate === null ? undefined : parseCivilDate(dueDate);
  const rule = recurrence === null ? undefined : parseRecurrenceRule(recurrence.rule);
  if (recurrence === null || due === undefined || rule === undefined) return recurrence;
  if (recurrence.basis === 'completion') return recurrence;
  const pinned = formatRecurrenceRule(withDefaults(rule, toDayNumber(due)));
  return pinned === recurrence.rule ? recurrence : { ...recurrence, rule: pinned };
}
