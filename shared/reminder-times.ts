import type { Task } from './task.ts';
import { instantOfWallTime } from './wall-time.ts';

/** When a task with a date but no time counts as due for its reminders: on this wall time of its day. */
export const dayReminderTime = '09:00';

/** The parts of a task that its reminders hang on. */
export type RemindedTask = Pick<
  Task,
  'reminders' | 'dueDate' | 'dueTime' | 'timeZone' | 'status' | 'trashedAt'
>;

/** One reminder of a task: as it is stored, and when it comes, in milliseconds. */
export interface ReminderTime {
  reminder: Task['reminders'][number];
  atMs: number;
}

/**
 * When the reminders of a task come, the earliest first, each instant once. None for a task that is closed or in the
 * trash. Minutes before count back from the due time in the task's zone (real minutes, whatever the clocks do in between),
 * or from 09:00 of the due day in `deviceZone`; without a due date they do not come at all.
 */
export function reminderTimes(task: RemindedTask, deviceZone: string): ReminderTime[] {
  const isOpen = task.status === 'todo' || task.status === 'in_progress';
  if (!isOpen || task.trashedAt !== null || task.reminders.length === 0) return [];
  const dueMs = dueInstant(task, deviceZone);
  const times = task.reminders.flatMap((reminder): ReminderTime[] => {
    if ('at' in reminder) return [{ reminder, atMs: Date.parse(reminder.at) }];
    if (dueMs === undefined) return [];
    return [{ reminder, atMs: dueMs - reminder.minutesBefore * 60_000 }];
  });
  const byTime = [...times].sort((a, b) => a.atMs - b.atMs);
  return byTime.filter(({ atMs }, index) => atMs !== byTime[index - 1]?.atMs);
}

/** When a task is due for its reminders, in milliseconds; undefined without a date. */
export function dueInstant(
  { dueDate, dueTime, timeZone }: Pick<Task, 'dueDate' | 'dueTime' | 'timeZone'>,
  deviceZone: string,
): number | undefined {
  if (dueDate === null) return undefined;
  const zone = dueTime === null ? deviceZone : (timeZone ?? deviceZone);
  return instantOfWallTime({ date: dueDate, time: dueTime ?? dayReminderTime, timeZone: zone });
}
