import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import { useMessages } from '#client/i18n/messages.ts';
import { useFixedRows } from '#client/ui/use-fixed-rows.ts';
import type { ListCommand } from './list-keys.ts';
import { type RowCallbacks, type RowEditing, TaskRow } from './task-row.tsx';
import type { TaskRowData } from './task-rows.ts';
import { useActiveRow } from './use-active-row.ts';
import { useListKeys } from './use-list-keys.ts';
import type { TaskActions } from './use-task-actions.ts';

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
  rowHeight: number;
  today: string;
  labels: ReadonlyMap<string, Label>;
  projects: readonly Project[];
  conflictedIds: ReadonlySet<string>;
  leavingIds: ReadonlySet<string>;
  selectedId: string | undefined;
  /** A row that was just added: it is scrolled into sight. */
  revealedId: string | undefined;
  canReorder: boolean;
  hasSingleKeys: boolean;
  actions: TaskActions;
  on: Pick<RowCallbacks, 'toggleDone' | 'open' | 'reorder' | 'drop' | 'left'>;
}

const overscan = 8;

/**
 * The rows of a view as a grid with one tab stop. Only rows in sight are there, and always the active one, so that
 * the focus is never lost by scrolling; all rows have one height, so that nothing jumps.
 */
export function TaskList(props: TaskListProps) {
  const { rows, lines = rows, rowHeight, leavingIds, conflictedIds, actions } = props;
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
  const reveal = (index: number) => {
    // With the heading above it, so that one sees where one is.
    scrollToIndex(Math.max(0, lineOf(index) - 1));
    scrollToIndex(lineOf(index));
  };
  useReveal({ rows, revealedId: props.revealedId, reveal });
  const { activate, takeFocus } = active;
  const on = useMemo<RowCallbacks>(() => {
    const edit = (taskId: string, what: 'title' | 'schedule') => {
      const base = actions.commands.beginEdit(taskId, 'title');
      setEditing({
        taskId,
        what: what === 'title' ? { name: 'title', base } : { name: 'schedule' },
      });
    };
    return {
      ...props.on,
      activate,
      edit,
      endEdit: () => {
        setEditing(undefined);
        takeFocus();
      },
      rename: (taskId, title, base) =>
        void actions.quietly(actions.commands.rename({ taskId, title, base })),
    };
  }, [props.on, actions, activate, takeFocus]);

  const run = (command: ListCommand) => {
    const row = rows[active.index];
    if (command.name === 'move' || command.name === 'jump') {
      const index = nextIndex(command, { index: active.index, count: rows.length });
      reveal(index);
      active.focusIndex(index);
    } else if (row !== undefined) {
      runOnRow(command, { row, on, actions });
    }
  };
  useListKeys({ list: scroller, hasSingleKeys: props.hasSingleKeys, onCommand: run });

  return (
    <div
      ref={scroller}
      onFocus={active.onFocus}
      onBlur={active.onBlur}
      className="min-h-0 scroll-py-2 overflow-y-auto max-lg:grow max-lg:pb-36"
    >
      <div
        role="grid"
        aria-label={words.list}
        aria-rowcount={lines.length}
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
                  isSelected={line.task.id === props.selectedId}
                  isLeaving={leavingIds.has(line.task.id)}
                  isConflicted={conflictedIds.has(line.task.id)}
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
  );
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

function nextIndex(
  command: Extract<ListCommand, { name: 'move' | 'jump' }>,
  { index, count }: { index: number; count: number },
): number {
  const isInList = (document.activeElement?.closest('[role="grid"]') ?? null) !== null;
  if (command.name === 'jump') return command.to === 'first' ? 0 : count - 1;
  if (!isInList) return Math.max(index, 0);
  return Math.min(Math.max(index + command.by, 0), count - 1);
}

function runOnRow(
  command: Exclude<ListCommand, { name: 'move' | 'jump' }>,
  { row, on, actions }: { row: TaskRowData; on: RowCallbacks; actions: TaskActions },
): void {
  const { id } = row.task;
  switch (command.name) {
    case 'open':
      return on.open(id);
    case 'rename':
      return on.edit(id, 'title');
    case 'schedule':
      return on.edit(id, 'schedule');
    case 'toggle-done':
      return on.toggleDone(id);
    case 'trash':
      return void actions.tell(actions.commands.trash(id));
    case 'priority':
      return void actions.quietly(actions.commands.setPriority(id, command.priority));
    case 'reorder':
      return on.reorder(id, command.by === 1 ? 'down' : 'up');
  }
}
