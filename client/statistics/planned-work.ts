import type { Task } from '#shared/task';
import type { DoneTask } from './done-tasks.ts';
import { dayNumberOf } from './period.ts';

/** Estimated minutes of one day. */
export interface WorkDay {
  day: number;
  /** Of the tasks done on it. */
  done: number;
  /** Of the open tasks that are for it. */
  planned: number;
}

/** What the days around today hold, by the estimates of their tasks. */
export interface PlannedWork {
  /** The seven days before today, today, and the six after. */
  days: readonly WorkDay[];
  /** Minutes done in the seven days before today. */
  doneBefore: number;
  /** Minutes planned for today and the six days after. */
  plannedAhead: number;
  /** Minutes of tasks whose deadline is over: they are for none of these days. */
  overdue: number;
  /** Open tasks for today and the six days after that have no estimate: so many times more is to be done than is known. */
  withoutEstimate: number;
}

const daysBefore = 7;
const daysAhead = 7;

/** An open task is for the day of its deadline; one that has a start only for that day, or for today once it has come. */
export function plannedWorkOf(of: {
  open: readonly Task[];
  done: readonly DoneTask[];
  today: number;
}): PlannedWork {
  const { today } = of;
  const first = today - daysBefore;
  const days = Array.from({ length: daysBefore + daysAhead }, (_, at) => ({
    day: first + at,
    done: 0,
    planned: 0,
  }));
  for (const { task, day } of of.done) {
    const own = days[day - first];
    if (own !== undefined) own.done += task.estimateMinutes ?? 0;
  }
  const sums = { overdue: 0, withoutEstimate: 0 };
  for (const task of of.open) {
    const day = plannedDay(task, today);
    if (day === undefined) continue;
    const minutes = task.estimateMinutes ?? 0;
    const own = days[day - first];
    if (day < today) sums.overdue += minutes;
    else if (own !== undefined) {
      own.planned += minutes;
      sums.withoutEstimate += task.estimateMinutes === null ? 1 : 0;
    }
  }
  const before = days.slice(0, daysBefore);
  return {
    ...sums,
    days,
    doneBefore: before.reduce((sum, { done }) => sum + done, 0),
    plannedAhead: days.reduce((sum, { planned }) => sum + planned, 0),
  };
}

function plannedDay({ dueDate, startDate }: Task, today: number): number | undefined {
  if (dueDate !== null) return dayNumberOf(dueDate);
  const start = startDate === null ? undefined : dayNumberOf(startDate);
  return start === undefined ? undefined : Math.max(start, today);
}
