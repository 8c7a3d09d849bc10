import { type ReactNode, Suspense, use, useEffect, useMemo, useRef, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import { useMessages } from '#client/i18n/messages.ts';
import { ListRunnerContext } from '#client/keys/list-runner.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { useFixedRows } from '#client/ui/use-fixed-rows.ts';
import { isTool, nextIndex, runOnRow } from './run-on-row.ts';
import { type RowCallbacks, type RowEditing, TaskRow } from './task-row.tsx';
import type { TaskRowData } from './task-rows.ts';
import { useCommentCounts } from './task-queries.ts';
import { useActiveRow } from './use-active-row.ts';
import { useListKeys } from './use-list-keys.ts';
import { useListTools } from './use-list-tools.ts';
import type { ListCallbacks } from './use-row-callbacks.ts';
import { useMayDo } from '#client/store/use-may-do.ts';
import { useWaitingIds } from './use-waiting-ids.ts';
import type { TaskActions } from './use-task-actions.ts';

const TaskTools = lazy(async () => ({ default: (await import('./task-tools.tsx')).TaskTools }));

/** A line of the list that is no task: `render` makes a row of the grid, as high as all others. */
export interface ListHeading {
  key: string;
  render: (rowIndex: number) => ReactNode;
}

/** What a list of tasks shows, and what it can do. */
export interface TaskListProps {
  /** The same rows with headings between them; without it there are none. */
  lines?: readonly (TaskRowData | ListHeading)[];
  rows: readonly TaskRowData[];
  /** False while only the first rows are there. */
  isWhole?: boolean;
  rowHeight: number;
  today: string;
  labels: ReadonlyMap<string, Label>;
  projects: readonly Project[];
  conflictedIds: ReadonlySet<string>;
  pressedIds: ReadonlySet<string>;
  leavingIds: ReadonlySet<string>;
  /** The task that the panel shows. */
  shownId: string | undefined;
  /** A row that was just added: it is scrolled into sight. */
  revealedId: string | undefined;
  canReorder: boolean;
  hasSingleKeys: boolean;
  actions: TaskActions;
  on: ListCallbacks;
}

const overscan = 8;

/**
 * The rows of a view as a grid with one tab stop. Only rows in sight are there, and always the active one, so that
 * the focus is never lost by scrolling; all rows have one height, so that nothing jumps.
 */
export function TaskList(props: TaskListProps) {
  const {
    rows,
    lines = rows,
    isWhole = true,
    rowHeight,
    pressedIds,
    leavingIds,
    conflictedIds,
    actions,
  } = props;
  const commentCounts = useCommentCounts();
  const { tasks: words } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const active = useActiveRow(rows, scroller);
  const [editing, setEditing] = useState<{ taskId: string; what: NonNullable<RowEditing> }>();
  const lineOf = (index: number) => {
    const row = rows[index];
    return row === undefined ? -1 : lines.indexOf(row);
  };
  const { indexes, totalHeight, scrollToIndex } = useFixedRows({
    scroller,
    count: lines.length,
    rowHeight,
    overscan,
    keptIndex: lineOf(active.index),
  });
  const waitingIds = useWaitingIds(indexes.flatMap((index) => taskIdsOf(lines[index])));
  const reveal = (index: number) => {
    // With the heading above it, so that one sees where one is.
    scrollToIndex(Math.max(0, lineOf(index) - 1));
    scrollToIndex(lineOf(index));
  };
  useReveal({ rows, revealedId: props.revealedId, reveal });
  const mayEdit = useMayDo('edit');
  const { activate, takeFocus } = active;
  const tools = useListTools({ rows, list: scroller, active, today: props.today, actions });
  const { selectedIds, select, ask, choose, dragged } = tools;
  const on = useMemo<RowCallbacks>(() => {
    const edit: RowCallbacks['edit'] = (taskId, what) => {
      if (!actions.allows([taskId])) return;
      const base = actions.commands.beginEdit(taskId, 'title');
      setEditing({ taskId, what: { name: what, base } });
    };
    return {
      ...props.on,
      activate,
      edit,
      press: (taskId, held) => (choose(taskId, held) ? undefined : props.on.open(taskId)),
      dragged,
      ask: (id, taskId) => ask({ id, taskIds: [taskId] }),
      endEdit: () => {
        setEditing(undefined);
        takeFocus();
      },
      rename: (taskId, title, base) =>
        void actions.quietly(actions.commands.rename({ taskId, title, base })),
    };
  }, [props.on, actions, activate, takeFocus, ask, choose, dragged]);
  const run = (id: ListShortcut, row = rows[active.index]) => {
    const steps = { index: active.index, count: rows.length };
    const index = nextIndex(id, steps);
    if (index !== undefined) {
      reveal(index);
      active.focusIndex(index);
      const toId = rows[index]?.task.id;
      if (toId === undefined) return;
      props.on.follow(toId);
      if (id.startsWith('select')) select({ name: 'extend', fromId: row?.task.id, toId });
    } else if (id === 'select-all') {
      if (isWhole) select({ name: 'all' });
    } else if (row !== undefined) {
      if (id === 'select') select({ name: 'toggle', taskId: row.task.id });
      else if (!runOnRow(id, { row, on, actions })) ask({ id, taskIds: [row.task.id] });
    }
  };
  const runByKey = (id: ListShortcut) => {
    if (selectedIds.size === 0 || !isTool(id)) run(id);
    else ask({ id, taskIds: [...selectedIds] });
  };
  useListKeys({ list: scroller, hasSingleKeys: props.hasSingleKeys, onShortcut: runByKey });
  const runner = use(ListRunnerContext);
  useEffect(() =>
    runner?.offer((taskId) => {
      const row = rows.find(({ task }) => task.id === taskId);
      return row && ((id) => run(id, row));
    }),
  );

  return (
    <>
      <div
        ref={scroller}
        onFocus={active.onFocus}
        onBlur={active.onBlur}
        className="list-scroll min-h-0 scroll-py-2 overflow-y-auto max-lg:grow max-lg:scroll-pb-28 max-lg:pb-36"
      >
        <div
          role="grid"
          aria-label={words.list}
          aria-multiselectable="true"
          aria-rowcount={isWhole ? lines.length : -1}
          className="relative mx-auto max-w-[760px]"
          style={{ height: totalHeight }}
        >
          {indexes.map((index) => {
            const line = lines[index];
            if (line === undefined) return null;
            return (
              <div
                key={'task' in line ? line.task.id : line.key}
                role="presentation"
                className="absolute inset-x-2 top-0 sm:inset-x-4"
                style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
              >
                {'task' in line ? (
                  <TaskRow
                    row={line}
                    rowIndex={index + 1}
                    today={props.today}
                    labels={props.labels}
                    projects={props.projects}
                    editing={editing?.taskId === line.task.id ? editing.what : undefined}
                    isActive={line === rows[active.index]}
                    isShown={line.task.id === props.shownId}
                    isSelected={selectedIds.has(line.task.id)}
                    isPressed={pressedIds.has(line.task.id)}
                    isLeaving={leavingIds.has(line.task.id)}
                    isWaiting={waitingIds.has(line.task.id)}
                    isConflicted={conflictedIds.has(line.task.id)}
                    commentCount={commentCounts.get(line.task.id) ?? 0}
                    isLocked={!mayEdit(line.task.workspaceId)}
                    canReorder={props.canReorder}
                    actions={actions}
                    on={on}
                  />
                ) : (
                  line.render(index + 1)
                )}
              </div>
            );
          })}
        </div>
      </div>
      {selectedIds.size === 0 && tools.asked === undefined ? null : (
        <Suspense>
          <TaskTools {...props} tools={tools} />
        </Suspense>
      )}
    </>
  );
}

function taskIdsOf(line: TaskRowData | ListHeading | undefined): string[] {
  return line !== undefined && 'task' in line ? [line.task.id] : [];
}

/** Scrolls to a row once it is there, and once only: later it may move as it likes. */
function useReveal(of: {
  rows: readonly TaskRowData[];
  revealedId: string | undefined;
  reveal: (index: number) => void;
}): void {
  const { rows, revealedId, reveal } = of;
  const done = useRef<string>(undefined);
  useEffect(() => {
    if (revealedId === undefined || done.current === revealedId) return;
    const index = rows.findIndex(({ task }) => task.id === revealedId);
    if (index < 0) return;
    done.current = revealedId;
    reveal(index);
  }, [rows, revealedId, reveal]);
}
