import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { createProjectIdFinder } from '#shared/topmost-project';
import { weekdayOf } from '#shared/civil-date';
import { countByDay, countWithin, type DoneTask, readDone } from './done-tasks.ts';
import type { LocalMoment } from './local-moment.ts';
import { isOpen, openWorkOf, type OpenWork } from './open-work.ts';
import { type DayRange, isWithin, type Period, type PeriodName, periodOf } from './period.ts';
import { plannedWorkOf, type PlannedWork } from './planned-work.ts';
import { rank, type Ranking } from './ranking.ts';
import { type Streaks, streaksOf } from './streaks.ts';
import { timelinessOf, type Timeliness } from './timeliness.ts';

/** What statistics are made from: tasks outside the trash, all projects, labels outside the trash. */
export interface StatisticsSources {
  tasks: readonly Task[];
  projects: readonly Project[];
  labels: readonly Label[];
  /** A day number. */
  today: number;
  /** 0 = Monday to 6 = Sunday. */
  weekStart: number;
  periodName: PeriodName;
  momentOf: (ms: number) => LocalMoment;
  /** The IANA zone that `momentOf` tells moments of. */
  timeZone: string;
}

/** Everything the page shows. */
export interface Statistics {
  period: Period;
  /** How many were done on each day there ever was, by its number. */
  countsByDay: ReadonlyMap<number, number>;
  /** How many were done in each bucket of the period; together they are `total`. */
  buckets: readonly (DayRange & { count: number })[];
  total: number;
  totalBefore: number;
  byProject: Ranking;
  /** A task with two labels counts for both. */
  byLabel: Ranking;
  /** By day of the week, 0 = Monday to 6 = Sunday. */
  byWeekday: readonly number[];
  /** By hour of the day, 0 to 23. */
  byHour: readonly number[];
  streaks: Streaks;
  timeliness: Timeliness;
  open: OpenWork;
  planned: PlannedWork;
}

/** Makes all figures in one go; tasks of trashed projects count nowhere (R7), open ones of archived projects neither. */
export function computeStatistics(of: StatisticsSources): Statistics {
  const { today } = of;
  const period = periodOf(of.periodName, of);
  const findProjectId = createProjectIdFinder(of.tasks);
  // Most tasks are topmost themselves.
  const projectIdOf = (task: Task) =>
    task.parentId === null ? task.projectId : findProjectId(task);
  const { done, open } = partTasks(of, projectIdOf);
  const countsByDay = countByDay(done);
  const doneWithin = done.filter(({ day }) => isWithin(day, period.days));
  return {
    period,
    countsByDay,
    buckets: period.buckets.map((range) => ({ ...range, count: countWithin(countsByDay, range) })),
    total: doneWithin.length,
    totalBefore: countWithin(countsByDay, period.before),
    byProject: rank(
      doneWithin.map(({ task }) => {
        const projectId = projectIdOf(task);
        return projectId === null ? [] : [projectId];
      }),
      of.projects.map(({ id }) => id),
    ),
    byLabel: rank(
      doneWithin.map(({ task }) => Object.keys(task.labels)),
      of.labels.map(({ id }) => id),
    ),
    byWeekday: tally(doneWithin, { size: 7, slotOf: ({ day }) => weekdayOf(day) }),
    byHour: tally(doneWithin, { size: 24, slotOf: ({ minute }) => Math.floor(minute / 60) }),
    streaks: streaksOf(countsByDay.keys(), today),
    timeliness: timelinessOf(doneWithin, of.timeZone),
    open: openWorkOf(open, today),
    planned: plannedWorkOf({ open, done, today }),
  };
}

function partTasks(of: StatisticsSources, projectIdOf: (task: Task) => string | null) {
  const projectsById = new Map<string | null, Project>(of.projects.map((one) => [one.id, one]));
  const open: Task[] = [];
  const closed: Task[] = [];
  for (const task of of.tasks) {
    if (task.trashedAt !== null) continue;
    const project = projectsById.get(projectIdOf(task));
    if (project !== undefined && project.trashedAt !== null) continue;
    if (!isOpen(task)) closed.push(task);
    else if (project === undefined || project.archivedAt === null) open.push(task);
  }
  return { open, done: readDone(closed, of) };
}

function tally(
  done: readonly DoneTask[],
  { size, slotOf }: { size: number; slotOf: (one: DoneTask) => number },
): number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (const one of done) {
    const slot = slotOf(one);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}
