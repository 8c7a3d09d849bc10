import { useMemo } from 'react';
import { useStore } from '#client/store/store-context.ts';
import { createProjectCommands, type ProjectDraft } from './project-commands.ts';
import { ProjectDialog } from './project-dialog.tsx';

/** Asks for name, look and, where there are several, the workspace of a new project and adds it; `onAdded` hears its id. */
export function NewProject({
  workspaceId,
  onAdded,
  onClose,
}: {
  /** The workspace it is proposed for; left out, the personal one. */
  workspaceId?: string | undefined;
  onAdded: (projectId: string) => void;
  onClose: () => void;
}) {
  const store = useStore();
  const commands = useMemo(() => createProjectCommands(store), [store]);
  const add = async (draft: ProjectDraft) => {
    const projectId = await commands.add(draft);
    if (projectId !== undefined) onAdded(projectId);
  };
  return (
    <ProjectDialog
      workspaceId={workspaceId ?? store.workspaceId}
      onSave={(draft) => void add(draft)}
      onClose={onClose}
    />
  );
}
