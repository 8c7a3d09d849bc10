import { groupByName, kindByName } from '#shared/document-kinds';
import { heldStamp } from '#shared/group-value';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import { type FieldChange, isCreation } from '#shared/push-message';
import { baseMatches } from '#shared/stamp';
import type { LoggedBatch } from '#server/sync/log-entry';
import { changesById, type Invariant, logOf } from './replayed-log.ts';

/**
 * [R5] Whoever had seen what was held is accepted, whatever the clocks say. A place is left out: it may lose for the
 * tree it would make (R8). So are documents that one entry changes more than once, whose state between is not in the log.
 */
export const seenIsAccepted: Invariant = (history) => {
  const made = new Map(history.made.map(({ batch }) => [batch.stamp, batch]));
  const held = new Map<string, StoredForm>();
  return logOf(history).flatMap((entry) => {
    const times = changesById(entry);
    const problems = entry.batches.flatMap((batch) =>
      lostIds(batch, times).flatMap(({ id, group }) => {
        const changes = made.get(batch.stamp)?.changes ?? [];
        const sent = changes.find((change): change is FieldChange => {
          return !isCreation(change) && change.id === id && change.group === group;
        });
        const before = held.get(id);
        return sent !== undefined && hadSeen(sent, before)
          ? [`${entry.seq}: ${batch.stamp} had seen ${group} of ${id} and lost`]
          : [];
      }),
    );
    for (const document of entry.documents) held.set(document.id, document);
    return problems;
  });
};

function lostIds(
  batch: LoggedBatch,
  times: ReadonlyMap<string, number>,
): { id: string; group: string }[] {
  return batch.changes.flatMap((change) => {
    const isLost = 'effect' in change && change.effect === 'lost' && change.group !== 'place';
    const isAlone = times.get(change.id) === 1;
    return isLost && isAlone ? [{ id: change.id, group: change.group }] : [];
  });
}

function hadSeen({ kind, group, base }: FieldChange, before: StoredForm | undefined): boolean {
  if (before === undefined || isPurged(before) || base === null) return false;
  const definition = kindByName(kind);
  const isKnown = definition !== undefined && groupByName(definition, group) !== undefined;
  return isKnown && baseMatches(heldStamp(before, group), base);
}
