import { ApiError } from '#shared/api-error';
import type { Role } from '#shared/permissions';
import type { DraftOverlay } from './draft-overlay.ts';

/** A role, or why there is none. */
export type RoleVerdict = { name: 'member'; role: Role } | { name: 'rejected'; error: ApiError };

/**
 * The role of a person as the log has it at this point (R9). Strangers get the same answer as for a workspace that
 * does not exist; former members learn by which entry, of which epoch, their
 * membership ended, since a device deletes its data on nothing less.
 */
export function requireRole(
  overlay: Pick<DraftOverlay, 'roleOf' | 'epoch'>,
  userId: string,
): RoleVerdict {
  const membership = overlay.roleOf(userId);
  if (membership === undefined) {
    return { name: 'rejected', error: new ApiError('workspace_unknown') };
  }
  if (membership.role === null) {
    const members = { seq: membership.seq, epoch: overlay.epoch };
    return { name: 'rejected', error: new ApiError('membership_ended', { members }) };
  }
  return { name: 'member', role: membership.role };
}
