import { isCreation } from '#shared/push-message';
import { shownBy, type WritingParts } from './app-writing.ts';
import { batchParts } from './batch-parts.ts';
import type { ActionToCommit } from './commit-batch.ts';
import { inverseChanges } from './inverse-changes.ts';
import type { LiveView } from './live-view.ts';
import type { StoredBatch } from './local-store.ts';
import type { PlannedMove } from './plan-move.ts';
import type { UnsavedWrites } from './unsaved-writes.ts';

/** A planned move between two workspaces of this person. */
export interface MoveAway extends PlannedMove {
  /** `task.send` or `project.send`. */
  label: string;
  from: string;
  to: string;
}

/**
 * Writes the copies of a move, and that it is on its way, in one transaction of the workspace it goes to. What follows from
 * it in the workspace that is left is `finishMoves`. Answers the last batch.
 */
export async function sendAway(
  of: WritingParts & { unsaved: UnsavedWrites },
  move: MoveAway,
): Promise<StoredBatch | undefined> {
  const space = of.spaces.find(({ database }) => database.workspaceId === move.to);
  if (space === undefined) throw new Error('The other workspace is not open');
  const key = of.time.newActionId();
  const batch = await of.unsaved.write(async () => {
    const batches = await space.database.commitBatches(batchesOf(of.view.current, { move, key }));
    await shownBy(space);
    return batches.at(-1);
  });
  await of.moving.finish();
  return batch;
}

function batchesOf(
  current: LiveView['current'],
  { move, key }: { move: MoveAway; key: string },
): ActionToCommit[] {
  const { label, from, copies, labelIds } = move;
  const turns = { key, way: 'there' } as const;
  // A second press, or another device that was faster, has made them: they are not made again, nor taken back by an undo.
  const missing = move.changes.filter((change) => !isCreation(change) || !current(change.id));
  const parts = batchParts(missing.length === 0 ? move.changes : missing);
  return parts.map((changes, index) => {
    const inverse = inverseChanges(changes, current);
    const head = index === 0 ? { move: { key, from, copies, labelIds }, turns } : {};
    return { ...head, label, changes, action: key, inverse };
  });
}
