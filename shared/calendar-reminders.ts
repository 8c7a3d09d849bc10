import type { CalendarComponent } from './calendar-component.ts';
import { type CalendarTime, durationSeconds, type TimeReader } from './calendar-time.ts';
import { limits } from './limits.ts';
import { dayReminderTime } from './reminder-times.ts';
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
  const { due, isRecurring } = of;
  const trigger = alarm.values('trigger')[0];
  if (trigger === undefined) return undefined;
  const isInstant = trigger.type === 'date-time';
  const at = isInstant ? times.read(trigger) : undefined;
  const base = trigger.parameter('related').toUpperCase() === 'END' ? of.end : of.start;
  const seconds = durationSeconds(trigger.text);
  const hasBase = base !== undefined && seconds !== undefined;
  const fromBaseMs = hasBase ? times.instantOf(base) + seconds * 1000 : undefined;
  const atMs = at === undefined ? fromBaseMs : times.instantOf(at);
  if (atMs === undefined) return undefined;
  if (due !== undefined && (!isInstant || isRecurring)) {
    // A day without a time is due at nine for its reminders.
    const dueMs = times.instantOf({ ...due, time: due.time ?? dayReminderTime });
    const minutesBefore = Math.round((dueMs - atMs) / 60_000);
    if (minutesBefore >= 0 && minutesBefore <= minutesBeforeMax) return { minutesBefore };
  }
  if (isRecurring || !times.atInstant(atMs)) return undefined;
  return { at: new Date(atMs).toISOString() };
}

function firstText(component: CalendarComponent, name: string): string {
  return component.values(name)[0]?.text ?? '';
}
