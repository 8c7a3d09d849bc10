import type { AppStore } from '#client/store/app-store.ts';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import { changeNow, type CommandResult, commitChanges, readTask } from './task-change.ts';

/** A reminder as a task keeps it. */
export type Reminder = Task['reminders'][number];

/** Commands on when a task reminds; they load with the panel. */
export function createRemindCommands(store: AppStore) {
  const setReminders = (taskId: string, reminders: readonly Reminder[]): CommandResult => {
    const value = { reminders: [...reminders] };
    const changes = [changeNow(store, { taskId, group: 'reminders', value })];
    return commitChanges(store, { label: 'task.reminders', changes });
  };
  return {
    /** Adds a reminder; one that is there already, or one too many, changes nothing. */
    add: async (taskId: string, reminder: Reminder): CommandResult => {
      const held = readTask(store, taskId)?.reminders ?? [];
      const isThere = held.some((one) => isSameReminder(one, reminder));
      if (isThere || held.length >= limits.remindersPerTaskMax) return undefined;
      return setReminders(taskId, [...held, reminder]);
    },

    remove: async (taskId: string, reminder: Reminder): CommandResult => {
      const held = readTask(store, taskId)?.reminders ?? [];
      return setReminders(
        taskId,
        held.filter((one) => !isSameReminder(one, reminder)),
      );
    },
  };
}

/** Whether two reminders say the same. */
export function isSameReminder(a: Reminder, b: Reminder): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
