import { useMemo } from 'react';
import type { Project } from '#shared/project';
import { useClosedTasks, useOpenTasks } from '../task-queries.ts';
import { isPlanned, type TaskView } from '../task-rows.ts';
import { useSameView } from '../use-view-rows.ts';
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
  const view = useSameView(of.view);
  const tasks = useMemo(() => {
    if (open === undefined) return undefined;
    const done = (closed ?? []).filter((task) => task.status === 'done' && isPlanned(task));
    return placeOnDays({ view, tasks: [...open, ...done], projects, today });
  }, [open, closed, view, projects, today]);
  return useMemo(
    () => tasks && { tasks, itemsByDate: itemsInRange(tasks, { from, to, today, showsDone }) },
    [tasks, from, to, today, showsDone],
  );
}
