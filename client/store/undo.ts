import { heldStamp } from '#shared/group-value';
import { limits } from '#shared/limits';
import type { FieldChange } from '#shared/push-message';
import type { StoredBatch } from './local-store.ts';
import type { LocalDatabase } from './local-database.ts';
import type { UndoMark } from './local-tables.ts';
import { inverseChanges, planUndo } from './inverse-changes.ts';
import type { UndoableAction, UndoHistory } from './undo-history.ts';
import type { AnyDocument } from '#shared/kind-definition';

/** What an undo runs in. */
export interface UndoContext {
  database: LocalDatabase;
  history: UndoHistory;
  current: (id: string) => AnyDocument | undefined;
  now: string;
  newActionId: () => string;
}

/** Room left for what is around the changes of a batch: n, stamp, action. */
const batchHeadBytes = 1024;

/**
 * Takes an action back, or does it again: new batches of inverse changes, all in one transaction, each change only if
 * nobody changed its group since (A3). Returns the last batch, or undefined when nothing of the action is left.
 */
export async function takeBack(
  { database, history, current, now, newActionId }: UndoContext,
  action: UndoableAction,
  name: UndoMark['name'],
): Promise<StoredBatch | undefined> {
  const rows = await database.readBatches(action.positions);
  const { changes, standsFor } = planUndo(rows, {
    now,
    resolveBase: ({ id, group, base }) => {
      const document = current(id);
      const held = document === undefined ? base : heldStamp(document, group);
      return history.resolveBase({ id, group, base, held });
    },
  });
  const parts = batchParts(changes);
  if (parts.length === 0) return undefined;
  const together = parts.length === 1 ? {} : { action: newActionId() };
  const batches = await database.commitBatches(
    parts.map((changes) => ({
      label: action.label,
      changes,
      inverse: inverseChanges(changes, current),
      undo: { name, key: action.key, standsFor },
      ...together,
    })),
  );
  return batches.at(-1);
}

/** The changes in batches within the limits; old values may be longer than those that replaced them. */
function batchParts(changes: readonly FieldChange[]): FieldChange[][] {
  const parts: FieldChange[][] = [];
  let bytes = 0;
  for (const change of changes) {
    const changeBytes = new TextEncoder().encode(JSON.stringify(change)).length + 1;
    const part = parts.at(-1);
    const isFull =
      part === undefined ||
      part.length >= limits.batchMaxChanges ||
      bytes + changeBytes > limits.batchMaxBytes - batchHeadBytes;
    if (isFull) {
      parts.push([change]);
      bytes = changeBytes;
    } else {
      part.push(change);
      bytes += changeBytes;
    }
  }
  return parts;
}
