import type { GroupSetting } from './import-plan.ts';
import type { AnyDocument } from './kind-definition.ts';
import { type ActionContext, type ImportAction, inBatches, toChange } from './plan-to-actions.ts';

/** What one import left behind. */
export interface ImportTraces {
  /** Everything it made or brought back from the trash. */
  ids: ReadonlySet<string>;
  /** All documents that are there now. */
  documents: readonly AnyDocument[];
  /** Instant to put them in the trash at. */
  trashedAt: string;
}

/**
 * What to set to take an import back: what it made or brought back goes to the trash, from where it can be restored.
 * A project or label that something else uses meanwhile stays, or tasks made since the import would be hidden with it.
 */
export function importUndoSettings(traces: ImportTraces): GroupSetting[] {
  const usedIds = new Set(
    traces.documents
      .filter((document) => !traces.ids.has(document.id) && !isTrashed(document))
      .flatMap(referencesOf),
  );
  return traces.documents
    .filter(({ id }) => traces.ids.has(id) && !usedIds.has(id))
    .filter((document) => !isTrashed(document))
    .toSorted((a, b) => undoOrder(a.kind) - undoOrder(b.kind))
    .map(({ kind, id }) => {
      return { kind, id, group: 'trash', value: { trashedAt: traces.trashedAt } };
    });
}

/** The batches that take an import back; commit each before asking for the next. */
export function* undoActions(
  settings: readonly GroupSetting[],
  context: ActionContext,
): Generator<ImportAction, void> {
  const { action } = context;
  for (const run of inBatches(settings)) {
    yield { label: 'import.undo', action, changes: run.map((set) => toChange(set, context)) };
  }
}

function referencesOf(document: AnyDocument): string[] {
  const labels = document['labels'];
  const labelIds = typeof labels === 'object' && labels !== null ? Object.keys(labels) : [];
  const places = [document['projectId'], document['parentId']];
  return [...labelIds, ...places.filter((id) => typeof id === 'string')];
}

/** Tasks first: while it runs, nobody sees tasks whose project is gone. */
function undoOrder(kind: string): number {
  return kind === 'task' ? 0 : 1;
}

function isTrashed(document: AnyDocument): boolean {
  return typeof document['trashedAt'] === 'string';
}
