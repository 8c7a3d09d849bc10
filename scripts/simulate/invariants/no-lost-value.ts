import type { FieldChange } from '#shared/push-message';
import { isCreation } from '#shared/push-message';
import { conflictId } from '#shared/ids';
import { type AnyDocument, isPurged, type StoredForm } from '#shared/kind-definition';
import { heldStamp } from '#shared/group-value';
import { baseMatches, readStamp } from '#shared/stamp';
import type { LoggedBatch } from '#server/sync/log-entry';
import type { History } from '../history.ts';
import { documentsAt, type Invariant, logOf, type ReadEntry } from './replayed-log.ts';

/**
 * [R5] A value is replaced only by somebody who had seen it, by its own device, or with a conflict document that keeps
 * it; and one that did not come to stand is kept in a conflict document. Notes are judged by their lines.
 */
export const noLostValue: Invariant = (history) => {
  const made = new Map(history.made.map(({ batch }) => [batch.stamp, batch]));
  const before = new Map<string, StoredForm>();
  return logOf(history).flatMap((entry) => {
    const problems = entry.batches
      .filter(({ outcome }) => outcome === 'committed')
      .flatMap((batch) => {
        const changes = made.get(batch.stamp)?.changes ?? [];
        const groups = changes.filter((change): change is FieldChange => !isCreation(change));
        return groups.flatMap((change) => lossOf({ change, batch, entry, before }));
      });
    for (const document of entry.documents) before.set(document.id, document);
    return problems;
  });
};

function lossOf(of: {
  change: FieldChange;
  batch: LoggedBatch;
  entry: ReadEntry;
  before: ReadonlyMap<string, StoredForm>;
}): string[] {
  const { change, batch, entry, before } = of;
  const { id, group } = change;
  const logged = batch.changes.find(
    (one) => one.id === id && 'group' in one && one.group === group,
  );
  const at = `${entry.seq}: ${batch.stamp} ${group} of ${id}`;
  if (logged === undefined || !('effect' in logged)) return [`${at} is not in its entry`];
  if (change.before !== undefined) return [];
  const keeps = hasConflict(entry, { ...batch, id, group });
  if (logged.effect === 'lost') return keeps ? [] : [`${at} lost and is kept nowhere`];
  if (logged.effect !== 'applied' || entry.batches.length > 1) return [];
  const held = before.get(id);
  if (held === undefined || isPurged(held) || knew(change, held, batch)) return [];
  return keeps || isQuiet(logged.was, logged.value) ? [] : [`${at} replaced a value unseen`];
}

/** The author had seen what stood there, or wrote it on the same device. */
function knew({ base, group }: FieldChange, held: AnyDocument, batch: LoggedBatch): boolean {
  const stamp = heldStamp(held, group);
  if (base !== null && baseMatches(stamp, base)) return true;
  return readStamp(stamp).deviceId === batch.deviceId || stamp.includes(batch.deviceId);
}

function isQuiet(was: unknown, value: unknown): boolean {
  if (was === undefined) return true;
  const known = Object.entries(value ?? {}).filter(([field]) => !quietFields.has(field));
  return known.every(
    ([field, next]) => JSON.stringify(Reflect.get(Object(was), field)) === JSON.stringify(next),
  );
}

const quietFields = new Set(['orderKey', 'completedAt']);

/** The loser's conflict is named by the batch that lost: the one that comes, or the one that held the value. */
function hasConflict(
  entry: ReadEntry,
  of: { deviceId: string; n: number; id: string; group: string },
): boolean {
  const own = conflictId(of);
  return entry.documents.some(
    (document) =>
      document.kind === 'conflict' &&
      (document.id === own || ('documentId' in document && document.documentId === of.id)),
  );
}

/** [R5] Every line that anybody wrote into notes stands in notes, or in a conflict document. */
export const noLostLine: Invariant = (history) => {
  const text = textOf(history);
  const committed = new Set(
    logOf(history).flatMap(({ batches }) =>
      batches.filter(({ outcome }) => outcome === 'committed').map(({ stamp }) => stamp),
    ),
  );
  return history.made
    .filter(({ batch }) => committed.has(batch.stamp))
    .flatMap(({ batch }) => batch.changes.flatMap(linesOf))
    .filter((line) => !text.includes(line))
    .map((line) => `the notes lost "${line}"`);
};

function linesOf(change: FieldChange | { create: unknown }): string[] {
  if (!('group' in change) || typeof change.value['notes'] !== 'string') return [];
  const known = new Set((change.before ?? '').split('\n'));
  return change.value['notes'].split('\n').filter((line) => line !== '' && !known.has(line));
}

function textOf(history: History): string {
  const all = [...documentsAt(logOf(history)).values()];
  return all.map((document) => JSON.stringify(document)).join('\n');
}
