import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';

/** A finished drag: the task that was moved, and beside which one it was let go. */
export interface RowDrop {
  taskId: string;
  besideId: string;
  side: 'before' | 'after';
}

const dragType = 'task-row';

/**
 * Makes a row draggable by its handle and a place to drop others on. Answers the edge at which a line shows where a
 * row would go. Does nothing while `onDrop` is undefined: a list that is sorted by date has no order of one's own.
 */
export function useRowDrag(of: {
  taskId: string;
  row: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
  onDrop: ((drop: RowDrop) => void) | undefined;
}): { edge: Edge | null; isDragging: boolean } {
  const { taskId, row, handle, onDrop } = of;
  const [edge, setEdge] = useState<Edge | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    const element = row.current;
    if (element === null || onDrop === undefined) return undefined;
    return combine(
      draggable({
        element,
        ...(handle.current === null ? {} : { dragHandle: handle.current }),
        getInitialData: () => ({ type: dragType, taskId }),
        onDragStart: () => setIsDragging(true),
        onDrop: () => setIsDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) =>
          source.data['type'] === dragType && source.data['taskId'] !== taskId,
        getData: ({ input, element: target }) =>
          attachClosestEdge(
            { taskId },
            { input, element: target, allowedEdges: ['top', 'bottom'] },
          ),
        onDrag: ({ self }) => setEdge(extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ self, source }) => {
          setEdge(null);
          const side = extractClosestEdge(self.data) === 'top' ? 'before' : 'after';
          onDrop({ taskId: String(source.data['taskId']), besideId: taskId, side });
        },
      }),
    );
  }, [taskId, row, handle, onDrop]);
  return { edge, isDragging };
}
