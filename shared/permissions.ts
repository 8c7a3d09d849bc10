import * as z from 'zod/mini';

/** What a member may be; each includes what stands to its right. */
export const roleSchema = z.enum(['admin', 'member', 'commenter', 'viewer']);

/** See `roleSchema`. */
export type Role = z.infer<typeof roleSchema>;

/** What somebody can want to do in a workspace. Whoever may read it may read all of it. */
export type WorkspaceAction = 'read' | 'comment' | 'edit' | 'manage';

const roleMay: Record<Role, readonly WorkspaceAction[]> = {
  viewer: ['read'],
  commenter: ['read', 'comment'],
  member: ['read', 'comment', 'edit'],
  admin: ['read', 'comment', 'edit', 'manage'],
};

/** Whether a role allows an action. The screen hides with it, the server refuses with it. */
export function may(role: Role, action: WorkspaceAction): boolean {
  return roleMay[role].includes(action);
}

/** The same for a role as a document holds it: none, and one that this build does not know, may nothing. */
export function mayAs(role: unknown, action: WorkspaceAction): boolean {
  return roleSchema.options.some((known) => known === role && may(known, action));
}

/** The action that a change to a kind needs of its author. */
export function actionFor(kind: string): WorkspaceAction {
  if (kind === 'workspace') return 'manage';
  return kind === 'comment' ? 'comment' : 'edit';
}
