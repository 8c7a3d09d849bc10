import { useCallback, useMemo, useState } from 'react';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { useClosedTasks, useOpenTasks } from './task-queries.ts';
import { buildTaskRows, createRowBuilder, type TaskRowData, type TaskView } from './task-rows.ts';

/** The rows of a view, and those that were just completed and stay for the moment in which a slip is noticed. */
export interface ViewRows {
  /** Undefined until the store has answered. */
  rows: readonly TaskRowData[] | undefined;
  openCount: number;
  leavingIds: ReadonlySet<string>;
  /** Keeps a completed task in its place, until `left`. */
  leave(task: Task): void;
  left(taskId: string): void;
}

/** See `ViewRows`; with `showsClosed` the closed tasks of the view follow, the latest first. */
export function useViewRows(of: {
  view: TaskView;
  projects: readonly Project[];
  today: string;
  showsClosed: boolean;
}): ViewRows {
  const { view, projects, today, showsClosed } = of;
  const open = useOpenTasks();
  const closed = useClosedTasks(showsClosed);
  const [leaving, setLeaving] = useState<ReadonlyMap<string, Task>>(noTasks);
  const leave = useCallback((task: Task) => {
    setLeaving((tasks) => new Map(tasks).set(task.id, { ...task, status: 'done' }));
  }, []);
  const left = useCallback((taskId: string) => {
    setLeaving((tasks) => new Map([...tasks].filter(([id]) => id !== taskId)));
  }, []);
  const [buildOpen] = useState(createRowBuilder);
  // The view is made anew by each render; its text tells whether it is another one.
  const viewText = JSON.stringify(view);
  const openRows = useMemo(() => {
    if (open === undefined) return undefined;
    const tasks = withLeaving(open, leaving);
    return buildOpen({ view: toView(viewText), tasks, projects, today });
  }, [buildOpen, open, leaving, projects, today, viewText]);
  const rows = useMemo(() => {
    if (openRows === undefined || closed === undefined) return openRows;
    const shown = closed.filter(({ id }) => !leaving.has(id));
    const closedRows = buildTaskRows({
      view: toView(viewText),
      tasks: shown,
      projects,
      today,
    });
    return [...openRows, ...closedRows.map((row) => ({ ...row, depth: 0 }))];
  }, [openRows, closed, leaving, projects, today, viewText]);
  const leavingIds = useMemo(() => new Set(leaving.keys()), [leaving]);
  const openCount = (openRows?.length ?? 0) - leaving.size;
  return { rows, openCount: Math.max(0, openCount), leavingIds, leave, left };
}

/** The open tasks with those that are just leaving, by id; one that is not closed in the store yet stands there once. */
function withLeaving(open: readonly Task[], leaving: ReadonlyMap<string, Task>): readonly Task[] {
  if (leaving.size === 0) return open;
  const added = [...leaving.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const tasks: Task[] = [];
  let next = 0;
  for (const task of open) {
    for (; next < added.length; next += 1) {
      const leaves = added[next];
      if (leaves === undefined || leaves.id > task.id) break;
      tasks.push(leaves);
    }
    if (!leaving.has(task.id)) tasks.push(task);
  }
  return [...tasks, ...added.slice(next)];
}

const noTasks: ReadonlyMap<string, Task> = new Map();

function toView(text: string): TaskView {
  const view: TaskView = JSON.parse(text);
  return view;
}
