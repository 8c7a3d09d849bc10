import { type CalendarDraft, toDraft } from './calendar-draft.ts';
import {
  entryInstant,
  type EntrySurroundings,
  entryText,
  entryTime,
  type ReadEntry,
} from './calendar-entry.ts';
import { placeEntry } from './calendar-occurrence.ts';
import { readReminders } from './calendar-reminders.ts';
import { type CalendarTime, durationSeconds } from './calendar-time.ts';
import { firstOccurrence } from './recurrence.ts';
import { daysBetween, shiftDay } from './shift-day.ts';
import type { TaskCreation } from './task.ts';

/** A task of a calendar, with its days, its state and its reminders. */
export function readTodo(entry: ReadEntry, of: EntrySurroundings): CalendarDraft {
  const { component, times } = entry;
  const { time: start, note: startNote } = entryTime(entry, 'dtstart');
  const { time: given, note: dueNote } = entryTime(entry, 'due');
  const due = given ?? dueOfDuration(entry, start);
  const { schedule, note } = scheduleOf(entry, { start, due, leftOutDays: of.leftOutDays });
  const hasDue = schedule.dueDate !== undefined;
  const alarmTimes = {
    start: start ?? due,
    end: due ?? start,
    due: hasDue ? (due ?? start) : undefined,
    isRecurring: schedule.recurrence !== undefined,
  };
  const alarms = component.components('valarm');
  const { reminders, unkept } = readReminders(alarms, alarmTimes, times);
  for (const trigger of unkept) entry.tell('reminder_left_out', trigger);
  const { state, progress } = stateOf(entry);
  return toDraft(entry, {
    fields: { ...schedule, ...state, ...(reminders.length === 0 ? {} : { reminders }) },
    notes: [progress, startNote, dueNote, note],
  });
}

type Schedule = Omit<TaskCreation, 'title'>;

function scheduleOf(
  entry: ReadEntry,
  of: {
    start: CalendarTime | undefined;
    due: CalendarTime | undefined;
    leftOutDays: EntrySurroundings['leftOutDays'];
  },
): { schedule: Schedule; note: string } {
  const { start, due } = of;
  const { component } = entry;
  const isRecurring = component.rules('rrule').length > 0;
  // A series is counted from the due date here; one that has only a start is due then.
  const anchor = due ?? (isRecurring ? start : undefined);
  if (anchor === undefined) {
    if (isRecurring) entry.tell('recurrence_left_out', component.rules('rrule')[0] ?? '');
    tellStartTime(entry, start, undefined);
    return { schedule: start ? { startDate: start.date } : {}, note: '' };
  }
  const leftOut = of.leftOutDays(start ?? anchor);
  const from = anchor.date;
  const placed = placeEntry(entry, { start: anchor, from, leftOut, isPast: false });
  const date = placed.name === 'on' ? placed.date : anchor.date;
  const recurrence = placed.name === 'on' ? placed.recurrence : null;
  const isKept = recurrence !== null && isDayOf(recurrence.rule, { date, start, due });
  if (recurrence !== null && !isKept) entry.tell('recurrence_left_out', recurrence.rule);
  const isEarlier = start !== undefined && start.date !== anchor.date;
  const startDate = isEarlier ? shiftDay(start.date, daysBetween(anchor.date, date)) : undefined;
  tellStartTime(entry, start, anchor);
  const note = placed.name === 'past' ? '' : placed.note;
  const lostRule = recurrence !== null && !isKept ? `🔁 ${recurrence.rule}` : '';
  return {
    note: note === '' ? lostRule : note,
    schedule: {
      ...(startDate === undefined ? {} : { startDate }),
      dueDate: date,
      ...(anchor.time === null ? {} : { dueTime: anchor.time }),
      ...(anchor.time === null || anchor.zone === null ? {} : { timeZone: anchor.zone }),
      ...(isKept ? { recurrence } : {}),
    },
  };
}

/** The rule speaks of the days it starts on: where it is due on other ones, counting from them would move it. */
function isDayOf(
  rule: string,
  of: { date: string; start: CalendarTime | undefined; due: CalendarTime | undefined },
): boolean {
  if (of.start === undefined || of.due === undefined || of.start.date === of.due.date) return true;
  return firstOccurrence({ rule, from: of.date }) === of.date;
}

/** A task starts on a day here, not at a time. */
function tellStartTime(
  entry: ReadEntry,
  start: CalendarTime | undefined,
  due: CalendarTime | undefined,
): void {
  if (start === undefined || start.time === null) return;
  const isSame = due !== undefined && due.date === start.date && due.time === start.time;
  if (!isSame) entry.tell('start_time_left_out', `${start.date} ${start.time}`);
}

function dueOfDuration(entry: ReadEntry, start: CalendarTime | undefined) {
  const seconds = durationSeconds(entryText(entry, 'duration'));
  if (start === undefined || seconds === undefined) return undefined;
  const { times } = entry;
  const end = times.atInstant(times.instantOf(start) + seconds * 1000);
  return start.time === null ? end && { ...end, time: null, zone: null } : end;
}

function stateOf(entry: ReadEntry): { state: Schedule; progress: string } {
  const status = entryText(entry, 'status').toUpperCase();
  const percent = Number(entryText(entry, 'percent-complete'));
  const completedAt = entryInstant(entry, 'completed');
  const isDone = status === 'COMPLETED' || (status === '' && completedAt) || percent === 100;
  if (status === 'CANCELLED') return { state: { status: 'cancelled' }, progress: '' };
  if (isDone) {
    const at =
      completedAt ?? entryInstant(entry, 'last-modified') ?? entryInstant(entry, 'dtstamp');
    return { state: { status: 'done', completedAt: at ?? null }, progress: '' };
  }
  const isBegun = percent > 0 && percent < 100;
  const progress = isBegun ? `${Math.round(percent)} %` : '';
  if (!isBegun && status !== 'IN-PROCESS') return { state: {}, progress };
  return { state: { status: 'in_progress' }, progress };
}
