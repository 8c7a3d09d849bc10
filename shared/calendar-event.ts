import { type CalendarDraft, toDraft } from './calendar-draft.ts';
import { type EntrySurroundings, entryText, entryTime, type ReadEntry } from './calendar-entry.ts';
import { placeEntry } from './calendar-occurrence.ts';
import { readReminders } from './calendar-reminders.ts';
import { type CalendarTime, durationSeconds } from './calendar-time.ts';
import { daysBetween, shiftDay } from './shift-day.ts';
import type { TaskCreation } from './task.ts';

/**
 * An event becomes a task on its day, at its time, as long as it takes; a recurring one on its next day. Undefined for what
 * is over or was called off, which is counted.
 */
export function readEvent(entry: ReadEntry, of: EntrySurroundings): CalendarDraft | undefined {
  const { leave } = entry;
  if (entryText(entry, 'status').toUpperCase() === 'CANCELLED') {
    leave('cancelled_events');
    return undefined;
  }
  const { time: start, note: startNote } = entryTime(entry, 'dtstart');
  const { time: end, note: endNote } = entryTime(entry, 'dtend');
  const unread = [startNote, endNote];
  if (start === undefined) return toDraft(entry, { fields: {}, notes: unread });
  const span = spanOf(entry, start, end);
  const isPast = span.lastDay < of.today;
  const leftOut = of.leftOutDays(start);
  const placed = placeEntry(entry, { start, from: of.today, leftOut, isPast });
  if (placed.name === 'past') {
    leave('past_events');
    return undefined;
  }
  const notes = [...unread, placed.note];
  const takes = span.minutes === null ? {} : { estimateMinutes: span.minutes };
  if (placed.name === 'undated') return toDraft(entry, { fields: takes, notes });
  const { date, recurrence } = placed;
  const reminders = remindersOf(entry, { start, span, isRecurring: recurrence !== null });
  const schedule = scheduleOf({ start, span, date, recurrence, today: of.today });
  return toDraft(entry, {
    fields: { ...takes, ...reminders, ...schedule },
    notes: [daysText(start, span, date), ...notes],
  });
}

function remindersOf(
  entry: ReadEntry,
  of: { start: CalendarTime; span: Span; isRecurring: boolean },
) {
  const { start, span, isRecurring } = of;
  const alarms = entry.component.components('valarm');
  const at = { start, end: span.end, due: start, isRecurring };
  const { reminders, unkept } = readReminders(alarms, at, entry.times);
  for (const trigger of unkept) entry.tell('reminder_left_out', trigger);
  return reminders.length === 0 ? {} : { reminders };
}

interface Span {
  end: CalendarTime | undefined;
  /** The last day that it touches. */
  lastDay: string;
  /** How long it takes within a day; null for whole days, and for what is longer. */
  minutes: number | null;
}

/** The end of whole days is the day after (RFC 5545 §3.6.1); what ends before it starts has no end. */
function spanOf(entry: ReadEntry, start: CalendarTime, given: CalendarTime | undefined): Span {
  const { times } = entry;
  const end = given ?? endOfDuration(entry, start);
  const none = { end: start, lastDay: start.date, minutes: null };
  // A day does not end at a time, nor a moment with a day: nobody knows what is meant.
  if (end === undefined || (end.time === null) !== (start.time === null)) return none;
  const length = times.instantOf(end) - times.instantOf(start);
  if (length <= 0) return none;
  if (start.time === null) return { end, lastDay: shiftDay(end.date, -1), minutes: null };
  const last = times.atInstant(times.instantOf(end) - 60_000);
  const lastDay = last === undefined ? start.date : times.inZone(last, start.zone).date;
  const minutes = Math.round(length / 60_000);
  return { end, lastDay, minutes: minutes > 0 && minutes < 24 * 60 ? minutes : null };
}

function endOfDuration(entry: ReadEntry, start: CalendarTime): CalendarTime | undefined {
  const seconds = durationSeconds(entryText(entry, 'duration'));
  if (seconds === undefined) return undefined;
  if (start.time === null) {
    return { ...start, date: shiftDay(start.date, Math.floor(seconds / 86_400)) };
  }
  const { times } = entry;
  return times.atInstant(times.instantOf(start) + seconds * 1000);
}

/** What began before today and goes on is due when it ends. */
function scheduleOf(of: {
  start: CalendarTime;
  span: Span;
  date: string;
  recurrence: TaskCreation['recurrence'];
  today: string;
}): Omit<TaskCreation, 'title'> {
  const { start, span, date, recurrence } = of;
  if (date < of.today) {
    const { end, lastDay } = span;
    const isTimed = end !== undefined && end.time !== null && end.date === lastDay;
    const clock = isTimed ? clockOf(end) : {};
    return { startDate: date, dueDate: lastDay, ...clock };
  }
  return { dueDate: date, ...clockOf(start), ...(recurrence ? { recurrence } : {}) };
}

function clockOf({ time, zone }: CalendarTime) {
  if (time === null) return {};
  return { dueTime: time, ...(zone === null ? {} : { timeZone: zone }) };
}

/** The days of what takes several, moved to the time that the task is made for. */
function daysText(start: CalendarTime, { lastDay, minutes }: Span, date: string): string {
  if (lastDay === start.date || minutes !== null) return '';
  return `📅 ${date} – ${shiftDay(date, daysBetween(start.date, lastDay))}`;
}
