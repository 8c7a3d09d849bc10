import { useMemo } from 'react';
import type { Project } from '#shared/project';
import { useClosedTasks, useOpenTasks } from '../task-queries.ts';
import type { TaskView } from '../task-rows.ts';
import {
  type CalendarItem,
  type CalendarTasks,
  itemsInRange,
  placeOnDays,
} from './place-on-days.ts';

/** The tasks of a view by day as they are now, and what of them falls into a range of days. */
export function useCalendar(of: {
  view: TaskView;
  projects: readonly Project[];
  today: string;
  from: string;
  to: string;
  showsDone: boolean;
}):
  | { tasks: CalendarTasks; itemsByDate: ReadonlyMap<string, readonly CalendarItem[]> }
  | undefined {
  const { projects, today, from, to, showsDone } = of;
  const open = useOpenTasks();
  const closed = useClosedTasks(showsDone);
  const viewName = of.view.name;
  const projectId = of.view.name === 'project' ? of.view.projectId : '';
  const tasks = useMemo(() => {
    if (open === undefined) return undefined;
    const view: TaskView =
      viewName === 'project' ? { name: viewName, projectId } : { name: viewName };
    const done = (closed ?? []).filter(
      ({ status, dueDate }) => status === 'done' && dueDate !== null,
    );
    return placeOnDays({ view, tasks: [...open, ...done], projects, today });
  }, [open, closed, viewName, projectId, projects, today]);
  return useMemo(
    () => tasks && { tasks, itemsByDate: itemsInRange(tasks, { from, to, today, showsDone }) },
    [tasks, from, to, today, showsDone],
  );
}
