import { type FieldChange, isCreation } from '#shared/push-message';
import { shownBy, type WritingParts } from './app-writing.ts';
import { batchParts } from './batch-parts.ts';
import type { ActionToCommit } from './commit-batch.ts';
import { inverseChanges } from './inverse-changes.ts';
import type { LiveView } from './live-view.ts';
import type { StoredBatch } from './local-store.ts';
import type { MoveMark, MovedTo } from './move-record.ts';
import type { PlannedMove } from './plan-move.ts';
import type { UnsavedWrites } from './unsaved-writes.ts';

/** What moves from one workspace. */
export interface MovePart extends PlannedMove {
  from: string;
  attempt: number;
  /** Where tasks go; left out for a project. */
  place?: MovedTo;
}

/** A planned move to another workspace of this person, from one or several. */
export interface MoveAway {
  /** `task.send` or `project.send`. */
  label: string;
  to: string;
  parts: readonly MovePart[];
  /** Changes of what is there already, that belong to the same action. */
  also: readonly FieldChange[];
}

/**
 * Writes the copies of a move, and that it is on its way, in one transaction of the workspace it goes to. What follows from
 * it in the workspaces that are left is `finishMoves`. Answers the last batch.
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
  const { label, also } = move;
  const copies = move.parts.flatMap((part) => batchesOfPart(current, { part, key }));
  const others = batchParts(also).map((changes) => ({ changes }));
  return [...copies, ...others].map((batch, index): ActionToCommit => {
    const turns = index === 0 ? { turns: { key, way: 'there' as const } } : {};
    const inverse = inverseChanges(batch.changes, current);
    return { ...batch, ...turns, label, action: key, inverse };
  });
}

function batchesOfPart(
  current: LiveView['current'],
  { part, key }: { part: MovePart; key: string },
): Pick<ActionToCommit, 'changes' | 'move'>[] {
  const { from, copies, labelIds, attempt, place } = part;
  const mark: MoveMark = { key, from, copies, labelIds, attempt, ...(place && { place }) };
  // A second press, or another device that was faster, has made them: they are not made again, nor taken back by an undo.
  const missing = part.changes.filter((change) => !isCreation(change) || !current(change.id));
  const parts = batchParts(missing.length === 0 ? part.changes : missing);
  return parts.map((changes, index) => (index === 0 ? { changes, move: mark } : { changes }));
}
