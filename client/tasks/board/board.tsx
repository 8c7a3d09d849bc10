import {
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useBoardWords } from '#client/i18n/compiled/use-board-words.ts';
import { ListRunnerContext } from '#client/keys/list-runner.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { DragSessionContext } from '../planner/drag-session.ts';
import { useDragSurface } from '../planner/use-drag.ts';
import { type PlannerShortcut, usePlannerKeys } from '../planner/use-planner-keys.ts';
import type { RowEditing } from '../task-row.tsx';
import type { TaskView } from '../task-rows.ts';
import type { CardCallbacks, CardSurroundings } from './board-card.tsx';
import { BoardColumnView } from './board-column.tsx';
import type { BoardGrouping } from './place-in-columns.ts';
import { runOnCard, stepTo } from './run-on-card.ts';
import { useAsked } from '../use-list-tools.ts';
import { type ActiveCard, useActiveCard } from './use-active-card.ts';
import { type NamedColumn, useCardMoves } from './use-card-moves.ts';

const AskedDialog = lazy(async () => ({
  default: (await import('../task-tools.tsx')).AskedDialog,
}));

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
  /** Left out where the person may only look. */
  onAdd: ((columnKey: string) => void) | undefined;
  on: Pick<CardCallbacks, 'open' | 'peek' | 'follow' | 'toggleDone'>;
}

/** The columns side by side: one tab stop for all cards, one surface to drag on. */
export function Board(props: BoardProps) {
  const { columns, actions, adding, grouping, onAdd } = props;
  const words = useBoardWords();
  const board = useRef<HTMLDivElement>(null);
  const active = useActiveCard(columns, board);
  const moves = useCardMoves(props);
  const session = useDragSurface(board, useDragListener(columns, moves.drop));
  const [editing, setEditing] = useState<{ taskId: string; what: RowEditing }>();
  const { activate, takeFocus } = active;
  const tools = useCardTools(props, active);
  const { ask } = tools;
  const on = useMemo<CardCallbacks>(
    () => ({
      ...props.on,
      activate,
      ask,
      edit: (taskId, what) => {
        if (!actions.allows([taskId])) return;
        const base = actions.commands.beginEdit(taskId, 'title');
        setEditing({ taskId, what: { name: what, base } });
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
    [props.on, actions, activate, takeFocus, moves, ask],
  );
  const run = (id: PlannerShortcut, taskId = active.taskId): boolean => {
    const wanted = stepTo(id, { columns, ...active });
    const isInBoard = board.current?.contains(document.activeElement) === true;
    if (wanted !== undefined) {
      const toId = isInBoard ? wanted : (active.taskId ?? wanted);
      active.focus(toId);
      on.follow(toId);
    }
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
            onAdd={column.key === 'done' ? undefined : onAdd && (() => onAdd(column.key))}
            onSkip={() => skipTo(at + 1)}
          />
        ))}
      </div>
      <div tabIndex={-1} className="h-0 outline-none" />
      {tools.asked === undefined ? null : (
        <Suspense>
          <AskedDialog {...props} {...tools.asked} onDone={tools.endAsk} />
        </Suspense>
      )}
    </DragSessionContext>
  );
}

/** What lists can do with a task besides; the card above another is the one over it in its column. */
function useCardTools({ columns, today, actions }: BoardProps, active: ActiveCard) {
  const latest = useRef({ rows: noCards, today });
  const shown = useRef(columns);
  useEffect(() => {
    shown.current = columns;
  });
  const { asked, ask, endAsk } = useAsked(latest, { active, actions });
  const askForCard = useCallback(
    (id: ListShortcut, taskId: string) => {
      const column = shown.current.find(({ cards }) =>
        cards.some(({ task }) => task.id === taskId),
      );
      latest.current = { rows: column?.cards ?? noCards, today };
      ask({ id, taskIds: [taskId] });
    },
    [ask, today],
  );
  return { asked, ask: askForCard, endAsk };
}

const noCards: NamedColumn['cards'] = [];

/** Tells each step of a drag to those who do not see it. */
function useDragListener(
  columns: readonly NamedColumn[],
  onDrop: ReturnType<typeof useCardMoves>['drop'],
) {
  const announce = useAnnounce();
  const words = useBoardWords();
  const columnOf = (taskId: string) =>
    columns.find(({ cards }) => cards.some(({ task }) => task.id === taskId));
  const titleOf = (taskId: string) =>
    columnOf(taskId)?.cards.find(({ task }) => task.id === taskId)?.task.title ?? '';
  return {
    lifted: (taskId: string) =>
      announce(words.lifted({ title: titleOf(taskId), column: columnOf(taskId)?.name ?? '' })),
    cameOver: (_: string, zone: string) =>
      announce(words.over({ name: columns.find(({ key }) => key === zone)?.name ?? '' })),
    dropped: onDrop,
    cancelled: (taskId: string) => announce(words.cancelled({ title: titleOf(taskId) })),
  };
}
