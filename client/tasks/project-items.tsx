import { useMessages } from '#client/i18n/messages.ts';
import { MenuItem } from '#client/ui/menu.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { Project } from '#shared/project';
import { useDestinations } from './use-destinations.ts';
import type { TaskActions } from './use-task-actions.ts';

/** The projects that a task can move to, as items of a menu: those of workspaces this person may write, its own marked. */
export function ProjectItems({
  task,
  actions,
  projects,
}: {
  task: { id: string; projectId: string | null };
  actions: TaskActions;
  projects: readonly Project[];
}) {
  const { tasks: words } = useMessages();
  const { commands, tell } = actions;
  const move = (projectId: string | null) => void tell(commands.moveToProject(task.id, projectId));
  return (
    <>
      <MenuItem isChecked={task.projectId === null} onSelect={() => move(null)}>
        {words.noProject}
      </MenuItem>
      {useDestinations(projects).map(({ id, name, color, icon }) => (
        <MenuItem
          key={id}
          icon={<ProjectMark color={color} icon={icon} />}
          isChecked={id === task.projectId}
          onSelect={() => move(id)}
        >
          {name}
        </MenuItem>
      ))}
    </>
  );
}
