const edgePx = 48;
const fastestPxPerFrame = 18;

/**
 * Scrolls what carries `data-drag-scroll` while the pointer is near its edges; `point` gives where the pointer is, in
 * px of the window. Runs frame by frame until the answer is called. `onScroll` hears of each step.
 */
export function scrollNearEdges(of: {
  point: () => { x: number; y: number } | undefined;
  onScroll: () => void;
}): () => void {
  let frame = 0;
  const step = () => {
    const point = of.point();
    if (point !== undefined && scrollAt(point)) of.onScroll();
    frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

function scrollAt({ x, y }: { x: number; y: number }): boolean {
  let hasScrolled = false;
  let element = document.elementFromPoint(x, y)?.closest('[data-drag-scroll]') ?? null;
  while (element !== null) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const before = [element.scrollLeft, element.scrollTop];
    element.scrollBy({
      left: pull(x - left, right - x),
      top: pull(y - top, bottom - y),
      behavior: 'instant',
    });
    hasScrolled ||= element.scrollLeft !== before[0] || element.scrollTop !== before[1];
    element = element.parentElement?.closest('[data-drag-scroll]') ?? null;
  }
  return hasScrolled;
}

/** Faster the nearer the edge; nothing in the middle. */
function pull(toStart: number, toEnd: number): number {
  if (toStart < edgePx) return -fastestPxPerFrame * Math.min(1, 1 - toStart / edgePx);
  if (toEnd < edgePx) return fastestPxPerFrame * Math.min(1, 1 - toEnd / edgePx);
  return 0;
}
