import { heldStamp } from '#shared/group-value';
import type { AnyDocument } from '#shared/kind-definition';
import { type Change, isCreation } from '#shared/push-message';
import { batchParts } from './batch-parts.ts';
import { type ActionToCommit, commitBatches } from './commit-batch.ts';
import { editsSince } from './edits-since.ts';
import { goneAlong } from './gone-along.ts';
import { inverseChanges } from './inverse-changes.ts';
import { lastSetIn } from './last-set.ts';
import type { MoveMark } from './move-record.ts';
import { marksOf, readMoveRows } from './move-rows.ts';
import { addQuietly, type FinishMoves, type Moving } from './move-steps.ts';
import { planAdditions } from './plan-additions.ts';
import { allShownIn, shownIn } from './shown-in.ts';

/**
 * Brings to the copies what came to the originals before they were in the trash, from devices that had not heard of the
 * move: edits, and subtasks, comments, labels and sections that were added. Whether there was any, so that the move is not
 * at its end. The mark that says so is written with it: whoever comes later finds nothing left to bring.
 */
export async function carryAlong(of: FinishMoves, moving: Moving): Promise<boolean> {
  const { target, source, pending, position } = moving;
  const there = await allShownIn(source);
  const isCarried = await target.transact(async (scope) => {
    const held = scope.meta.moves?.find(({ key }) => key === pending.key);
    // Another way was chosen since: whoever finds that one goes on.
    if (held?.turn !== pending.turn) return { result: true };
    const rows = await readMoveRows(target, pending.key);
    const latest = marksOf(rows).find(({ mark }) => mark.from === moving.mark.from);
    // Another tab has carried since this one looked at the originals, and may have seen newer ones.
    if (latest?.position !== position) return { result: true };
    const carried = await planCarrying(moving, {
      there,
      rows: rows.all,
      deviceId: scope.meta.deviceId,
    });
    if (carried.length === 0) return { result: false };
    const added = await commitBatches(target.tables, scope, {
      actions: carried,
      random: of.random,
    });
    return { ...added, result: true };
  });
  return isCarried || leaveStrays(of, moving, there);
}

/** The batches that bring it, none where nothing came. */
async function planCarrying(
  { target, mark }: Moving,
  of: {
    there: ReadonlyMap<string, AnyDocument>;
    rows: Parameters<typeof lastSetIn>[0];
    deviceId: string;
  },
): Promise<ActionToCommit[]> {
  const along = goneAlong(mark, of.there);
  const additions = await planAdditions({ target, mark, along, deviceId: of.deviceId });
  const copyIds = [...mark.copies, ...additions.copies].map(({ copyId }) => copyId);
  const copies = await shownIn(target, [...copyIds, ...additions.changes.map(({ id }) => id)]);
  const known = { ...mark, labelIds: { ...mark.labelIds, ...additions.labelIds } };
  const { originals } = along;
  const edits = editsSince(known, { originals, lastSet: lastSetIn(of.rows, copies) });
  const changes: Change[] = [...additions.changes, ...edits.changes];
  const round = (mark.round ?? 0) + 1;
  const added = additions.copies.map((copy) => ({ ...copy, round }));
  const next: MoveMark = { ...known, round, copies: [...edits.copies, ...added] };
  return batchParts(changes).map((part, index, { length }) => ({
    label: 'task.carry',
    isQuiet: true,
    action: mark.key,
    changes: part,
    // What was added goes with the copies when the move is taken back.
    inverse: inverseChanges(part.filter(isCreation), (id) => copies.get(id)),
    move: index === length - 1 ? next : undefined,
  }));
}

/** A task that was taken out of a project before that was in the trash has moved along all the same. */
async function leaveStrays(
  of: FinishMoves,
  { source, pending, mark }: Moving,
  there: ReadonlyMap<string, AnyDocument>,
): Promise<boolean> {
  const { strays } = goneAlong(mark, there);
  if (strays.length === 0) return false;
  return source.transact(async (scope) => {
    const shown = await shownIn(
      source,
      strays.map(({ id }) => id),
    );
    const trashedAt = new Date(scope.nowMs).toISOString();
    const changes = strays.flatMap(({ id, copyId }): Change[] => {
      const document = shown.get(id);
      if (document === undefined || document['trashedAt'] !== null) return [];
      const value = { trashedAt, movedTo: copyId };
      return [{ kind: 'task', id, group: 'trash', value, base: heldStamp(document, 'trash') }];
    });
    const added = await addQuietly(of, { source, scope, changes, action: pending.key });
    return { ...added, result: changes.length > 0 };
  });
}
