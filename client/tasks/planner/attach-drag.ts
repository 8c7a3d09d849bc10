import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { Timing } from '#client/ui/timing.ts';
import type { DragSession } from './drag-session.ts';
import { attachTouchDrag } from './attach-touch-drag.ts';
import { findDropPlace } from './find-drop-place.ts';
import { scrollNearEdges } from './scroll-near-edges.ts';

const dragType = 'planner-task';

/** Makes an element draggable by mouse, and by a finger that rests on it. Returns how to undo it. */
export function attachDragSource(of: {
  element: HTMLElement;
  taskId: string;
  session: DragSession;
  timing: Timing;
}): () => void {
  const { element, taskId, session } = of;
  // A finger has its own way: the browser's begins only after half a second, and not at all on some phones.
  const chooseWay = (event: PointerEvent) =>
    element.setAttribute('draggable', String(event.pointerType !== 'touch'));
  element.addEventListener('pointerdown', chooseWay);
  return combine(
    draggable({
      element,
      canDrag: () => element.querySelector('input') === null,
      getInitialData: () => ({ type: dragType, taskId }),
      onDragStart: () => session.lift(taskId),
    }),
    attachTouchDrag(of),
    () => element.removeEventListener('pointerdown', chooseWay),
  );
}

/** Makes a surface with zones (`data-drop-zone`) a place to drop on. Returns how to undo it. */
export function attachDropSurface(of: { element: HTMLElement; session: DragSession }): () => void {
  const { element, session } = of;
  let point: { x: number; y: number } | undefined;
  let stopScrolling = () => {};
  const look = () => {
    const drag = session.current();
    if (drag !== undefined && point !== undefined) {
      session.moveOver(findDropPlace(point, drag.taskId));
    }
  };
  return combine(
    dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['type'] === dragType,
      onDrag: ({ location }) => {
        const { clientX, clientY } = location.current.input;
        point = { x: clientX, y: clientY };
        look();
      },
      onDragLeave: () => {
        point = undefined;
        session.moveOver(undefined);
      },
    }),
    monitorForElements({
      canMonitor: ({ source }) => source.data['type'] === dragType,
      onDragStart: () => {
        stopScrolling = scrollNearEdges({ point: () => point, onScroll: look });
      },
      onDrop: ({ location }) => {
        stopScrolling();
        // Escape ends a drag over no target.
        if (location.current.dropTargets.length === 0) return session.cancel();
        // The last steps of a fast hand were not told one by one.
        const { clientX, clientY } = location.current.input;
        point = { x: clientX, y: clientY };
        look();
        point = undefined;
        session.drop();
      },
    }),
    () => stopScrolling(),
  );
}
