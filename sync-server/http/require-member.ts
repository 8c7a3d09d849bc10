import { ApiError } from '#shared/api-error';
import { may, type Role, type WorkspaceAction } from '#shared/permissions';
import type { ReadMembership } from '../workspaces/membership.ts';

/** The role of a person who may do `action` in a workspace; see `createMemberStep`. */
export type RequireMember = (of: {
  workspaceId: string;
  userId: string;
  action: WorkspaceAction;
}) => Promise<Role>;

/**
 * The step of every endpoint of a workspace. Throws ApiError `workspace_unknown` for strangers, the same as for a
 * workspace that does not exist; `membership_ended` with the `seq` that ended it; `forbidden` if the role is too small.
 */
export function createMemberStep(readMembership: ReadMembership): RequireMember {
  return async ({ workspaceId, userId, action }) => {
    const membership = await readMembership(workspaceId, userId);
    if (membership === undefined) throw new ApiError('workspace_unknown');
    const { role, seq, epoch } = membership;
    if (role === null) throw new ApiError('membership_ended', { members: { seq, epoch } });
    if (!may(role, action)) throw new ApiError('forbidden');
    return role;
  };
}
