import { type RefObject, useEffect } from 'react';
import { useTiming } from '#client/ui/timing.ts';
import type { SelectionStep } from './change-selection.ts';

/** Whether fingers are the way to point on this device. */
export function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/** On touch screens a finger that rests on a row selects it. */
export function useLongPress(
  list: RefObject<HTMLElement | null>,
  select: (step: SelectionStep) => void,
): void {
  const timing = useTiming();
  useEffect(() => {
    const element = list.current;
    if (element === null || !isTouched()) return undefined;
    let detach: (() => void) | undefined;
    let isGone = false;
    void import('./attach-long-press.ts').then(({ attachLongPress }) => {
      const onLongPress = (taskId: string) => select({ name: 'toggle', taskId });
      if (!isGone) detach = attachLongPress({ element, timing, onLongPress });
    });
    return () => {
      isGone = true;
      detach?.();
    };
  }, [list, timing, select]);
}
