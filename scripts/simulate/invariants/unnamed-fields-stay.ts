import { kindByName, groupByName } from '#shared/document-kinds';
import { sameJson } from '#shared/group-value';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import type { LoggedChange } from '#server/sync/log-entry';
import { type Invariant, logOf, type ReadEntry, tombstonesOf } from './replayed-log.ts';

/**
 * [R13] A change touches no field but those it names: what a newer build keeps in the same document, or in the very same
 * group, outlives an edit by a build that does not know it.
 */
export const unnamedFieldsStay: Invariant = (history) => {
  const held = new Map<string, StoredForm>();
  // What was purged is blanked in the log entry by entry, and a round may have broken off between two of them.
  const purged = tombstonesOf(history);
  return logOf(history).flatMap((entry) => {
    const problems = entry.documents
      .filter(({ id }) => !purged.has(id))
      .flatMap((after) => lostFields(entry, held.get(after.id), after));
    for (const document of entry.documents) held.set(document.id, document);
    return problems;
  });
};

function lostFields(entry: ReadEntry, before: StoredForm | undefined, after: StoredForm): string[] {
  if (before === undefined || isPurged(before) || isPurged(after)) return [];
  const changes = entry.batches
    .flatMap((batch) => batch.changes)
    .filter(({ id }) => id === after.id);
  const named = new Set(['seq', 'stamps', ...changes.flatMap(namedFields)]);
  return Object.keys({ ...before, ...after })
    .filter((field) => !named.has(field) && !sameJson(before[field], after[field]))
    .map(
      (field) => `${entry.seq} changed ${field} of ${after.id}, which none of its changes names`,
    );
}

function namedFields(change: LoggedChange): string[] {
  if (!('effect' in change)) return [];
  const kind = kindByName(change.kind);
  const group = kind === undefined ? undefined : groupByName(kind, change.group);
  return group?.name === 'element' ? [group.set.map] : Object.keys(change.value);
}
