import type { ListRunner } from '#client/keys/list-runner.ts';
import { attachLongPress } from './attach-long-press.ts';
import { attachSwipe } from './attach-swipe.ts';

/** What fingers do on a list besides tapping and scrolling. Returns how to undo it. */
export function attachFingers({
  runner,
  ...of
}: Parameters<typeof attachLongPress>[0] & { runner: ListRunner | undefined }): () => void {
  const detachLongPress = attachLongPress(of);
  const detachSwipe = attachSwipe({
    element: of.element,
    onSwipe: (taskId, swipe) => runner?.current()?.(taskId)?.(swipe),
  });
  return () => {
    detachLongPress();
    detachSwipe();
  };
}
