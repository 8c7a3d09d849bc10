import { type RefObject, useEffect, useState } from 'react';

/** Makes an element a place to drop tasks on, if it stands for a day; tells whether one is over it right now. */
export function useDayDrop(of: {
  element: RefObject<HTMLElement | null>;
  date: string | undefined;
  onDropTask: ((taskId: string, date: string) => void) | undefined;
}): boolean {
  const { element, date, onDropTask } = of;
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null || date === undefined || onDropTask === undefined) return undefined;
    let detach: (() => void) | undefined;
    let isGone = false;
    const attach = async () => {
      const { attachDayDrop } = await import('./attach-row-drag.ts');
      const onDrop = (taskId: string) => onDropTask(taskId, date);
      if (!isGone) detach = attachDayDrop({ element: target, onOver: setIsOver, onDrop });
    };
    void attach();
    return () => {
      isGone = true;
      detach?.();
    };
  }, [element, date, onDropTask]);
  return isOver;
}
