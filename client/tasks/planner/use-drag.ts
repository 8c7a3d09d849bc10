import { type RefObject, useContext, useEffect, useState } from 'react';
import { useTiming } from '#client/ui/timing.ts';
import {
  createDragSession,
  type DragListener,
  type DragSession,
  DragSessionContext,
} from './drag-session.ts';

/** Makes an element draggable on the surface around it, as soon as that code is loaded. */
export function useDragSource(taskId: string, source: RefObject<HTMLElement | null>): void {
  const session = useContext(DragSessionContext);
  const timing = useTiming();
  useEffect(() => {
    const element = source.current;
    if (element === null) return undefined;
    return attachLater(async () => {
      const { attachDragSource } = await import('./attach-drag.ts');
      return () => attachDragSource({ element, taskId, session, timing });
    });
  }, [taskId, source, session, timing]);
}

/** Makes an element a surface with zones to drop on; the answer is for `DragSessionContext`. */
export function useDragSurface(
  surface: RefObject<HTMLElement | null>,
  listener: DragListener,
): DragSession {
  const [session] = useState(createDragSession);
  useEffect(() => session.listen(listener));
  useEffect(() => {
    const element = surface.current;
    if (element === null) return undefined;
    return attachLater(async () => {
      const { attachDropSurface } = await import('./attach-drag.ts');
      return () => attachDropSurface({ element, session });
    });
  }, [surface, session]);
  return session;
}

/** Attaches what has to be loaded first, unless it was given up meanwhile. */
function attachLater(load: () => Promise<() => () => void>): () => void {
  let detach: (() => void) | undefined;
  let isGone = false;
  void load().then((attach) => {
    if (!isGone) detach = attach();
  });
  return () => {
    isGone = true;
    detach?.();
  };
}
