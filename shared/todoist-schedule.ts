import { dateFromPhrase } from './date-phrase.ts';
import { timeZone as timeZoneSchema } from './fields.ts';
import { parse } from './parse.ts';
import { recurrenceFromPhrase } from './recurrence-phrase.ts';
import type { TaskCreation } from './task.ts';
import type { TodoistTask } from './todoist-row.ts';

type Schedule = Pick<TaskCreation, 'startDate' | 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>;

/** The schedule of a Todoist row, and the phrases that could not be read, as they stand in the file. */
export interface TodoistSchedule {
  schedule: Schedule;
  unread: string[];
}

/**
 * Reads DATE and DEADLINE. With both, the date is when work on it starts and the deadline when it is due; a
 * recurring task keeps its date as the due date, as it is counted from there. Words are read in English only.
 */
export function todoistSchedule(
  row: Pick<TodoistTask, 'date' | 'dateLanguage' | 'timeZone' | 'deadline'>,
  today: string,
): TodoistSchedule {
  const date = readPhrase(row.date, row.dateLanguage, today);
  const deadline = readPhrase(row.deadline, row.dateLanguage, today);
  const unread = [
    ...(date === null ? [row.date] : []),
    ...(deadline === null || (deadline && date?.recurrence) ? [row.deadline] : []),
  ];
  if (!date) return { schedule: deadline ? withZone(deadline, row.timeZone) : {}, unread };
  if (!deadline || date.recurrence) return { schedule: withZone(date, row.timeZone), unread };
  const startDate = date.dueDate ?? null;
  return { schedule: { ...withZone(deadline, row.timeZone), startDate }, unread };
}

/** undefined: nothing is said. null: something is said that cannot be read. */
function readPhrase(phrase: string, language: string, today: string): Schedule | null | undefined {
  if (phrase === '') return undefined;
  const isWordless = /^[\d\s.:Tt-]+$/.test(phrase);
  if (!isWordless && language !== '' && !language.startsWith('en')) return null;
  const fixed = dateFromPhrase({ phrase, today });
  if (fixed !== null) return { dueDate: fixed.dueDate, dueTime: fixed.dueTime };
  const recurring = recurrenceFromPhrase({ phrase, today });
  if (recurring === null) return null;
  const { recurrence, dueDate, dueTime } = recurring;
  return { recurrence, dueDate, dueTime };
}

/** A zone belongs to a time of day; a day alone is the same day everywhere. */
function withZone(schedule: Schedule, zone: string): Schedule {
  const { dueTime, ...days } = schedule;
  if (dueTime === null || dueTime === undefined) return days;
  const isZone = zone !== '' && parse(timeZoneSchema, zone).ok;
  return { ...days, dueTime, ...(isZone ? { timeZone: zone } : {}) };
}
