import { type RefObject, useEffect, useRef, useState } from 'react';
import type { LineEdge } from './attach-line-drag.ts';

/**
 * Makes one line of a list draggable and a place to drop others of the same `type` beside, as soon as that code is
 * loaded. Answers the edge at which a mark shows where another one would go.
 */
export function useLineDrag(of: {
  type: string;
  id: string;
  element: RefObject<HTMLElement | null>;
  /** What the line is dragged by; without it by all of it. */
  handle?: RefObject<HTMLElement | null>;
  onDrop: (draggedId: string, edge: LineEdge) => void;
}): { edge: LineEdge | null; isDragging: boolean } {
  const { type, id, element, handle } = of;
  const [edge, setEdge] = useState<LineEdge | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  const latest = useRef(of.onDrop);
  useEffect(() => {
    latest.current = of.onDrop;
  });
  useEffect(() => {
    const line = element.current;
    if (line === null) return undefined;
    let detach: (() => void) | undefined;
    let isGone = false;
    const attach = async () => {
      const { attachLineDrag } = await import('./attach-line-drag.ts');
      const onDrop = (draggedId: string, at: LineEdge) => latest.current(draggedId, at);
      const on = { onEdge: setEdge, onDragging: setIsDragging, onDrop };
      if (!isGone) {
        detach = attachLineDrag({
          type,
          id,
          element: line,
          handle: handle?.current ?? null,
          ...on,
        });
      }
    };
    void attach();
    return () => {
      isGone = true;
      detach?.();
    };
  }, [type, id, element, handle]);
  return { edge, isDragging };
}
