import {
  attachInstruction,
  extractInstruction,
  type Operation,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { RowDrop } from './use-row-drag.ts';

const dragType = 'task-row';

const sides = {
  'reorder-before': 'before',
  'reorder-after': 'after',
  combine: 'inside',
} as const satisfies Record<Operation, RowDrop['side']>;

/** Makes one row draggable by its handle, and a place to drop others on. Returns how to undo it. */
export function attachRowDrag(of: {
  taskId: string;
  element: HTMLElement;
  handle: HTMLElement | null;
  canNest: boolean;
  dragged: (taskId: string) => readonly string[];
  onSide: (side: RowDrop['side'] | null) => void;
  onDragging: (isDragging: boolean) => void;
  onDrop: (drop: RowDrop) => void;
}): () => void {
  const { taskId, element, handle, canNest, dragged, onSide, onDragging, onDrop } = of;
  const nest = canNest ? ({ combine: 'available' } as const) : {};
  return combine(
    draggable({
      element,
      ...(handle === null ? {} : { dragHandle: handle }),
      getInitialData: () => ({ type: dragType, taskIds: dragged(taskId) }),
      onDragStart: () => onDragging(true),
      onDrop: () => onDragging(false),
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => isRow(source) && !draggedIds(source).includes(taskId),
      getData: ({ input, element: target }) =>
        attachInstruction(
          { taskId },
          {
            input,
            element: target,
            operations: { 'reorder-before': 'available', 'reorder-after': 'available', ...nest },
          },
        ),
      onDrag: ({ self }) => onSide(sideOf(self.data)),
      onDragLeave: () => onSide(null),
      onDrop: ({ self, source }) => {
        onSide(null);
        const side = sideOf(self.data);
        if (side !== null) onDrop({ taskIds: draggedIds(source), besideId: taskId, side });
      },
    }),
  );
}

/** Makes an element a place to drop rows on as a whole. Returns how to undo it. */
export function attachHeadingDrop(of: {
  element: HTMLElement;
  onOver: (isOver: boolean) => void;
  onDrop: (taskIds: readonly string[]) => void;
}): () => void {
  const { element, onOver, onDrop } = of;
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => isRow(source),
    onDragEnter: () => onOver(true),
    onDragLeave: () => onOver(false),
    onDrop: ({ source }) => {
      onOver(false);
      onDrop(draggedIds(source));
    },
  });
}

interface Source {
  data: Record<string | symbol, unknown>;
}

function isRow({ data }: Source): boolean {
  return data['type'] === dragType;
}

function draggedIds({ data }: Source): readonly string[] {
  const taskIds = data['taskIds'];
  return Array.isArray(taskIds) ? taskIds.map(String) : [];
}

function sideOf(data: Source['data']): RowDrop['side'] | null {
  const instruction = extractInstruction(data);
  return instruction === null ? null : sides[instruction.operation];
}
