import { isPurged, type StoredForm } from '#shared/kind-definition';
import type { LoggedChange } from '#server/sync/log-entry';
import type { History } from '../history.ts';
import { type Invariant, logOf, type ReadEntry, tombstonesOf } from './replayed-log.ts';

/**
 * [R7] Only what was in the trash is purged, and only as it stood when that was decided; and once its round is over, no
 * entry before a tombstone holds a value of that document any more. What anybody wrote after the decision is still
 * there, which the rules of values watch.
 */
export const purgedForGood: Invariant = (history) => {
  const blanked = history.server?.view.blanked ?? 0;
  const tombstones = new Map([...tombstonesOf(history)].filter(([, seq]) => seq <= blanked));
  const held = new Map<string, StoredForm>();
  return logOf(history).flatMap((entry) => {
    const problems = [...valuesLeft(entry, tombstones), ...wrongPurges(entry, held, history)];
    for (const document of entry.documents) held.set(document.id, document);
    return problems;
  });
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
  if (isPurged(document)) return false;
  return Boolean(document['title'] || document['notes'] || document['mood']);
}

/** What goes was decided on as it stands, and lies in the trash, or under something of the same batch that does. */
function wrongPurges(
  entry: ReadEntry,
  held: ReadonlyMap<string, StoredForm>,
  { purgeDecisions }: History,
): string[] {
  return entry.batches.flatMap(({ changes }) => {
    const ids = changes.flatMap((change) => ('purged' in change ? [change.id] : []));
    if (ids.length === 0) return [];
    const undecided = ids.filter((id) => !purgeDecisions.has(`${id} ${held.get(id)?.seq}`));
    const isTrashed = ids.some((id) => Object(held.get(id))['trashedAt']);
    return [
      ...undecided.map((id) => `${entry.seq} purged ${id}, which had changed since`),
      ...(isTrashed ? [] : [`${entry.seq} purged ${ids.join(', ')}, which was not in the trash`]),
    ];
  });
}
