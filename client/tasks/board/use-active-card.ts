import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { BoardColumn } from './place-in-columns.ts';

/** The card that is the tab stop of the board, by its place. */
export interface ActiveCard {
  /** -1 while there are no cards. */
  columnIndex: number;
  index: number;
  taskId: string | undefined;
  activate: (taskId: string) => void;
  /** Makes a card the tab stop and gives it the focus. */
  focus: (taskId: string) => void;
  takeFocus: () => void;
  onFocus: () => void;
  onBlur: () => void;
}

interface Place {
  columnIndex: number;
  index: number;
  taskId: string | undefined;
}

/**
 * Keeps one card of a board as its tab stop, also when it moves to another column. When it leaves, the one that takes
 * its place becomes it, and takes the focus if the lost one had it.
 */
export function useActiveCard(
  columns: readonly BoardColumn[],
  board: RefObject<HTMLElement | null>,
): ActiveCard {
  const [active, setActive] = useState<Place>(nowhere);
  const [focusRequests, setFocusRequests] = useState(0);
  const hasFocus = useRef(false);
  const shown = useMemo(() => placeOf(columns, active), [columns, active]);
  const isSame = shown.taskId === active.taskId && shown.index === active.index;
  // While rendering, so that no frame shows a board without its tab stop.
  if (!isSame || shown.columnIndex !== active.columnIndex) setActive(shown);
  useLayoutEffect(() => {
    // A focused card that was removed leaves the focus nowhere, and no blur is told.
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (isLost) focusCard(board.current, shown.taskId);
  }, [board, columns, shown]);
  useLayoutEffect(() => {
    if (focusRequests > 0) focusCard(board.current, shown.taskId);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each request, not when the card changes
  }, [board, focusRequests]);
  return useMemo(
    () => ({
      ...shown,
      activate: (taskId) => setActive((held) => ({ ...held, taskId })),
      focus: (taskId) => {
        setActive((held) => ({ ...held, taskId }));
        setFocusRequests((count) => count + 1);
      },
      takeFocus: () => setFocusRequests((count) => count + 1),
      onFocus: () => {
        hasFocus.current = true;
      },
      onBlur: () => {
        hasFocus.current = false;
      },
    }),
    [shown],
  );
}

const nowhere: Place = { columnIndex: -1, index: -1, taskId: undefined };

/** Where the task is now; without it, what stands where it stood. */
function placeOf(columns: readonly BoardColumn[], active: Place): Place {
  for (const [columnIndex, { cards }] of columns.entries()) {
    const index = cards.findIndex(({ task }) => task.id === active.taskId);
    if (index >= 0) return { columnIndex, index, taskId: active.taskId };
  }
  const held = columns[active.columnIndex]?.cards.length ?? 0;
  const columnIndex =
    held > 0 ? active.columnIndex : columns.findIndex(({ cards }) => cards.length > 0);
  const cards = columns[columnIndex]?.cards ?? [];
  if (cards.length === 0) return nowhere;
  const index = Math.min(Math.max(active.index, 0), cards.length - 1);
  return { columnIndex, index, taskId: cards[index]?.task.id };
}

function focusCard(board: HTMLElement | null, taskId: string | undefined): void {
  if (board === null || taskId === undefined) return;
  const card = board.querySelector<HTMLElement>(`[data-task-id="${taskId}"]`);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
