import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { isOverdue } from '../due-date.ts';
import { buildTaskRows, type TaskRowData, type TaskView } from '../task-rows.ts';
import { projectOccurrences } from './project-occurrences.ts';

/** What stands on a day: a task that is due, or a day on which it will come back (`isGhost`). */
export interface CalendarItem {
  task: Task;
  project: Project | undefined;
  isGhost: boolean;
}

/** What a calendar has to show, whatever range of it is in sight. */
export interface CalendarTasks {
  /** By the day of each, see `dayOf`; in each day by time, those without one last, what is done at the end. */
  itemsByDate: ReadonlyMap<string, readonly CalendarItem[]>;
  overdue: readonly CalendarItem[];
  /** Open tasks at the top of their tree that have no date. */
  unscheduled: readonly CalendarItem[];
  recurring: readonly CalendarItem[];
}

/** Groups the tasks of a view by day, in one pass. */
export function placeOnDays(of: {
  view: TaskView;
  tasks: readonly Task[];
  projects: readonly Project[];
  today: string;
}): CalendarTasks {
  const projectsById = new Map(of.projects.map((project) => [project.id, project]));
  const itemsByDate = new Map<string, CalendarItem[]>();
  const overdue: CalendarItem[] = [];
  const unscheduled: CalendarItem[] = [];
  const recurring: CalendarItem[] = [];
  for (const row of buildTaskRows(of)) {
    const { task } = row;
    const item = { task, project: projectOf(row, projectsById), isGhost: false };
    const date = dayOf(task, of.today);
    if (date === undefined) {
      if (isOpen(task) && row.depth === 0) unscheduled.push(item);
      continue;
    }
    const items = itemsByDate.get(date);
    if (items === undefined) itemsByDate.set(date, [item]);
    else items.push(item);
    if (isOverdue(task, of.today)) overdue.push(item);
    if (task.recurrence !== null && isOpen(task)) recurring.push(item);
  }
  for (const items of itemsByDate.values()) items.sort(compareItems);
  overdue.sort((a, b) => compareText(a.task.dueDate ?? '', b.task.dueDate ?? ''));
  return { itemsByDate, overdue, unscheduled, recurring };
}

/**
 * The day on which a task stands: its deadline. One that has a start only is for that day, or for today once it has come,
 * as in Upcoming: nothing is late about it. Undefined without a date.
 */
export function dayOf(task: Task, today: string): string | undefined {
  const { dueDate, startDate } = task;
  if (dueDate !== null) return dueDate;
  if (startDate === null) return undefined;
  return isOpen(task) && startDate < today ? today : startDate;
}

/** The days of a range with what is due on them, and after that what will come back on them. */
export function itemsInRange(
  { itemsByDate, recurring }: CalendarTasks,
  range: { from: string; to: string; today: string; showsDone: boolean },
): ReadonlyMap<string, readonly CalendarItem[]> {
  const shown = new Map<string, CalendarItem[]>();
  const { from, to, showsDone } = range;
  for (const [date, items] of itemsByDate) {
    if (date < from || date > to) continue;
    shown.set(date, showsDone ? [...items] : items.filter(({ task }) => isOpen(task)));
  }
  for (const item of recurring) {
    for (const date of projectOccurrences({ task: item.task, ...range })) {
      const ghost = { ...item, isGhost: true };
      const items = shown.get(date);
      if (items === undefined) shown.set(date, [ghost]);
      else items.push(ghost);
    }
  }
  return shown;
}

function projectOf(row: TaskRowData, projectsById: ReadonlyMap<string, Project>) {
  const { projectId } = row.task;
  return row.project ?? (projectId === null ? undefined : projectsById.get(projectId));
}

function isOpen({ status }: Task): boolean {
  return status === 'todo' || status === 'in_progress';
}

function compareItems(a: CalendarItem, b: CalendarItem): number {
  const [ka, kb] = [sortText(a.task), sortText(b.task)];
  return ka === kb ? compareOrder(a.task, b.task) : compareText(ka, kb);
}

function sortText(task: Task): string {
  return `${isOpen(task) ? 0 : 1} ${task.dueTime ?? '~'}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
