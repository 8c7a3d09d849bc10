import type { Change } from '#shared/push-message';
import type { AppStore } from './app-store.ts';
import { idsNamedBy } from './app-writing.ts';

/**
 * Changes by the workspace they belong to, since a batch is of one: that of their document, of what a new one stands in
 * or under, or the personal one. In their order; parents that are made along come before their children.
 */
export function workspaceParts<T extends Change>(store: AppStore, changes: readonly T[]): T[][] {
  const idsByDocument = new Map<string, string>();
  const parts = new Map<string, T[]>();
  for (const change of changes) {
    const known = idsNamedBy(change).map(
      (id) => store.current(id)?.workspaceId ?? idsByDocument.get(id),
    );
    const workspaceId = known.find((id) => id !== undefined) ?? store.workspaceId;
    idsByDocument.set(change.id, workspaceId);
    const part = parts.get(workspaceId);
    if (part === undefined) parts.set(workspaceId, [change]);
    else part.push(change);
  }
  return [...parts.values()];
}
