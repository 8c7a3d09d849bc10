import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TaskRowData } from './task-rows.ts';

/** The row that is the tab stop of the list. */
export interface ActiveRow {
  /** -1 while the list is empty. */
  index: number;
  activate: (taskId: string) => void;
  focusIndex: (index: number) => void;
  takeFocus: () => void;
  onFocus: () => void;
  onBlur: () => void;
}

/**
 * Keeps one row of a list as its tab stop. When that row leaves, the one that takes its place becomes it, and takes
 * the focus if the lost one had it.
 */
export function useActiveRow(
  rows: readonly TaskRowData[],
  scroller: RefObject<HTMLElement | null>,
): ActiveRow {
  const [active, setActive] = useState<{ taskId: string | undefined; index: number }>(none);
  const [focusRequests, setFocusRequests] = useState(0);
  const hasFocus = useRef(false);
  const found = rows.findIndex(({ task }) => task.id === active.taskId);
  const index = found < 0 ? Math.min(active.index, rows.length - 1) : found;
  const shownId = rows[index]?.task.id;
  // While rendering, so that no frame shows a list without its tab stop.
  if (index >= 0 && (shownId !== active.taskId || index !== active.index)) {
    setActive({ taskId: shownId, index });
  }
  useLayoutEffect(() => {
    // A focused row that was removed leaves the focus nowhere, and no blur is told.
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (isLost) findRow(scroller.current, shownId)?.focus({ preventScroll: true });
  }, [scroller, shownId]);
  useLayoutEffect(() => {
    if (focusRequests === 0) return;
    scroller.current
      ?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')
      ?.focus({ preventScroll: true });
  }, [scroller, focusRequests]);
  return useMemo(() => {
    const takeFocus = () => setFocusRequests((count) => count + 1);
    return {
      index,
      // The focus says so too of a row that is the active one already.
      activate: (taskId) =>
        setActive((held) => (held.taskId === taskId ? held : { ...held, taskId })),
      focusIndex: (wanted) => {
        setActive({ taskId: rows[wanted]?.task.id, index: wanted });
        takeFocus();
      },
      takeFocus,
      onFocus: () => {
        hasFocus.current = true;
      },
      onBlur: () => {
        hasFocus.current = false;
      },
    };
  }, [index, rows]);
}

const none = { taskId: undefined, index: 0 };

function findRow(scroller: HTMLElement | null, taskId: string | undefined): HTMLElement | null {
  if (scroller === null || taskId === undefined) return null;
  return scroller.querySelector(`[data-task-id="${taskId}"]`);
}
