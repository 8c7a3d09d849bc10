import { type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { ListRunnerContext } from '#client/keys/list-runner.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { DragSessionContext } from '../planner/drag-session.ts';
import { useDragSurface } from '../planner/use-drag.ts';
import { type PlannerShortcut, usePlannerKeys } from '../planner/use-planner-keys.ts';
import type { RowEditing } from '../task-row.tsx';
import type { TaskView } from '../task-rows.ts';
import { useViewsWords } from '../use-views-words.ts';
import type { CardCallbacks, CardSurroundings } from './board-card.tsx';
import { BoardColumnView } from './board-column.tsx';
import type { BoardGrouping } from './place-in-columns.ts';
import { runOnCard, stepTo } from './run-on-card.ts';
import { useActiveCard } from './use-active-card.ts';
import { type NamedColumn, useCardMoves } from './use-card-moves.ts';

/** What a board shows, and what it can do. */
export interface BoardProps extends Omit<CardSurroundings, 'columns' | 'on'> {
  view: TaskView;
  grouping: BoardGrouping;
  columns: readonly NamedColumn[];
  doneNote: string;
  selectedId: string | undefined;
  hasSingleKeys: boolean;
  /** The column that is written to, and the line for it. */
  adding: { columnKey: string; line: ReactNode } | undefined;
  onAdd: (columnKey: string) => void;
  on: Pick<CardCallbacks, 'open' | 'toggleDone'>;
}

/** The columns side by side: one tab stop for all cards, one surface to drag on. */
export function Board(props: BoardProps) {
  const { columns, actions, adding, grouping } = props;
  const words = useViewsWords().board;
  const board = useRef<HTMLDivElement>(null);
  const active = useActiveCard(columns, board);
  const moves = useCardMoves(props);
  const session = useDragSurface(board, useDragListener(columns, moves.drop));
  const [editing, setEditing] = useState<{ taskId: string; what: RowEditing }>();
  const { activate, takeFocus } = active;
  const on = useMemo<CardCallbacks>(
    () => ({
      ...props.on,
      activate,
      edit: (taskId, what) => {
        const base = actions.commands.beginEdit(taskId, 'title');
        const isTitle = what === 'title';
        setEditing({ taskId, what: isTitle ? { name: 'title', base } : { name: 'schedule' } });
      },
      endEdit: () => {
        setEditing(undefined);
        takeFocus();
      },
      rename: (taskId, title, base) =>
        void actions.quietly(actions.commands.rename({ taskId, title, base })),
      reorder: moves.reorder,
      moveToColumn: moves.toColumn,
    }),
    [props.on, actions, activate, takeFocus, moves],
  );
  const run = (id: PlannerShortcut, taskId = active.taskId): boolean => {
    const wanted = stepTo(id, { columns, ...active });
    const isInBoard = board.current?.contains(document.activeElement) === true;
    if (wanted !== undefined) active.focus(isInBoard ? wanted : (active.taskId ?? wanted));
    if (wanted !== undefined || taskId === undefined) return wanted !== undefined;
    // Whoever ticks off one card after the other stays in the column.
    if (id === 'done') {
      const below = stepTo('next', { columns, ...active });
      const beside = below === taskId ? stepTo('previous', { columns, ...active }) : below;
      if (isInBoard && beside !== undefined && beside !== taskId) active.focus(beside);
    }
    return runOnCard(id, { taskId, on, moves, actions });
  };
  usePlannerKeys({ area: board, hasSingleKeys: props.hasSingleKeys, onShortcut: (id) => run(id) });
  const runner = use(ListRunnerContext);
  useEffect(() =>
    runner?.offer((taskId) => {
      const isHere = columns.some(({ cards }) => cards.some(({ task }) => task.id === taskId));
      return isHere ? (id) => void run(id, taskId) : undefined;
    }),
  );
  const skipTo = (index: number) => {
    const headings = board.current?.querySelectorAll('h2');
    const after = board.current?.nextElementSibling;
    const target = headings?.[index] ?? after;
    if (target instanceof HTMLElement) target.focus();
  };
  return (
    <DragSessionContext value={session}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears where the focus is */}
      <div
        ref={board}
        role="group"
        aria-label={words.columns}
        data-testid="board"
        data-drag-scroll
        onFocus={active.onFocus}
        onBlur={active.onBlur}
        className="relative flex min-h-0 grow items-start gap-3 overflow-x-auto px-4 pt-1 pb-4 max-sm:snap-x max-sm:snap-mandatory max-sm:pb-2 sm:px-6"
      >
        {columns.map((column, at) => (
          <BoardColumnView
            key={column.key}
            {...props}
            on={on}
            column={column}
            note={column.key === 'done' ? props.doneNote : undefined}
            grouping={grouping}
            name={column.name}
            activeIndex={at === active.columnIndex ? active.index : -1}
            editing={editing}
            addLine={adding?.columnKey === column.key ? adding.line : null}
            nextName={columns[at + 1]?.name}
            onAdd={column.key === 'done' ? undefined : () => props.onAdd(column.key)}
            onSkip={() => skipTo(at + 1)}
          />
        ))}
      </div>
      <div tabIndex={-1} className="h-0 outline-none" />
    </DragSessionContext>
  );
}

/** Tells each step of a drag to those who do not see it. */
function useDragListener(
  columns: readonly NamedColumn[],
  onDrop: ReturnType<typeof useCardMoves>['drop'],
) {
  const announce = useAnnounce();
  const words = useViewsWords().board;
  const columnOf = (taskId: string) =>
    columns.find(({ cards }) => cards.some(({ task }) => task.id === taskId));
  const titleOf = (taskId: string) =>
    columnOf(taskId)?.cards.find(({ task }) => task.id === taskId)?.task.title ?? '';
  return {
    lifted: (taskId: string) =>
      announce(words.lifted({ title: titleOf(taskId), column: columnOf(taskId)?.name ?? '' })),
    cameOver: (_: string, zone: string) =>
      announce(words.over(columns.find(({ key }) => key === zone)?.name ?? '')),
    dropped: onDrop,
    cancelled: (taskId: string) => announce(words.cancelled(titleOf(taskId))),
  };
}
