import { type RefObject, useEffect, useState } from 'react';

/** A finished drag: the tasks that were moved, in the order of the list, and beside or in which one they were let go. */
export interface RowDrop {
  taskIds: readonly string[];
  besideId: string;
  side: 'before' | 'after' | 'inside';
}

/**
 * Makes one row draggable by its handle and a place to drop others on, as soon as that code is loaded. `dragged` tells
 * what goes with the row. Answers the side on which a mark shows where they would go. Does nothing while `onDrop` is
 * undefined; without `canNest` nothing can be dropped into a row.
 */
export function useRowDrag(of: {
  taskId: string;
  row: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
  canNest: boolean;
  dragged: (taskId: string) => readonly string[];
  onDrop: ((drop: RowDrop) => void) | undefined;
}): { side: RowDrop['side'] | null; isDragging: boolean } {
  const { taskId, row, handle, canNest, dragged, onDrop } = of;
  const [side, setSide] = useState<RowDrop['side'] | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    const element = row.current;
    if (element === null || onDrop === undefined) return undefined;
    let detach: (() => void) | undefined;
    let isGone = false;
    const attach = async () => {
      const { attachRowDrag } = await import('./attach-row-drag.ts');
      const on = { dragged, onSide: setSide, onDragging: setIsDragging, onDrop };
      if (!isGone) {
        detach = attachRowDrag({ taskId, element, handle: handle.current, canNest, ...on });
      }
    };
    void attach();
    return () => {
      isGone = true;
      detach?.();
    };
  }, [taskId, row, handle, canNest, dragged, onDrop]);
  return { side, isDragging };
}
