import { useMemo } from 'react';
import { useStore } from '#client/store/store-context.ts';
import { createProjectCommands, type ProjectDraft } from './project-commands.ts';
import { ProjectDialog } from './project-dialog.tsx';

/** Asks for name and colour of a new project and adds it; `onAdded` hears its id. */
export function NewProject({
  onAdded,
  onClose,
}: {
  onAdded: (projectId: string) => void;
  onClose: () => void;
}) {
  const store = useStore();
  const commands = useMemo(() => createProjectCommands(store), [store]);
  const add = async (draft: ProjectDraft) => {
    const projectId = await commands.add(draft);
    if (projectId !== undefined) onAdded(projectId);
  };
  return <ProjectDialog onSave={(draft) => void add(draft)} onClose={onClose} />;
}
