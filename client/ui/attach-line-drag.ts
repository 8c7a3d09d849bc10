import {
  attachClosestEdge,
  extractClosestEdge,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

/** Which edge of a line another one would go to. */
export type LineEdge = 'top' | 'bottom';

/**
 * Makes one line of a list draggable, and a place beside which others of the same `type` are dropped. Returns how to
 * undo it.
 */
export function attachLineDrag(of: {
  type: string;
  id: string;
  element: HTMLElement;
  handle: HTMLElement | null;
  onEdge: (edge: LineEdge | null) => void;
  onDragging: (isDragging: boolean) => void;
  onDrop: (draggedId: string, edge: LineEdge) => void;
}): () => void {
  const { type, id, element, handle, onEdge, onDragging, onDrop } = of;
  const edgeOf = (data: Record<string | symbol, unknown>) =>
    extractClosestEdge(data) === 'top' ? 'top' : 'bottom';
  return combine(
    draggable({
      element,
      ...(handle === null ? {} : { dragHandle: handle }),
      getInitialData: () => ({ type, id }),
      onDragStart: () => onDragging(true),
      onDrop: () => onDragging(false),
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['type'] === type && source.data['id'] !== id,
      getData: ({ input, element: target }) =>
        attachClosestEdge({ id }, { input, element: target, allowedEdges: ['top', 'bottom'] }),
      onDrag: ({ self }) => onEdge(edgeOf(self.data)),
      onDragLeave: () => onEdge(null),
      onDrop: ({ self, source }) => {
        onEdge(null);
        onDrop(String(source.data['id']), edgeOf(self.data));
      },
    }),
  );
}
