import { pageDirection } from '#client/ui/page-direction.ts';

const beginPx = 14;
const decidedPx = 84;
/** From here the system itself goes back. */
const edgePx = 20;
const backMs = 140;

/** What a row that is drawn aside does: `done` towards the end of its line, `schedule` towards its beginning. */
export type Swipe = 'done' | 'schedule';

/**
 * Draws a row of a list aside under a finger and calls back when it is let go far enough; both can be done by the menu
 * of the row too (WCAG 2.5.1). Scrolling stays with the browser. Returns how to undo it.
 */
export function attachSwipe(of: {
  element: HTMLElement;
  onSwipe: (taskId: string, swipe: Swipe) => void;
}): () => void {
  const { element, onSwipe } = of;
  const controller = new AbortController();
  element.style.touchAction = 'pan-y';
  element.style.overflowX = 'hidden';
  let held: { row: HTMLElement; x: number; y: number; isDrawn: boolean } | undefined;
  const begin = ({ target, pointerType, clientX, clientY, isPrimary }: PointerEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-task-id]') : null;
    const isInside = clientX > edgePx && clientX < window.innerWidth - edgePx;
    const isMeant = pointerType === 'touch' && isPrimary && isInside && row !== null;
    held = isMeant ? { row, x: clientX, y: clientY, isDrawn: false } : undefined;
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (held === undefined) return;
    const byX = clientX - held.x;
    const byY = Math.abs(clientY - held.y);
    if (!held.isDrawn && byY > beginPx) held = undefined;
    else if (held.isDrawn || Math.abs(byX) > Math.max(beginPx, byY * 2)) {
      held.isDrawn = true;
      show(held.row, byX);
    }
  };
  const end = ({ type, clientX }: PointerEvent) => {
    if (held?.isDrawn !== true) {
      held = undefined;
      return;
    }
    const { row, x } = held;
    held = undefined;
    putBack(row);
    const swipe = swipeOf(clientX - x);
    const taskId = row.dataset['taskId'];
    const isDecided = type === 'pointerup' && Math.abs(clientX - x) >= decidedPx;
    if (isDecided && taskId !== undefined) onSwipe(taskId, swipe);
  };
  const { signal } = controller;
  element.addEventListener('pointerdown', begin, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
  return () => {
    controller.abort();
    element.style.touchAction = '';
    element.style.overflowX = '';
    if (held?.isDrawn === true) putBack(held.row);
  };
}

function swipeOf(byX: number): Swipe {
  const isToEnd = pageDirection() === 'rtl' ? byX < 0 : byX > 0;
  return isToEnd ? 'done' : 'schedule';
}

function show(row: HTMLElement, byX: number): void {
  row.style.transition = 'none';
  row.style.transform = `translateX(${byX}px)`;
  row.dataset['swipe'] = swipeOf(byX);
  row.toggleAttribute('data-swipe-decided', Math.abs(byX) >= decidedPx);
}

function putBack(row: HTMLElement): void {
  row.style.transition = `transform ${backMs}ms`;
  row.style.transform = '';
  row.removeAttribute('data-swipe');
  row.removeAttribute('data-swipe-decided');
}
