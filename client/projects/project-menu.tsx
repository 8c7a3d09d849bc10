import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Project } from '#shared/project';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '#client/ui/menu.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import { createProjectCommands } from './project-commands.ts';
import { ProjectDialog } from './project-dialog.tsx';

/** What can be done with one project. `onTrashed` leads away from its page. */
export function ProjectMenu({ project, onTrashed }: { project: Project; onTrashed: () => void }) {
  const { projects: words, actions, common } = useMessages();
  const store = useStore();
  const toasts = useToasts();
  const commands = useMemo(() => createProjectCommands(store), [store]);
  const [base, setBase] = useState<ReturnType<typeof commands.beginEdit>>();
  const trash = async () => {
    await commands.trash(project.id);
    onTrashed();
    const action = { label: common.undo, testId: 'toast-undo', run: () => void store.undo() };
    toasts.show({ id: 'undo', text: actions['project-trash'], action });
  };
  return (
    <>
      <Menu
        align="end"
        label={words.menu({ name: project.name })}
        trigger={
          <IconButton label={words.menu({ name: project.name })} data-testid="project-menu">
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil />} onSelect={() => setBase(commands.beginEdit(project.id))}>
          {words.edit}
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<Trash2 />} isDanger onSelect={() => void trash()}>
          {words.moveToTrash}
        </MenuItem>
      </Menu>
      {base === undefined ? null : (
        <ProjectDialog
          project={project}
          onSave={(draft) => void commands.edit({ project, draft, base })}
          onClose={() => setBase(undefined)}
        />
      )}
    </>
  );
}
