import { useMemo } from 'react';
import type { Project } from '#shared/project';
import { addDays } from '../due-date.ts';
import { useClosedTasks, useOpenTasks } from '../task-queries.ts';
import type { TaskView } from '../task-rows.ts';
import { useSameView } from '../use-view-rows.ts';
import { type BoardColumn, type BoardGrouping, placeInColumns } from './place-in-columns.ts';

const doneDays = 30;

/** The columns of a view as they are now; undefined until the store has answered. Grouped once for each change. */
export function useBoard(of: {
  view: TaskView;
  grouping: BoardGrouping;
  projects: readonly Project[];
  today: string;
}): readonly BoardColumn[] | undefined {
  const { grouping, projects, today } = of;
  const open = useOpenTasks();
  const closed = useClosedTasks(true);
  const view = useSameView(of.view);
  return useMemo(() => {
    if (open === undefined) return undefined;
    const doneSince = midnightOf(view.name === 'today' ? today : addDays(today, -doneDays));
    return placeInColumns({
      view,
      grouping,
      open,
      closed: closed ?? [],
      projects,
      today,
      doneSince,
    });
  }, [open, closed, view, grouping, projects, today]);
}

/** The instant at which a day begins where the person is. */
function midnightOf(date: string): string {
  return new Date(`${date}T00:00:00`).toISOString();
}
