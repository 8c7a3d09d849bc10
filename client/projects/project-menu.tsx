import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  CopyPlus,
  Ellipsis,
  ListPlus,
  Pencil,
  Trash2,
} from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Project } from '#shared/project';
import { useMessages } from '#client/i18n/messages.ts';
import { useProjectActionsWords } from '#client/i18n/compiled/use-project-actions-words.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '#client/ui/menu.tsx';
import { useProjectActions } from './use-project-actions.ts';

const ProjectDialog = lazy(async () => ({
  default: (await import('./project-dialog.tsx')).ProjectDialog,
}));

const MoveProjectItem = lazy(async () => ({
  default: (await import('./move-project-item.tsx')).MoveProjectItem,
}));
const MoveProjectDialog = lazy(async () => ({
  default: (await import('./move-project-dialog.tsx')).MoveProjectDialog,
}));

/** What can be done with one project, wherever it is shown; `onLeave` leads away from its page. */
export interface ProjectMenuProps {
  project: Project;
  onLeave: () => void;
  onGoTo: (projectId: string) => void;
  /** Only where its sections are in sight. */
  onAddSection?: (() => void) | undefined;
}

/** The button of a project's menu, and the menu. */
export function ProjectMenu({
  trigger,
  startsOpen = false,
  ...props
}: ProjectMenuProps & { trigger?: ReactNode; startsOpen?: boolean }) {
  const { project, onAddSection } = props;
  const { projects: words } = useMessages();
  const more = useProjectActionsWords();
  const actions = useProjectActions(props);
  const { commands, position } = actions;
  const [base, setBase] = useState<ReturnType<typeof commands.beginEdit>>();
  const [isMoving, setIsMoving] = useState(false);
  const isArchived = project.archivedAt !== null;
  return (
    <>
      <Menu
        align="end"
        label={words.menu({ name: project.name })}
        startsOpen={startsOpen}
        trigger={
          trigger ?? (
            <IconButton label={words.menu({ name: project.name })} data-testid="project-menu">
              <Ellipsis />
            </IconButton>
          )
        }
      >
        {onAddSection === undefined ? null : (
          <MenuItem icon={<ListPlus />} onSelect={onAddSection}>
            {more.addSection}
          </MenuItem>
        )}
        <MenuItem icon={<Pencil />} onSelect={() => setBase(commands.beginEdit(project.id))}>
          {words.edit}
        </MenuItem>
        <MenuItem icon={<CopyPlus />} onSelect={actions.duplicate}>
          {more.duplicate}
        </MenuItem>
        {isArchived ? null : (
          <>
            <MenuItem
              icon={<ArrowUp />}
              keys={shortcuts.list['move-up'][0]}
              isDisabled={position.index === 0}
              onSelect={() => actions.step(-1)}
            >
              {more.moveUp}
            </MenuItem>
            <MenuItem
              icon={<ArrowDown />}
              keys={shortcuts.list['move-down'][0]}
              isDisabled={position.index === position.count - 1}
              onSelect={() => actions.step(1)}
            >
              {more.moveDown}
            </MenuItem>
          </>
        )}
        <Suspense>
          <MoveProjectItem project={project} onSelect={() => setIsMoving(true)} />
        </Suspense>
        <MenuLine />
        <MenuItem
          icon={isArchived ? <ArchiveRestore /> : <Archive />}
          onSelect={isArchived ? actions.unarchive : actions.archive}
        >
          {isArchived ? more.unarchive : more.archive}
        </MenuItem>
        <MenuItem icon={<Trash2 />} isDanger onSelect={actions.trash}>
          {words.moveToTrash}
        </MenuItem>
      </Menu>
      {isMoving ? (
        <Suspense>
          <MoveProjectDialog
            project={project}
            onGoTo={props.onGoTo}
            onDone={() => setIsMoving(false)}
          />
        </Suspense>
      ) : null}
      {base === undefined ? null : (
        <Suspense>
          <ProjectDialog
            project={project}
            onSave={(draft) => void commands.edit({ project, draft, base })}
            onClose={() => setBase(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
