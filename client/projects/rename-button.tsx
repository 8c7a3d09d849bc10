import { Pencil } from 'lucide-react';
import { useLocation } from 'wouter';
import { IconButton } from '#client/ui/button.tsx';

/** Asks for another name of the workspace it stands beside. Fingers find the same in the settings. */
export function RenameButton({ label, workspaceId }: { label: string; workspaceId: string }) {
  const [, navigate] = useLocation();
  return (
    <IconButton
      label={label}
      data-testid="workspace-rename-button"
      className="pointer-coarse:hidden pointer-fine:opacity-0 pointer-fine:group-focus-within/line:opacity-100 pointer-fine:group-hover/line:opacity-100"
      onClick={() => navigate(`?rename=${workspaceId}`)}
    >
      <Pencil />
    </IconButton>
  );
}
