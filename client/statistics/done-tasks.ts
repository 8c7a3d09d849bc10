import type { Task } from '#shared/task';
import { type DayRange, isWithin } from './period.ts';
import type { LocalMoment } from './local-moment.ts';

/** A task that is done, and when that was. */
export interface DoneTask extends LocalMoment {
  task: Task;
  /** Milliseconds. */
  completedMs: number;
}

/**
 * The tasks that count as done: each occurrence of a recurring task and each subtask is one of its own. Cancelled and
 * reopened ones do not count, nor those without a time of completion. A time that is still to come, from a clock that
 * was wrong, counts as today.
 */
export function readDone(
  tasks: readonly Task[],
  of: { today: number; momentOf: (ms: number) => LocalMoment },
): DoneTask[] {
  const done: DoneTask[] = [];
  for (const task of tasks) {
    if (task.status !== 'done' || task.completedAt === null) continue;
    const completedMs = Date.parse(task.completedAt);
    if (Number.isNaN(completedMs)) continue;
    const { day, minute } = of.momentOf(completedMs);
    done.push({ task, completedMs, day: Math.min(day, of.today), minute });
  }
  return done;
}

/** How many were done on each day (by its number). */
export function countByDay(done: readonly DoneTask[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { day } of done) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** How many were done within some days. */
export function countWithin(counts: ReadonlyMap<number, number>, range: DayRange): number {
  let sum = 0;
  for (const [day, count] of counts) if (isWithin(day, range)) sum += count;
  return sum;
}
