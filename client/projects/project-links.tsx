import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { IconButton } from '#client/ui/button.tsx';
import { NavLink } from '#client/ui/nav-link.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { ProjectDraft } from './project-commands.ts';
import { useProjects } from './project-queries.ts';

const ProjectDialog = lazy(async () => ({
  default: (await import('./project-dialog.tsx')).ProjectDialog,
}));
const ProjectLine = lazy(async () => ({
  default: (await import('./project-line.tsx')).ProjectLine,
}));
const ArchivedLinks = lazy(async () => ({
  default: (await import('./archived-links.tsx')).ArchivedLinks,
}));

/** The person's projects in the sidebar, and a way to make another. `onGo` hears when a new one is gone to. */
export function ProjectLinks({
  countsById,
  onGo,
}: {
  countsById: ReadonlyMap<string, number>;
  onGo?: (() => void) | undefined;
}) {
  const { projects: words } = useMessages();
  const store = useStore();
  const projects = useProjects();
  const [isAdding, setIsAdding] = useState(false);
  const [, navigate] = useLocation();
  const goTo = (projectId: string) => {
    navigate(`/project/${projectId}`);
    onGo?.();
  };
  const add = async (draft: ProjectDraft) => {
    const { createProjectCommands } = await import('./project-commands.ts');
    const projectId = await createProjectCommands(store).add(draft);
    if (projectId !== undefined) goTo(projectId);
  };
  return (
    <section aria-label={words.heading}>
      <div className="flex h-8 items-center justify-between pr-0 pl-2.5">
        <h2 className="text-xs font-medium text-muted">{words.heading}</h2>
        <IconButton
          label={words.add}
          data-testid="create-project-button"
          onClick={() => setIsAdding(true)}
        >
          <Plus />
        </IconButton>
      </div>
      <ul>
        {projects.map((project) => {
          const link = (
            <NavLink
              href={`/project/${project.id}`}
              icon={<ProjectMark color={project.color} icon={project.icon} />}
              count={countsById.get(project.id)}
              testId="project-link"
            >
              {project.name}
            </NavLink>
          );
          return (
            <li key={project.id}>
              <Suspense fallback={link}>
                <ProjectLine project={project} link={link} onGoTo={goTo} />
              </Suspense>
            </li>
          );
        })}
      </ul>
      <Suspense>
        <ArchivedLinks />
      </Suspense>
      {isAdding ? (
        <Suspense>
          <ProjectDialog onSave={(draft) => void add(draft)} onClose={() => setIsAdding(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
