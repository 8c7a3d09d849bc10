import { isPurged, type StoredForm } from '#shared/kind-definition';
import type { LoggedChange } from '#server/sync/log-entry';
import {
  documentsAt,
  type Invariant,
  logOf,
  type ReadEntry,
  tombstonesOf,
} from './replayed-log.ts';

/**
 * [R7] Only what was in the trash is purged, and once its round is over, no entry before a tombstone holds a value of that document
 * any more. What anybody wrote after it is still there, which the rules of values watch.
 */
export const purgedForGood: Invariant = (history) => {
  const blanked = history.server?.view.blanked ?? 0;
  const tombstones = new Map([...tombstonesOf(history)].filter(([, seq]) => seq <= blanked));
  return logOf(history).flatMap((entry) => [
    ...valuesLeft(entry, tombstones),
    ...purgedOutsideTrash(entry, logOf(history)),
  ]);
};

function valuesLeft(entry: ReadEntry, tombstones: ReadonlyMap<string, number>): string[] {
  const isGone = ({ id }: { id: string }) => entry.seq < (tombstones.get(id) ?? 0);
  const changes = entry.batches.flatMap((batch) => batch.changes);
  return [
    ...changes.filter((change) => isGone(change) && holdsValues(change)),
    ...entry.documents.filter((document) => isGone(document) && holdsText(document)),
  ].map(({ id }) => `${entry.seq} still holds values of ${id}, which was purged`);
}

function holdsValues(change: LoggedChange): boolean {
  if (!('effect' in change)) return false;
  return Object.keys({ ...change.value, ...change.was }).length > 0;
}

function holdsText(document: StoredForm): boolean {
  return (
    !isPurged(document) && Boolean(document['title'] || document['notes'] || document['value'])
  );
}

/** What goes lies in the trash, or under something of the same batch that does. */
function purgedOutsideTrash(entry: ReadEntry, log: readonly ReadEntry[]): string[] {
  return entry.batches.flatMap(({ changes }) => {
    const ids = changes.flatMap((change) => ('purged' in change ? [change.id] : []));
    if (ids.length === 0) return [];
    const before = documentsAt(log, entry.seq - 1);
    const isTrashed = ids.some((id) => Object(before.get(id))['trashedAt']);
    return isTrashed ? [] : [`${entry.seq} purged ${ids.join(', ')}, which was not in the trash`];
  });
}
