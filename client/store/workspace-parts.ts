import type { Change } from '#shared/push-message';
import type { AppStore } from './app-store.ts';
import { idsNamedBy } from './app-writing.ts';

/** Changes of one workspace, whose id is `besideId`. */
export interface WorkspacePart {
  besideId: string;
  changes: readonly Change[];
}

/**
 * Changes by the workspace they belong to, since a batch is of one: that of their document, of what a new one stands in
 * or under, of what it is made beside, or the personal one. In their order; parents that are made along come before
 * their children.
 */
export function workspaceParts(
  store: AppStore,
  changes: readonly Change[],
  besideIds?: ReadonlyMap<string, string>,
): WorkspacePart[] {
  const idsByDocument = new Map<string, string>();
  const parts = new Map<string, Change[]>();
  for (const change of changes) {
    const named = [...idsNamedBy(change), besideIds?.get(change.id) ?? ''];
    const known = named.map((id) => store.current(id)?.workspaceId ?? idsByDocument.get(id));
    const workspaceId = known.find((id) => id !== undefined) ?? store.workspaceId;
    idsByDocument.set(change.id, workspaceId);
    const part = parts.get(workspaceId);
    if (part === undefined) parts.set(workspaceId, [change]);
    else part.push(change);
  }
  return [...parts].map(([besideId, own]) => ({ besideId, changes: own }));
}
