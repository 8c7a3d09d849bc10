import { type RefObject, useEffect, useState } from 'react';

/** A finished drag: the task that was moved, and beside which one it was let go. */
export interface RowDrop {
  taskId: string;
  besideId: string;
  side: 'before' | 'after';
}

/**
 * Makes a row draggable by its handle and a place to drop others on, as soon as that code is loaded. Answers the edge
 * at which a line shows where a row would go. Does nothing while `onDrop` is undefined: a list that is sorted by date
 * has no order of one's own.
 */
export function useRowDrag(of: {
  taskId: string;
  row: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
  onDrop: ((drop: RowDrop) => void) | undefined;
}): { edge: string | null; isDragging: boolean } {
  const { taskId, row, handle, onDrop } = of;
  const [edge, setEdge] = useState<string | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    const element = row.current;
    if (element === null || onDrop === undefined) return undefined;
    let detach: (() => void) | undefined;
    let isGone = false;
    const attach = async () => {
      const { attachRowDrag } = await import('./attach-row-drag.ts');
      const on = { onEdge: setEdge, onDragging: setIsDragging, onDrop };
      if (!isGone) detach = attachRowDrag({ taskId, element, handle: handle.current, ...on });
    };
    void attach();
    return () => {
      isGone = true;
      detach?.();
    };
  }, [taskId, row, handle, onDrop]);
  return { edge, isDragging };
}
