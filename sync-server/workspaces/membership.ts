import type { Role } from '#shared/permissions';

/** A person's membership as the log says: `role: null` means that the entry `seq` ended it (R9). */
export interface Membership {
  role: Role | null;
  seq: number;
  /** Epoch of the log that says so. */
  epoch: string;
}

/**
 * The membership of a person at the newest commit this replica knows; `undefined` if there never was one.
 * May throw ApiError `workspace_unknown`.
 */
export type ReadMembership = (
  workspaceId: string,
  userId: string,
) => Promise<Membership | undefined>;
