import { type RefObject, use, useEffect } from 'react';
import { ListRunnerContext } from '#client/keys/list-runner.ts';
import { useTiming } from '#client/ui/timing.ts';
import type { SelectionStep } from './change-selection.ts';

/** Whether fingers are the way to point on this device. */
export function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/** On touch screens a finger that rests on a row selects it, and one that draws it aside completes or dates it. */
export function useLongPress(
  list: RefObject<HTMLElement | null>,
  select: (step: SelectionStep) => void,
): void {
  const timing = useTiming();
  const runner = use(ListRunnerContext);
  useEffect(() => {
    const element = list.current;
    if (element === null || !isTouched()) return undefined;
    let detach: (() => void) | undefined;
    let isGone = false;
    void import('./attach-fingers.ts').then(({ attachFingers }) => {
      const onLongPress = (taskId: string) => select({ name: 'toggle', taskId });
      if (!isGone) detach = attachFingers({ element, timing, runner, onLongPress });
    });
    return () => {
      isGone = true;
      detach?.();
    };
  }, [list, timing, runner, select]);
}
