import type { Role } from '#shared/permissions';
import type { Directory, WorkspaceRow } from '../storage/port.ts';
import type { FreshDocuments } from './fresh-documents.ts';
import type { ReadMembership } from './membership.ts';

/** A workspace as its member sees it in the list. */
export interface ListedWorkspace {
  id: string;
  name: string;
  role: Role;
  personal: boolean;
}

/**
 * The workspaces a person is a member of now, the personal one first, then by name. The directory only says where to
 * look; name and role are read from each workspace's own log (R9).
 */
export function createWorkspaceList(of: {
  directory: Directory;
  documents: FreshDocuments;
  readMembership: ReadMembership;
}): (userId: string) => Promise<ListedWorkspace[]> {
  async function listed(row: WorkspaceRow, userId: string): Promise<ListedWorkspace[]> {
    const membership = await of.readMembership(row.id, userId);
    if (membership === undefined || membership.role === null) return [];
    const documents = await of.documents.read({ workspaceId: row.id, ids: [row.id] });
    const name = documents.get(row.id)?.['name'];
    return [
      {
        id: row.id,
        name: typeof name === 'string' ? name : '',
        role: membership.role,
        personal: row.personalOf === userId,
      },
    ];
  }

  return async (userId) => {
    const rows = await of.directory.workspacesOf(userId);
    const workspaces = await Promise.all(rows.map((row) => listed(row, userId)));
    return workspaces.flat().sort(personalFirst);
  };
}

function personalFirst(a: ListedWorkspace, b: ListedWorkspace): number {
  if (a.personal !== b.personal) return a.personal ? -1 : 1;
  return a.name.localeCompare(b.name) || a.id.localeCompare(b.id);
}
