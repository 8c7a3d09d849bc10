import { reminderTimes, type RemindedTask } from '#shared/reminder-times';
import { latestZone } from './zones.ts';

/** A reminder that was missed for longer than this, as no server ran, is not told any more. */
export const catchUpMs = 12 * 60 * 60_000;

/** What is to be done about the reminders of one task at one time. */
export interface ReminderTurn<S> {
  /** Whom to tell, and for when it was set; of several that came together, the last one. */
  tell: { to: S; atMs: number }[];
  /** When to look again; undefined: nothing more comes to anybody anywhere. */
  nextDueMs: number | undefined;
}

/**
 * Which of a task's reminders have come since `toldToMs`, for each browser in its own zone, and when the next one comes.
 * A browser that is added later may be in a zone where the day has not begun: the turn ends only when none is left anywhere.
 */
export function reminderTurn<S extends { timeZone: string }>(of: {
  task: RemindedTask;
  subscriptions: readonly S[];
  toldToMs: number;
  nowMs: number;
}): ReminderTurn<S> {
  const { task, subscriptions, toldToMs, nowMs } = of;
  const fromMs = Math.max(toldToMs, nowMs - catchUpMs);
  const tell = subscriptions.flatMap((to) => {
    const come = reminderTimes(task, to.timeZone).filter(
      ({ atMs }) => atMs > fromMs && atMs <= nowMs,
    );
    const last = come.at(-1);
    return last === undefined ? [] : [{ to, atMs: last.atMs }];
  });
  const zones = new Set([latestZone, ...subscriptions.map(({ timeZone }) => timeZone)]);
  const coming = [...zones]
    .flatMap((zone) => reminderTimes(task, zone))
    .map(({ atMs }) => atMs)
    .filter((atMs) => atMs > nowMs);
  return { tell, nextDueMs: coming.length === 0 ? undefined : Math.min(...coming) };
}
