import * as z from 'zod/mini';

/** What a member may be; each includes what stands to its right. */
export const roleSchema = z.enum(['admin', 'member', 'commenter', 'viewer']);

/** See `roleSchema`. */
export type Role = z.infer<typeof roleSchema>;

/** What somebody can want to do in a workspace. Whoever may read it may read all of it. */
export type WorkspaceAction = 'read' | 'comment' | 'edit' | 'manage';

const roleMay: ReadonlyMap<unknown, readonly WorkspaceAction[]> = new Map(
  Object.entries({
    viewer: ['read'],
    commenter: ['read', 'comment'],
    member: ['read', 'comment', 'edit'],
    admin: ['read', 'comment', 'edit', 'manage'],
  } satisfies Record<Role, WorkspaceAction[]>),
);

/**
 * Whether a role, as a document holds it, allows an action: none, and one that this build does not know, allow nothing.
 * The screen hides with it, the server refuses with it.
 */
export function may(role: unknown, action: WorkspaceAction): boolean {
  return roleMay.get(role)?.includes(action) === true;
}

/** The action that a change to a kind needs of its author. */
export function actionFor(kind: string): WorkspaceAction {
  if (kind === 'workspace') return 'manage';
  return kind === 'comment' ? 'comment' : 'edit';
}
