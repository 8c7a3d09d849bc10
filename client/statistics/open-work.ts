import type { Task } from '#shared/task';
import { dateOfDay } from './period.ts';

/** What is to be done now. */
export interface OpenWork {
  all: number;
  /** The deadline was before today. */
  overdue: number;
  /** The deadline is today or on one of the six days after. */
  dueSoon: number;
  /** Neither deadline nor start. */
  undated: number;
  /** Those that were made first, five at most. */
  oldest: readonly Task[];
}

const oldestMax = 5;

/** Whether a task is still to be done. */
export function isOpen({ status }: Pick<Task, 'status'>): boolean {
  return status === 'todo' || status === 'in_progress';
}

/** Counts open tasks as seen from a day. */
export function openWorkOf(open: readonly Task[], today: number): OpenWork {
  const [date, lastDate] = [dateOfDay(today), dateOfDay(today + 6)];
  const counts = { overdue: 0, dueSoon: 0, undated: 0 };
  const oldest: Task[] = [];
  for (const task of open) {
    const { dueDate, startDate } = task;
    if (dueDate === null) counts.undated += startDate === null ? 1 : 0;
    else if (dueDate < date) counts.overdue += 1;
    else if (dueDate <= lastDate) counts.dueSoon += 1;
    keepOldest(oldest, task);
  }
  return { all: open.length, ...counts, oldest };
}

function keepOldest(oldest: Task[], task: Task): void {
  const last = oldest[oldestMax - 1];
  if (last !== undefined && !isOlder(task, last)) return;
  const at = oldest.findIndex((other) => isOlder(task, other));
  oldest.splice(at === -1 ? oldest.length : at, 0, task);
  oldest.length = Math.min(oldest.length, oldestMax);
}

function isOlder(a: Task, b: Task): boolean {
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt;
}
