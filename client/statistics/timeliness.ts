import type { Task } from '#shared/task';
import { instantOfWallTime } from '#shared/wall-time';
import type { DoneTask } from './done-tasks.ts';
import { dayNumberOf } from './period.ts';

/** How done tasks stand to their deadlines, and how long they were open. */
export interface Timeliness {
  onTime: number;
  late: number;
  withoutDeadline: number;
  /** From creation to completion, in ms; undefined where no task tells. */
  medianOpenMs: number | undefined;
}

const minuteMs = 60_000;

/** Zones lie 26 hours apart at most: beyond that the days alone tell. */
const zoneDaysMax = 2;

/** Tells of each task whether it was done by its deadline: on its day, or before its minute was over. `ownZone` is that of the moments. */
export function timelinessOf(done: readonly DoneTask[], ownZone: string): Timeliness {
  const counts = { onTime: 0, late: 0, withoutDeadline: 0 };
  const openMs: number[] = [];
  for (const one of done) {
    const late = isLate(one, ownZone);
    if (late === undefined) counts.withoutDeadline += 1;
    else counts[late ? 'late' : 'onTime'] += 1;
    const ms = one.completedMs - Date.parse(one.task.createdAt);
    // An import may bring what was done before it was made here: that tells nothing.
    if (ms >= 0) openMs.push(ms);
  }
  return { ...counts, medianOpenMs: medianOf(openMs) };
}

/** The middle one of some values, or the mean of the two in the middle; undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = Float64Array.from(values).sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Undefined without a deadline. */
function isLate({ task, day, minute, completedMs }: DoneTask, ownZone: string) {
  const { dueDate, dueTime, timeZone } = task;
  const dueDay = dueDate === null ? undefined : dayNumberOf(dueDate);
  if (dueDay === undefined) return undefined;
  if (dueTime === null) return day > dueDay;
  const isOwnZone = timeZone === null || timeZone === ownZone;
  if (isOwnZone || Math.abs(day - dueDay) > zoneDaysMax) {
    return day > dueDay || (day === dueDay && minute > minuteOf(dueTime));
  }
  const dueMs = deadlineMs(task);
  return dueMs === undefined ? undefined : completedMs >= dueMs + minuteMs;
}

/** Asking Intl about a zone takes longer than all else, and this state of the task never says anything else. */
const deadlines = new WeakMap<Task, { ms: number | undefined }>();

function deadlineMs(task: Task): number | undefined {
  const held = deadlines.get(task);
  if (held !== undefined) return held.ms;
  const { dueDate, dueTime, timeZone } = task;
  const isWhole = dueDate !== null && dueTime !== null && timeZone !== null;
  const ms = isWhole ? instantOfWallTime({ date: dueDate, time: dueTime, timeZone }) : undefined;
  deadlines.set(task, { ms });
  return ms;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
