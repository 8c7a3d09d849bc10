import { useMemo } from 'react';
import { map } from 'rxjs';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import type { Comment } from '#shared/comment';
import type { Project } from '#shared/project';
import { addDays } from '../due-date.ts';
import { useClosedTasks, useOpenTasks } from '../task-queries.ts';
import type { TaskView } from '../task-rows.ts';
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
  const viewName = of.view.name;
  const projectId = of.view.name === 'project' ? of.view.projectId : '';
  return useMemo(() => {
    if (open === undefined) return undefined;
    const view: TaskView =
      viewName === 'project' ? { name: viewName, projectId } : { name: viewName };
    const doneSince = midnightOf(viewName === 'today' ? today : addDays(today, -doneDays));
    return placeInColumns({
      view,
      grouping,
      open,
      closed: closed ?? [],
      projects,
      today,
      doneSince,
    });
  }, [open, closed, viewName, projectId, grouping, projects, today]);
}

/** How many comments a task has, by task id. */
export function useCommentCounts(): ReadonlyMap<string, number> {
  const store = useStore();
  const source = useMemo(
    () =>
      store
        .live<Comment>({ kind: 'comment', selector: { trashedAt: null } })
        .pipe(map(countByTask)),
    [store],
  );
  return useLive(source, noCounts);
}

const noCounts: ReadonlyMap<string, number> = new Map();

function countByTask(comments: readonly Comment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { taskId } of comments) counts.set(taskId, (counts.get(taskId) ?? 0) + 1);
  return counts;
}

/** The instant at which a day begins where the person is. */
function midnightOf(date: string): string {
  return new Date(`${date}T00:00:00`).toISOString();
}
