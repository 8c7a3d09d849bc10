import { type RefObject, useEffect, useState } from 'react';

/**
 * Makes the heading of a part of the list a place to drop tasks on; `part` says which part it stands for. Tells
 * whether tasks are over it right now. Does nothing without a part.
 */
export function useHeadingDrop(of: {
  element: RefObject<HTMLElement | null>;
  part: string | undefined;
  onDropTasks: ((taskIds: readonly string[], part: string) => void) | undefined;
}): boolean {
  const { element, part, onDropTasks } = of;
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null || part === undefined || onDropTasks === undefined) return undefined;
    let detach: (() => void) | undefined;
    let isGone = false;
    const attach = async () => {
      const { attachHeadingDrop } = await import('./attach-row-drag.ts');
      const onDrop = (taskIds: readonly string[]) => onDropTasks(taskIds, part);
      if (!isGone) detach = attachHeadingDrop({ element: target, onOver: setIsOver, onDrop });
    };
    void attach();
    return () => {
      isGone = true;
      detach?.();
    };
  }, [element, part, onDropTasks]);
  return isOver;
}
