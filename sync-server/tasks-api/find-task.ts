import { ApiError } from '#shared/api-error';
import type { Task } from '#shared/task';
import type { RequireMember } from '../http/require-member.ts';
import type { Directory } from '../storage/port.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import type { ReadMembership } from '../workspaces/membership.ts';
import { isTask } from './task-answer.ts';

/** Finds a task by its id in the workspaces a person may read; see `createTaskFinder`. */
export type FindTask = (of: {
  userId: string;
  taskId: string;
  workspaceId: string | undefined;
  action: 'read' | 'edit';
}) => Promise<Task>;

/**
 * Looks in the named workspace, or in all of the person's, the personal one first: ids are unique in a workspace only.
 * Throws ApiError `task_unknown`, also for tasks of other people, and what `requireMember` throws.
 */
export function createTaskFinder(of: {
  directory: Directory;
  documents: FreshDocuments;
  readMembership: ReadMembership;
  requireMember: RequireMember;
}): FindTask {
  async function readableWorkspaceIds(userId: string): Promise<string[]> {
    const rows = await of.directory.workspacesOf(userId);
    const memberships = await Promise.all(rows.map((row) => of.readMembership(row.id, userId)));
    return rows
      .filter((_, index) => (memberships[index]?.role ?? null) !== null)
      .sort((a, b) => Number(b.personalOf === userId) - Number(a.personalOf === userId))
      .map((row) => row.id);
  }

  return async ({ userId, taskId, workspaceId, action }) => {
    if (workspaceId !== undefined) await of.requireMember({ workspaceId, userId, action: 'read' });
    const workspaceIds =
      workspaceId === undefined ? await readableWorkspaceIds(userId) : [workspaceId];
    for (const id of workspaceIds) {
      const task = (await of.documents.read({ workspaceId: id, ids: [taskId] })).get(taskId);
      if (!isTask(task)) continue;
      await of.requireMember({ workspaceId: id, userId, action });
      return task;
    }
    throw new ApiError('task_unknown');
  };
}
