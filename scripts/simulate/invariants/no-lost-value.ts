import { groupByName, kindByName } from '#shared/document-kinds';
import { type GroupValue, heldValue, sameJson } from '#shared/group-value';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import { type Change, type FieldChange, isCreation } from '#shared/push-message';
import { baseMatches, type HeldStamp } from '#shared/stamp';
import type { LoggedBatch } from '#server/sync/log-entry';
import type { History } from '../history.ts';
import {
  changesById,
  documentsAt,
  type Invariant,
  logOf,
  type ReadEntry,
  tombstonesOf,
} from './replayed-log.ts';

/**
 * [R5] A value is replaced only by somebody who had seen it, by its own device, or with a conflict document that keeps
 * it; and one that did not come to stand is kept in a conflict document. Notes are judged by their lines.
 */
export const noLostValue: Invariant = (history) => {
  const made = new Map(history.made.map(({ batch }) => [batch.stamp, batch]));
  const tombstones = tombstonesOf(history);
  const held = new Map<string, StoredForm>();
  return logOf(history).flatMap((entry) => {
    const times = changesById(entry);
    const problems = entry.batches
      .filter(({ outcome, sameAs }) => outcome === 'committed' && sameAs === undefined)
      .flatMap((batch) =>
        groupChanges(made.get(batch.stamp))
          .filter(({ id }) => entry.seq > (tombstones.get(id) ?? 0))
          .flatMap((change) => {
            const before = times.get(change.id) === 1 ? held.get(change.id) : undefined;
            return lossOf(change, { batch, entry, before });
          }),
      );
    for (const document of entry.documents) held.set(document.id, document);
    return problems;
  });
};

function groupChanges(batch: { changes: readonly Change[] } | undefined): FieldChange[] {
  return (batch?.changes ?? []).filter((change): change is FieldChange => !isCreation(change));
}

/** `before` is the document as the entry found it, where the entry changes it only once. */
function lossOf(
  change: FieldChange,
  of: { batch: LoggedBatch; entry: ReadEntry; before: StoredForm | undefined },
): string[] {
  const { batch, entry, before } = of;
  const { id, group } = change;
  const logged = batch.changes.find(
    (one) => one.id === id && 'group' in one && one.group === group,
  );
  const at = `${entry.seq}: ${batch.stamp} ${group} of ${id}`;
  if (logged === undefined || !('effect' in logged)) return [`${at} is not in its entry`];
  if (change.before !== undefined) return [];
  switch (logged.effect) {
    case 'lost':
      return keeps(entry, change, change.value) ? [] : [`${at} lost and is kept nowhere`];
    case 'dropped':
      return change.ifBase === true ? [] : [`${at} was dropped, and was no undo`];
    case 'unchanged':
      return wasThere(change, before) ? [] : [`${at} changed nothing, and was not there before`];
    case 'applied': {
      const { was, wasStamp } = logged;
      if (was === undefined || wasStamp === undefined) return [];
      if (knew(change, wasStamp, batch) || isQuiet(was, logged.value)) return [];
      return keeps(entry, change, was) ? [] : [`${at} replaced a value unseen`];
    }
    default:
      return logged.effect satisfies never;
  }
}

/** Nothing has to change where the value is held already, but for what nobody would miss. */
function wasThere({ kind, group, value }: FieldChange, before: StoredForm | undefined): boolean {
  if (before === undefined) return true;
  const definition = kindByName(kind);
  const named = definition === undefined ? undefined : groupByName(definition, group);
  if (named === undefined) return true;
  return !isPurged(before) && isQuiet(heldValue(before, named), value);
}

/** The author had seen what stood there, or wrote it on the same device. */
function knew({ base }: FieldChange, held: HeldStamp, batch: LoggedBatch): boolean {
  if (base !== null && baseMatches(held, base)) return true;
  return held.includes(batch.deviceId);
}

/** Nothing is lost where the values are equal, differ only in quiet fields, or both put the document in the trash. */
function isQuiet(was: GroupValue, value: GroupValue): boolean {
  if (was['trashedAt'] && value['trashedAt']) return true;
  const named = Object.keys(value).filter((field) => !quietFields.has(field));
  return named.every((field) => sameJson(was[field], value[field]));
}

const quietFields = new Set(['orderKey', 'completedAt']);

/** Whether a conflict document of this very entry holds the value, field by field. */
function keeps(entry: ReadEntry, { id, group }: FieldChange, value: GroupValue): boolean {
  return entry.documents.some((document) => {
    if (document.kind !== 'conflict' || !('documentId' in document)) return false;
    if (document.documentId !== id || document['group'] !== group) return false;
    const kept = Object(document['value']);
    return Object.entries(value).every(([field, lost]) => sameJson(Reflect.get(kept, field), lost));
  });
}

/** [R5] Every line that anybody wrote into notes stands in notes, or in a conflict document. */
export const noLostLine: Invariant = (history) => {
  const text = textOf(history);
  const lines = linesIn(history);
  const tombstones = tombstonesOf(history);
  const committed = new Set(
    logOf(history).flatMap(({ batches }) =>
      batches.filter(({ outcome }) => outcome === 'committed').map(({ stamp }) => stamp),
    ),
  );
  return (
    history.made
      .filter(({ batch }) => committed.has(batch.stamp))
      .flatMap(({ batch }) =>
        batch.changes.filter(({ id }) => !tombstones.has(id)).flatMap(linesOf),
      )
      // Nearly every line stands there as a whole; a merge may have put two into one.
      .filter((line) => !lines.has(line) && !text.includes(line))
      .map((line) => `the notes lost "${line}"`)
  );
};

function linesOf(change: FieldChange | { create: unknown }): string[] {
  if (!('group' in change) || typeof change.value['notes'] !== 'string') return [];
  const known = new Set((change.before ?? '').split('\n'));
  return change.value['notes'].split('\n').filter((line) => line !== '' && !known.has(line));
}

/** Every line of every text that is left. */
function linesIn(history: History): Set<string> {
  const lines = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') for (const line of value.split('\n')) lines.add(line);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const document of documentsAt(logOf(history)).values()) collect(document);
  return lines;
}

function textOf(history: History): string {
  const all = [...documentsAt(logOf(history)).values()];
  return all.map((document) => JSON.stringify(document)).join('\n');
}
