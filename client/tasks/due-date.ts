import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from '#shared/civil-date';
import type { Formats } from '#client/i18n/formats.ts';
import type { Task } from '#shared/task';

/** How pressing a date is: before today, today, within the next days, or later. */
export type DueTone = 'overdue' | 'today' | 'soon' | 'later';

/** A date moved by days, `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  const parsed = parseCivilDate(date);
  return parsed === undefined ? date : formatCivilDate(fromDayNumber(toDayNumber(parsed) + days));
}

/** Whether a task is still open and its day is over. */
export function isOverdue(task: Pick<Task, 'dueDate' | 'status'>, today: string): boolean {
  const isOpen = task.status === 'todo' || task.status === 'in_progress';
  return isOpen && task.dueDate !== null && task.dueDate < today;
}

/** How pressing a date is, seen from today. */
export function dueTone(dueDate: string, today: string): DueTone {
  if (dueDate < today) return 'overdue';
  if (dueDate === today) return 'today';
  return dueDate <= addDays(today, 6) ? 'soon' : 'later';
}

interface DayWordsContext {
  today: string;
  words: { today: string; tomorrow: string; yesterday: string };
  formats: Formats;
}

/** A date in few words: Today, Tomorrow, a weekday within the week, else day and month (and year if another one). */
export function dueWords(task: Pick<Task, 'dueDate' | 'dueTime'>, of: DayWordsContext): string {
  const { dueDate, dueTime } = task;
  if (dueDate === null) return '';
  const day = dayWords(dueDate, of);
  return dueTime === null ? day : `${day} ${of.formats.time(dueTime)}`;
}

/** A date written out, for tooltips and screen readers. */
export function fullDate(date: string, formats: Formats): string {
  return formats.date(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

function dayWords(date: string, { today, words, formats }: DayWordsContext): string {
  if (date === today) return words.today;
  if (date === addDays(today, 1)) return words.tomorrow;
  if (date === addDays(today, -1)) return words.yesterday;
  if (date > today && date <= addDays(today, 6)) return formats.date(date, { weekday: 'short' });
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  return formats.date(date, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}
