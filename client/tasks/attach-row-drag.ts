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
import type { RowDrop } from './use-row-drag.ts';

const dragType = 'task-row';

/** Makes one row draggable by its handle, and a place to drop others on. Returns how to undo it. */
export function attachRowDrag(of: {
  taskId: string;
  element: HTMLElement;
  handle: HTMLElement | null;
  onEdge: (edge: Edge | null) => void;
  onDragging: (isDragging: boolean) => void;
  onDrop: (drop: RowDrop) => void;
}): () => void {
  const { taskId, element, handle, onEdge, onDragging, onDrop } = of;
  return combine(
    draggable({
      element,
      ...(handle === null ? {} : { dragHandle: handle }),
      getInitialData: () => ({ type: dragType, taskId }),
      onDragStart: () => onDragging(true),
      onDrop: () => onDragging(false),
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['type'] === dragType && source.data['taskId'] !== taskId,
      getData: ({ input, element: target }) =>
        attachClosestEdge({ taskId }, { input, element: target, allowedEdges: ['top', 'bottom'] }),
      onDrag: ({ self }) => onEdge(extractClosestEdge(self.data)),
      onDragLeave: () => onEdge(null),
      onDrop: ({ self, source }) => {
        onEdge(null);
        const side = extractClosestEdge(self.data) === 'top' ? 'before' : 'after';
        onDrop({ taskId: String(source.data['taskId']), besideId: taskId, side });
      },
    }),
  );
}

/** Makes an element a place to drop rows on as a whole. Returns how to undo it. */
export function attachDayDrop(of: {
  element: HTMLElement;
  onOver: (isOver: boolean) => void;
  onDrop: (taskId: string) => void;
}): () => void {
  const { element, onOver, onDrop } = of;
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => source.data['type'] === dragType,
    onDragEnter: () => onOver(true),
    onDragLeave: () => onOver(false),
    onDrop: ({ source }) => {
      onOver(false);
      onDrop(String(source.data['taskId']));
    },
  });
}
