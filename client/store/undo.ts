import { heldStamp } from '#shared/group-value';
import type { FieldChange } from '#shared/push-message';
import { baseMatches } from '#shared/stamp';
import { batchParts } from './batch-parts.ts';
import type { StoredBatch } from './local-store.ts';
import type { LocalDatabase } from './local-database.ts';
import type { UndoMark } from './local-tables.ts';
import type { MoveMark } from './move-record.ts';
import { inverseChanges } from './inverse-changes.ts';
import { planUndo } from './plan-undo.ts';
import { readBatches } from './read-batches.ts';
import type { UndoableAction, UndoHistory } from './undo-history.ts';
import { type AnyDocument, isPurged } from '#shared/kind-definition';

/** What an undo runs in. */
export interface UndoContext {
  database: LocalDatabase;
  history: UndoHistory;
  current: (id: string) => AnyDocument | undefined;
  now: string;
  newActionId: () => string;
}

/** What was committed to take an action back. */
export interface TakenBack {
  /** The last of its batches. */
  batch: StoredBatch;
  /** What the undo met, as far as this device knows; but for `held`, the batches do nothing. */
  met: 'held' | 'changed-since' | 'gone';
}

/**
 * Takes an action back, or does it again: new batches of inverse changes, all in one transaction, each change only if
 * nobody changed its group since (A3). Returns undefined when nothing of the action is left.
 * One that was overtaken is committed all the same: it leaves the history by it, and the server has the last word.
 */
export async function takeBack(
  { database, history, current, now, newActionId }: UndoContext,
  action: UndoableAction,
  name: UndoMark['name'],
): Promise<TakenBack | undefined> {
  const rows = await readBatches(database.tables, action.positions);
  const { changes, standsFor } = planUndo(rows, {
    now,
    resolveBase: ({ id, group, base }) => {
      const document = current(id);
      const held = document === undefined ? base : heldStamp(document, group);
      return history.resolveBase({ id, group, base, held });
    },
  });
  // Old values may be longer than those that replaced them.
  const parts = batchParts(changes);
  const goneIds = await readGoneIds(database, missingIds(changes, current));
  const isHeld = (change: FieldChange) => !goneIds.has(change.id) && holdsBase(change, current);
  if (parts.length === 0) return undefined;
  // Before the commit, which changes what is shown.
  const isAnyHeld = changes.some(isHeld);
  const together = parts.length === 1 ? {} : { action: newActionId() };
  const move = rows.find((row) => row.move !== undefined)?.move;
  const turning = move !== undefined && isAnyHeld ? turn(move, name) : {};
  const batches = await database.commitBatches(
    parts.map((changes, index) => ({
      ...(index === 0 ? turning : {}),
      label: action.label,
      changes,
      inverse: inverseChanges(changes.filter(isHeld), current),
      undo: { name, key: action.key, standsFor },
      ...together,
    })),
  );
  const batch = batches.at(-1);
  if (batch === undefined) return undefined;
  if (isAnyHeld) return { batch, met: 'held' };
  const isGone = changes.every(({ id }) => goneIds.has(id));
  return { batch, met: isGone ? 'gone' : 'changed-since' };
}

/** With the copies of a move the originals go the other way: noted in the transaction that says so. */
function turn(move: MoveMark, name: UndoMark['name']) {
  const way = name === 'undo' ? ('back' as const) : ('there' as const);
  return { move: { ...move, copies: [] }, turns: { key: move.key, way } };
}

function missingIds(changes: readonly FieldChange[], current: UndoContext['current']): string[] {
  return [...new Set(changes.map(({ id }) => id))].filter((id) => current(id) === undefined);
}

/** What is not shown was purged, or is only not read from disk yet. */
async function readGoneIds(
  database: LocalDatabase,
  missing: readonly string[],
): Promise<ReadonlySet<string>> {
  const stored = missing.length === 0 ? [] : await database.readDocuments(missing);
  const heldIds = new Set(stored.filter((document) => !isPurged(document)).map(({ id }) => id));
  return new Set(missing.filter((id) => !heldIds.has(id)));
}

/** Whether a group still holds the value that is to be taken back; one that is not shown is taken to. */
function holdsBase({ id, group, base }: FieldChange, current: UndoContext['current']): boolean {
  const document = current(id);
  return document === undefined || base === null || baseMatches(heldStamp(document, group), base);
}
