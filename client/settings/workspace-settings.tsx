import { Pencil, Plus } from 'lucide-react';
import { useLocation } from 'wouter';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useWorkspaces } from '#client/store/use-workspaces.ts';
import { Button } from '#client/ui/button.tsx';
import { Group, Row } from './settings-parts.tsx';

/** The workspaces of the person, ways to name those they manage, and to make one. */
export function WorkspaceSettings() {
  const words = useWorkspacesWords();
  const workspaces = useWorkspaces();
  const [, navigate] = useLocation();
  return (
    <Group title={words.heading}>
      {workspaces.map(({ id, name, isPersonal, isRenamable }) => (
        <Row key={id} label={isPersonal ? words.personal : name}>
          {isRenamable ? (
            <Button
              look="quiet"
              aria-label={words.renameOf({ name })}
              data-testid="rename-workspace"
              onClick={() => navigate(`?rename=${id}`)}
            >
              <Pencil />
              {words.rename}
            </Button>
          ) : null}
        </Row>
      ))}
      <Row label={words.add} text={words.about}>
        <Button data-testid="new-workspace-button" onClick={() => navigate('?new=workspace')}>
          <Plus />
          {words.create}
        </Button>
      </Row>
    </Group>
  );
}
