import { FolderInput } from 'lucide-react';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { MenuItem } from '#client/ui/menu.tsx';
import type { Project } from '#shared/project';
import { useOtherWorkspaces } from './use-other-workspaces.ts';

/** The item that asks where a project is to go; nothing where there is no other workspace. */
export function MoveProjectItem({ project, onSelect }: { project: Project; onSelect: () => void }) {
  const words = useWorkspacesWords();
  if (useOtherWorkspaces(project).length === 0) return null;
  return (
    <MenuItem icon={<FolderInput />} testId="move-project" onSelect={onSelect}>
      {words.moveTo}
    </MenuItem>
  );
}
