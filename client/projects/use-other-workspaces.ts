import { type OpenedWorkspace, useWorkspaces } from '#client/store/use-workspaces.ts';
import type { Project } from '#shared/project';

/** The workspaces that a project can move to. */
export function useOtherWorkspaces({ workspaceId }: Project): readonly OpenedWorkspace[] {
  return useWorkspaces().filter(({ id, isEditable }) => isEditable && id !== workspaceId);
}
