import { limits } from './limits.ts';
import type { Task } from './task.ts';

/**
 * The reminders of a task that is put off: the instants that are over make room for a new one, `until`. Both times are
 * instants.
 */
export function snoozedReminders(
  reminders: Task['reminders'],
  { now, until }: { now: string; until: string },
): Task['reminders'] {
  const coming = reminders.filter(
    (reminder) => !('at' in reminder) || (reminder.at > now && reminder.at !== until),
  );
  return [...coming.slice(0, limits.remindersPerTaskMax - 1), { at: until }];
}
