import type { CalendarComponent } from './calendar-component.ts';
import { type CalendarTime, durationSeconds, type TimeReader } from './calendar-time.ts';
import { limits } from './limits.ts';
import { dayReminderTime } from './reminder-times.ts';
import { daysBetween } from './shift-day.ts';
import type { TaskFields } from './task.ts';

type Reminder = TaskFields['reminders'][number];

/** The times that alarms hang on, those of the first time of a series. */
export interface AlarmTimes {
  start: CalendarTime | undefined;
  end: CalendarTime | undefined;
  /** When the task is due; without it only reminders at an instant can be. */
  due: CalendarTime | undefined;
  isRecurring: boolean;
}

/**
 * The reminders of an entry, each once. What comes before the task is due counts from there, and so comes back with a
 * recurring task; what comes after it is an instant. `unkept` are the triggers that cannot be said either way.
 */
export function readReminders(
  alarms: readonly CalendarComponent[],
  of: AlarmTimes,
  times: TimeReader,
): { reminders: Reminder[]; unkept: string[] } {
  const kept = new Map<string, Reminder>();
  const unkept: string[] = [];
  for (const alarm of alarms) {
    // The way in which Apple writes down that there is no alarm.
    if (firstText(alarm, 'action').toUpperCase() === 'NONE') continue;
    const reminder = readReminder(alarm, of, times);
    const isFull = kept.size >= limits.remindersPerTaskMax;
    if (reminder === undefined || isFull) unkept.push(firstText(alarm, 'trigger') || 'VALARM');
    else kept.set(JSON.stringify(reminder), reminder);
  }
  return { reminders: [...kept.values()], unkept };
}

const minutesBeforeMax = 525_600;

function readReminder(
  alarm: CalendarComponent,
  of: AlarmTimes,
  times: TimeReader,
): Reminder | undefined {
  const trigger = readTrigger(alarm, of, times);
  if (trigger === undefined) return undefined;
  const { due, isRecurring } = of;
  if (due !== undefined && (trigger.base !== undefined || isRecurring)) {
    const minutesBefore = minutesBetween(trigger, due, times);
    if (minutesBefore >= 0 && minutesBefore <= minutesBeforeMax) return { minutesBefore };
  }
  if (isRecurring || !times.atInstant(trigger.atMs)) return undefined;
  return { at: new Date(trigger.atMs).toISOString() };
}

/** When an alarm comes; `base` and the minutes after it, where it says so. */
interface Trigger {
  atMs: number;
  base: CalendarTime | undefined;
  minutesAfter: number;
}

function readTrigger(
  alarm: CalendarComponent,
  of: AlarmTimes,
  times: TimeReader,
): Trigger | undefined {
  const value = alarm.values('trigger')[0];
  if (value === undefined) return undefined;
  if (value.type === 'date-time') {
    const at = times.read(value);
    return at && { atMs: times.instantOf(at), base: undefined, minutesAfter: 0 };
  }
  const base = value.parameter('related').toUpperCase() === 'END' ? of.end : of.start;
  const seconds = durationSeconds(value.text);
  if (base === undefined || seconds === undefined) return undefined;
  return { atMs: times.instantOf(base) + seconds * 1000, base, minutesAfter: seconds / 60 };
}

/** A day without a time is due at nine for its reminders; between whole days no clock change counts. */
function minutesBetween(trigger: Trigger, due: CalendarTime, times: TimeReader): number {
  const { base, minutesAfter, atMs } = trigger;
  if (base !== undefined && base.time === null && due.time === null) {
    const [hours = 0, minutes = 0] = dayReminderTime.split(':').map(Number);
    const dueMinutes = daysBetween(base.date, due.date) * 1440 + hours * 60 + minutes;
    return Math.round(dueMinutes - minutesAfter);
  }
  const dueMs = times.instantOf({ ...due, time: due.time ?? dayReminderTime });
  return Math.round((dueMs - atMs) / 60_000);
}

function firstText(component: CalendarComponent, name: string): string {
  return component.values(name)[0]?.text ?? '';
}
