import type { Timing } from '#client/ui/timing.ts';
import type { DragSession } from './drag-session.ts';
import { findDropPlace } from './find-drop-place.ts';
import { scrollNearEdges } from './scroll-near-edges.ts';

/** How long a finger rests before it lifts; what moves earlier scrolls. */
export const longPressMs = 250;
const slackPx = 8;

interface Point {
  x: number;
  y: number;
}

/** Lifts an element by a long press and lets it follow the finger. Returns how to undo it. */
export function attachTouchDrag(of: {
  element: HTMLElement;
  taskId: string;
  session: DragSession;
  timing: Timing;
}): () => void {
  const { element, taskId, session, timing } = of;
  let start: Point | undefined;
  let lifted: { picture: HTMLElement; point: Point; stopScrolling: () => void } | undefined;
  let cancelTimer = () => {};
  const look = () => {
    if (lifted !== undefined) session.moveOver(findDropPlace(lifted.point, taskId));
  };
  const lift = (point: Point) => {
    const stopScrolling = scrollNearEdges({ point: () => lifted?.point, onScroll: look });
    lifted = { picture: pictureOf(element), point, stopScrolling };
    session.lift(taskId);
  };
  const end = (finish: () => void) => {
    cancelTimer();
    start = undefined;
    if (lifted === undefined) return;
    lifted.picture.remove();
    lifted.stopScrolling();
    lifted = undefined;
    finish();
  };
  const begin = (event: TouchEvent) => {
    const point = pointOf(event);
    if (event.touches.length > 1 || point === undefined) return end(session.cancel);
    if (element.querySelector('input') !== null) return;
    start = point;
    cancelTimer();
    cancelTimer = timing.after(longPressMs, () => lift(point));
  };
  const move = (event: TouchEvent) => {
    const point = pointOf(event);
    if (point === undefined || start === undefined) return;
    const way = { x: point.x - start.x, y: point.y - start.y };
    if (lifted === undefined) {
      if (Math.hypot(way.x, way.y) > slackPx) end(session.cancel);
      return;
    }
    event.preventDefault();
    lifted.point = point;
    lifted.picture.style.transform = `translate(${way.x}px, ${way.y}px) rotate(1.5deg)`;
    look();
  };
  return listen(element, { begin, move, end, session, isHeld: () => start !== undefined });
}

/** A copy that hangs at the finger and hides nothing from it. */
function pictureOf(element: HTMLElement): HTMLElement {
  const { left, top, width, height } = element.getBoundingClientRect();
  const picture = element.cloneNode(true);
  if (!(picture instanceof HTMLElement)) return element;
  picture.setAttribute('aria-hidden', 'true');
  picture.removeAttribute('data-task-id');
  picture.inert = true;
  Object.assign(picture.style, {
    position: 'fixed',
    zIndex: '60',
    pointerEvents: 'none',
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
    transform: 'rotate(1.5deg)',
    boxShadow: 'var(--shadow-float)',
  });
  document.body.append(picture);
  return picture;
}

function pointOf(event: TouchEvent): Point | undefined {
  const touch = event.touches[0];
  return touch && { x: touch.clientX, y: touch.clientY };
}

function listen(
  element: HTMLElement,
  on: {
    begin: (event: TouchEvent) => void;
    move: (event: TouchEvent) => void;
    end: (finish: () => void) => void;
    session: DragSession;
    isHeld: () => boolean;
  },
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const { session } = on;
  element.addEventListener('touchstart', on.begin, { signal, passive: true });
  element.addEventListener('touchmove', on.move, { signal, passive: false });
  element.addEventListener(
    'touchend',
    (event) => {
      // A finger that moved a task has not pressed it.
      if (session.current() !== undefined) event.preventDefault();
      on.end(session.drop);
    },
    { signal, passive: false },
  );
  element.addEventListener('touchcancel', () => on.end(session.cancel), { signal });
  element.addEventListener(
    'contextmenu',
    (event) => (on.isHeld() ? event.preventDefault() : undefined),
    { signal },
  );
  return () => controller.abort();
}
