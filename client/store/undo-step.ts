import type { UndoOutcome } from './app-store.ts';
import { nextSteps, shownBy, stepsOf, type WritingParts } from './app-writing.ts';
import { type TakenBack, takeBack } from './undo.ts';
import type { UnsavedWrites } from './unsaved-writes.ts';

/** Takes back the last action of the person on this device, in every workspace that it was done in, or does it again. */
export async function undoStep(
  of: WritingParts & { unsaved: UnsavedWrites },
  name: 'undo' | 'redo',
): Promise<UndoOutcome> {
  const { spaces, view, time, unsaved } = of;
  const next = nextSteps(spaces)[name];
  if (next === undefined) return { name: 'nothing' };
  const { key, label } = next.action;
  let last: TakenBack | undefined;
  for (const { space, action } of stepsOf(spaces, name)) {
    if (action.key !== key) continue;
    const { database, history } = space;
    // Tried again, it takes back this very action, whatever came after it.
    const taken = await unsaved.write(async () => {
      const { now, newActionId } = time;
      const context = { database, history, current: view.current, now: now(), newActionId };
      const batch = await takeBack(context, action, name);
      await shownBy(space);
      return batch;
    });
    if (last?.met !== 'held') last = taken ?? last;
  }
  // It may have been a move: what it left behind comes back, or goes again.
  await of.moving.finish();
  if (last === undefined) return { name: 'nothing' };
  if (last.met !== 'held') return { name: last.met, label };
  return { name: 'undone', label, batch: last.batch };
}
