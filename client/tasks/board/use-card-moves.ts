import { useEffect, useMemo, useRef } from 'react';
import { useBoardWords } from '#client/i18n/compiled/use-board-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import type { DropPlace } from '../planner/drag-session.ts';
import type { TaskView } from '../task-rows.ts';
import type { TaskActions } from '../use-task-actions.ts';
import { type CardMove, moveCard } from './board-commands.ts';
import type { BoardColumn, BoardGrouping } from './place-in-columns.ts';

/** A column as it is called. */
export type NamedColumn = BoardColumn & { name: string };

interface MovesOf {
  view: TaskView;
  grouping: BoardGrouping;
  columns: readonly NamedColumn[];
  today: string;
  canReorder: boolean;
  actions: TaskActions;
}

/** The ways in which a card moves; each is one action, and told when the board shows it. */
export interface CardMoves {
  drop: (taskId: string, place: DropPlace) => void;
  /** To the end of a column. */
  toColumn: (taskId: string, columnKey: string) => void;
  /** To the next column or the one before, at the same height. */
  sideways: (taskId: string, step: 1 | -1) => void;
  reorder: (taskId: string, to: 'up' | 'down' | 'top' | 'bottom') => void;
}

/** See `CardMoves`; the same object while the board changes under it. */
export function useCardMoves(of: MovesOf): CardMoves {
  const { actions } = of;
  const store = useStore();
  const latest = useRef(of);
  useEffect(() => {
    latest.current = of;
  });
  const tellWhenShown = useTellWhenShown(of.columns);
  return useMemo(() => {
    const move = async (to: Pick<CardMove, 'taskId' | 'columnKey' | 'beside'>) => {
      const { view, grouping, today } = latest.current;
      tellWhenShown(to.taskId);
      const batch = await moveCard(store, { ...to, view, grouping, today });
      if (batch === undefined) tellWhenShown(undefined);
      else await actions.quietly(Promise.resolve(batch));
    };
    const intoColumn = (taskId: string, column: NamedColumn | undefined, index: number) => {
      if (column === undefined) return;
      const others = column.cards.filter(({ task }) => task.id !== taskId);
      void move({ taskId, columnKey: column.key, beside: besideAt(others, index) });
    };
    return {
      drop: (taskId, { zone, besideId, side }) => {
        const column = latest.current.columns.find(({ key }) => key === zone);
        if (besideId === undefined) return intoColumn(taskId, column, Number.POSITIVE_INFINITY);
        void move({ taskId, columnKey: zone, beside: { taskId: besideId, side } });
      },
      toColumn: (taskId, columnKey) => {
        const column = latest.current.columns.find(({ key }) => key === columnKey);
        intoColumn(taskId, column, Number.POSITIVE_INFINITY);
      },
      sideways: (taskId, step) => {
        const { columns, at, index } = whereIs(taskId, latest.current.columns);
        if (at >= 0) intoColumn(taskId, columns[at + step], index);
      },
      reorder: (taskId, to) => {
        const { columns, at, index } = whereIs(taskId, latest.current.columns);
        const column = columns[at];
        if (column === undefined || !latest.current.canReorder) return;
        const last = column.cards.length - 1;
        const wanted = { up: index - 1, down: index + 1, top: 0, bottom: last }[to];
        if (wanted >= 0 && wanted <= last && wanted !== index) intoColumn(taskId, column, wanted);
      },
    };
  }, [actions, store, tellWhenShown]);
}

function whereIs(taskId: string, columns: readonly NamedColumn[]) {
  const at = columns.findIndex(({ cards }) => cards.some(({ task }) => task.id === taskId));
  const index = columns[at]?.cards.findIndex(({ task }) => task.id === taskId) ?? -1;
  return { columns, at, index };
}

/** Beside which card one stands at an index of the others; undefined in an empty column. */
function besideAt(others: BoardColumn['cards'], index: number): CardMove['beside'] {
  const next = others[index];
  if (next !== undefined) return { taskId: next.task.id, side: 'before' };
  const last = others.at(-1);
  return last && { taskId: last.task.id, side: 'after' };
}

/** Says where a moved card stands, once it stands there: only then is its position known. */
function useTellWhenShown(columns: readonly NamedColumn[]): (taskId: string | undefined) => void {
  const announce = useAnnounce();
  const words = useBoardWords();
  const waiting = useRef<{ taskId: string; from: readonly NamedColumn[] }>(undefined);
  const latest = useRef(columns);
  useEffect(() => {
    latest.current = columns;
    if (waiting.current === undefined || waiting.current.from === columns) return;
    const { taskId } = waiting.current;
    waiting.current = undefined;
    for (const { name, cards } of columns) {
      const index = cards.findIndex(({ task }) => task.id === taskId);
      const title = cards[index]?.task.title;
      if (title === undefined) continue;
      announce(words.moved({ title, column: name, position: index + 1, count: cards.length }));
    }
  }, [columns, announce, words]);
  return useMemo(
    () => (taskId) => {
      waiting.current = taskId === undefined ? undefined : { taskId, from: latest.current };
    },
    [],
  );
}
