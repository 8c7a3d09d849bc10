import { createContext, useContext, useSyncExternalStore } from 'react';

/** Where a dragged task would go: a zone, a card in it if one is under the pointer, and how far below the zone's top. */
export interface DropPlace {
  /** What `data-drop-zone` of the zone says. */
  zone: string;
  besideId: string | undefined;
  side: 'before' | 'after';
  offsetPx: number;
}

/** What is told of a drag, from lift to drop or cancel. */
export interface DragListener {
  lifted: (taskId: string) => void;
  /** Once for each zone that the pointer comes over. */
  cameOver: (taskId: string, zone: string) => void;
  dropped: (taskId: string, place: DropPlace) => void;
  cancelled: (taskId: string) => void;
}

interface Drag {
  taskId: string;
  over: DropPlace | undefined;
}

/** The one drag that can be under way on a surface, whatever device drives it. */
export interface DragSession {
  current: () => Drag | undefined;
  subscribe: (onChange: () => void) => () => void;
  /** Tells from now on this listener, and no other. */
  listen: (listener: DragListener) => void;
  lift: (taskId: string) => void;
  moveOver: (place: DropPlace | undefined) => void;
  /** Ends the drag where it is; outside every zone that is a cancel. */
  drop: () => void;
  cancel: () => void;
}

/** A session with nothing lifted. */
export function createDragSession(): DragSession {
  const subscribers = new Set<() => void>();
  let listener: DragListener | undefined;
  let drag: Drag | undefined;
  const set = (next: Drag | undefined) => {
    drag = next;
    for (const tell of subscribers) tell();
  };
  const cancel = () => {
    const cancelled = drag;
    set(undefined);
    if (cancelled !== undefined) listener?.cancelled(cancelled.taskId);
  };
  return {
    current: () => drag,
    subscribe: (onChange) => {
      subscribers.add(onChange);
      return () => subscribers.delete(onChange);
    },
    listen: (next) => {
      listener = next;
    },
    lift: (taskId) => {
      set({ taskId, over: undefined });
      listener?.lifted(taskId);
    },
    moveOver: (over) => {
      if (drag === undefined || isSame(drag.over, over)) return;
      const isNewZone = over !== undefined && over.zone !== drag.over?.zone;
      set({ ...drag, over });
      if (isNewZone) listener?.cameOver(drag.taskId, over.zone);
    },
    drop: () => {
      const dropped = drag;
      if (dropped?.over === undefined) return cancel();
      set(undefined);
      listener?.dropped(dropped.taskId, dropped.over);
    },
    cancel,
  };
}

const still: DragSession = {
  current: () => undefined,
  subscribe: () => () => undefined,
  listen: () => undefined,
  lift: () => undefined,
  moveOver: () => undefined,
  drop: () => undefined,
  cancel: () => undefined,
};

/** The drag of the surface around; without one nothing moves. */
export const DragSessionContext = createContext<DragSession>(still);

/** What a part of the surface shows of the drag. `select` gives a plain value, so only who is touched renders again. */
export function useDragged<T extends string | number | boolean | undefined>(
  select: (drag: Drag | undefined) => T,
): T {
  const session = useContext(DragSessionContext);
  return useSyncExternalStore(session.subscribe, () => select(session.current()));
}

function isSame(a: DropPlace | undefined, b: DropPlace | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.zone === b.zone && a.besideId === b.besideId && a.side === b.side && a.offsetPx === b.offsetPx
  );
}
