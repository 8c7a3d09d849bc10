import type { Change } from '#shared/push-message';
import { altersSomething } from './alters-something.ts';
import type { AppStore } from './app-store.ts';
import { idsNamedBy } from './app-writing.ts';
import { batchParts } from './batch-parts.ts';
import type { StoredBatch } from './local-store.ts';
import type { WorkspacePart } from './workspace-parts.ts';

/** The changes of one user action. */
export interface ActionParts {
  label: string;
  changes: readonly Change[];
  /** By the id of a new document that may stand in and under nothing: the one in whose workspace it is made. */
  besideIds?: ReadonlyMap<string, string>;
}

/**
 * Commits the changes of one user action, however many: in several batches under one `action` where one cannot hold
 * them, or where they are of several workspaces, so that one Undo takes all of it back. What would set the value that is
 * held is left out. Answers the last batch, or undefined when there was nothing to change.
 */
export async function commitParts(
  store: AppStore,
  { label, changes, besideIds }: ActionParts,
): Promise<StoredBatch | undefined> {
  const altering = changes.filter((change) => altersSomething(store, change));
  const own = await partsByWorkspace(store, altering, besideIds);
  const parts = own.flatMap((part) =>
    batchParts(part.changes).map((fitting) => ({ ...part, changes: fitting })),
  );
  const together = parts.length < 2 ? {} : { action: store.newActionId() };
  // All are asked for before the first is done: one that finds no room is kept, and so must be those behind it.
  const batches = await Promise.all(
    parts.map((part) => store.commit({ label, ...part, ...together })),
  );
  return batches.at(-1);
}

/** A batch is of one workspace. Most people have but one, and most actions are in one. */
async function partsByWorkspace(
  store: AppStore,
  changes: readonly Change[],
  besideIds?: ReadonlyMap<string, string>,
): Promise<readonly WorkspacePart[]> {
  const named = [...changes.flatMap(idsNamedBy), ...(besideIds?.values() ?? [])];
  const ids = new Set(named.flatMap((id) => store.current(id)?.workspaceId ?? []));
  const [besideId = store.workspaceId] = ids;
  if (ids.size < 2) return [{ besideId, changes }];
  const { workspaceParts } = await import('./workspace-parts.ts');
  return workspaceParts(store, changes, besideIds);
}
