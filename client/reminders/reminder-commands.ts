import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import type { AnyDocument } from '#shared/kind-definition';
import { snoozedReminders } from '#shared/snoozed-reminders';
import type { Task } from '#shared/task';
import { instantOfWallTime } from '#shared/wall-time';

/** For how long a reminder can be put off. */
export type Snooze = 'ten-minutes' | 'hour' | 'tomorrow';

/** Commands on reminders that have come. */
export function createReminderCommands(store: AppStore) {
  return {
    /**
     * Puts a task's reminder off: a new instant among its reminders, in place of those instants that are over. One
     * change that Undo takes back. `untilMs` is the new moment.
     */
    snooze: async (taskId: string, untilMs: number): Promise<StoredBatch | undefined> => {
      const task = store.current(taskId);
      if (task === undefined || !isTask(task)) return undefined;
      const now = store.now();
      const until = new Date(untilMs).toISOString();
      const value = { reminders: snoozedReminders(task.reminders, { now, until }) };
      const base = store.baseOf(taskId, 'reminders');
      const changes = [{ kind: 'task', id: taskId, group: 'reminders', value, base }];
      return store.commit({ label: 'task.snooze', changes });
    },
  };
}

/** The moment a snooze ends: tomorrow is nine in the morning of the next day on the walls of `zone`. */
export function snoozeEnd(
  snooze: Snooze,
  { nowMs, zone }: { nowMs: number; zone: string },
): number {
  if (snooze === 'ten-minutes') return nowMs + 10 * 60_000;
  if (snooze === 'hour') return nowMs + 60 * 60_000;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(nowMs);
  const next = new Date(Date.parse(`${today}T00:00:00.000Z`) + 24 * 60 * 60_000);
  const date = next.toISOString().slice(0, 10);
  const nine = instantOfWallTime({ date, time: '09:00', timeZone: zone });
  return nine ?? nowMs + 24 * 60 * 60_000;
}

function isTask(document: AnyDocument): document is Task {
  return document.kind === 'task';
}
