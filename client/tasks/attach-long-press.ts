import type { Timing } from '#client/ui/timing.ts';

const longMs = 450;
const slipPx = 10;

/**
 * Calls back when a finger rests on a row of a list, with the id of its task; the press that ends it opens nothing.
 * Returns how to undo it.
 */
export function attachLongPress(of: {
  element: HTMLElement;
  timing: Timing;
  onLongPress: (taskId: string) => void;
}): () => void {
  const { element, timing, onLongPress } = of;
  const controller = new AbortController();
  let cancel = () => {};
  let start = { x: 0, y: 0 };
  let wasLong = false;
  const begin = (event: PointerEvent) => {
    cancel();
    wasLong = false;
    const taskId = event.pointerType === 'touch' ? taskIdAt(event.target) : undefined;
    if (taskId === undefined) return;
    start = { x: event.clientX, y: event.clientY };
    cancel = timing.after(longMs, () => {
      wasLong = true;
      onLongPress(taskId);
    });
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - start.x, clientY - start.y) > slipPx) cancel();
  };
  const end = () => cancel();
  /** The click that ends a long press, and what the system offers for one, which would cover the rows. */
  const swallow = (event: Event) => {
    if (!wasLong) return;
    if (event.type === 'click') wasLong = false;
    event.stopPropagation();
    event.preventDefault();
  };
  const { signal } = controller;
  element.addEventListener('pointerdown', begin, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
  element.addEventListener('click', swallow, { signal, capture: true });
  element.addEventListener('contextmenu', swallow, { signal, capture: true });
  return () => {
    cancel();
    controller.abort();
  };
}

function taskIdAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element) || target.closest('button, input, a') !== null) return undefined;
  return target.closest<HTMLElement>('[data-task-id]')?.dataset['taskId'];
}
