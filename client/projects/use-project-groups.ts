import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { useWorkspaces } from '#client/store/use-workspaces.ts';
import type { Project } from '#shared/project';

/** The projects of one workspace, as they are shown. */
export interface ProjectGroup {
  id: string;
  heading: string;
  /** Undefined where this person may not add a project. */
  addLabel: string | undefined;
  /** Undefined where there is nothing to name, or this person may not. */
  renameLabel: string | undefined;
}

/** One for each workspace; with one workspace nobody needs to hear of workspaces. */
export function useProjectGroups(): readonly ProjectGroup[] {
  const { projects: words } = useMessages();
  const more = useWorkspacesWords();
  const store = useStore();
  const workspaces = useWorkspaces();
  if (workspaces.length < 2) {
    const only = { heading: words.heading, addLabel: words.add, renameLabel: undefined };
    return [{ id: store.workspaceId, ...only }];
  }
  return workspaces.map(({ id, name: ownName, isPersonal, isEditable, isRenamable }) => {
    const name = isPersonal ? more.personal : ownName;
    return {
      id,
      heading: name,
      addLabel: isEditable ? more.addProjectIn({ name }) : undefined,
      renameLabel: isRenamable ? more.renameOf({ name }) : undefined,
    };
  });
}

/** Whether a project belongs to a workspace. */
export function isIn(workspaceId: string): (project: Project) => boolean {
  return (project) => project.workspaceId === workspaceId;
}
