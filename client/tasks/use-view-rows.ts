import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { useClosedTasks, useFirstTasks, useOpenTasks } from './task-queries.ts';
import { buildTaskRows, createRowBuilder, type TaskRowData, type TaskView } from './task-rows.ts';

/** The rows of a view, and those that were just completed and stay for the moment in which a slip is noticed. */
export interface ViewRows {
  /** Undefined until the store has answered. */
  rows: readonly TaskRowData[] | undefined;
  /** Undefined while only the first rows are there. */
  openCount: number | undefined;
  /** Being completed, on disk or on the way to it. */
  pressedIds: ReadonlySet<string>;
  /** Completed and on disk: about to go out of sight. */
  leavingIds: ReadonlySet<string>;
  /** Keeps a task that is being completed in its place, also once it is, until `left`. */
  leave(task: Task): void;
  left(taskId: string): void;
}

/** See `ViewRows`; with `showsClosed` the closed tasks of the view follow, the latest first. */
export function useViewRows(of: {
  view: TaskView;
  projects: readonly Project[];
  today: string;
  showsClosed: boolean;
  /** Whether the store may hold no more yet than the first rows of this list. */
  isFirst: boolean;
}): ViewRows {
  const { view, projects, today, showsClosed } = of;
  const whole = useOpenTasks();
  const first = useFirstTasks(of.isFirst && whole === undefined);
  const open = whole ?? (of.isFirst ? first : undefined);
  const closed = useClosedTasks(showsClosed || (view.name === 'filter' && view.includesClosed));
  const [leaving, setLeaving] = useState<ReadonlyMap<string, Task>>(noTasks);
  const gone = useRef(new Set<string>());
  const leave = useCallback((task: Task) => {
    setLeaving((tasks) => new Map(tasks).set(task.id, task));
  }, []);
  const left = useCallback((taskId: string) => {
    gone.current.delete(taskId);
    setLeaving((tasks) => new Map([...tasks].filter(([id]) => id !== taskId)));
  }, []);
  const [buildOpen] = useState(createRowBuilder);
  const shown = useSameView(view);
  const tasks = useMemo(() => open && withLeaving(open, leaving), [open, leaving]);
  const openRows = useMemo(() => {
    if (tasks === undefined) return undefined;
    return buildOpen({ view: shown, tasks, projects, today });
  }, [buildOpen, tasks, projects, today, shown]);
  const rows = useMemo(() => {
    if (openRows === undefined || closed === undefined) return openRows;
    const tasks = closed.filter(({ id }) => !leaving.has(id));
    const closedRows = buildTaskRows({ view: shown, tasks, projects, today });
    return [...openRows, ...closedRows.map((row) => ({ ...row, depth: 0 }))];
  }, [openRows, closed, leaving, projects, today, shown]);
  const pressedIds = useMemo(() => new Set(leaving.keys()), [leaving]);
  // Not before the store says so, which is when it is on disk.
  const leavingIds = useMemo(
    () => new Set([...leaving.keys()].filter((id) => open === undefined || !holds(open, id))),
    [leaving, open],
  );
  useEffect(() => {
    for (const id of leaving.keys()) {
      if (leavingIds.has(id)) gone.current.add(id);
      // Opened again by an Undo, before its row had faded: no fading tells of its end.
      else if (gone.current.delete(id)) left(id);
    }
  }, [leaving, leavingIds, left]);
  const openCount =
    whole === undefined ? undefined : Math.max(0, (openRows?.length ?? 0) - leavingIds.size);
  return { rows, openCount, pressedIds, leavingIds, leave, left };
}

/** The open tasks with those that are just leaving, by id; the same list while these are still open in the store. */
function withLeaving(open: readonly Task[], leaving: ReadonlyMap<string, Task>): readonly Task[] {
  const gone = [...leaving.values()].filter((task) => !holds(open, task.id));
  if (gone.length === 0) return open;
  const tasks = [...open];
  for (const task of gone) tasks.splice(indexOfId(tasks, task.id), 0, task);
  return tasks;
}

function holds(tasks: readonly Task[], id: string): boolean {
  return tasks[indexOfId(tasks, id)]?.id === id;
}

/** Where a task with this id stands, or would stand, among tasks in the order of their ids. */
function indexOfId(tasks: readonly Task[], id: string): number {
  let [low, high] = [0, tasks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.id ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

const noTasks: ReadonlyMap<string, Task> = new Map();

/** The same object for views that show the same; that of a filter is kept by who asks for it. */
export function useSameView(view: TaskView): TaskView {
  const key = JSON.stringify(view);
  // oxlint-disable-next-line react/exhaustive-deps -- two views with the same key are alike
  return useMemo(() => view, [view.name === 'filter' ? view : key]);
}
