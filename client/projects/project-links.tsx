import { Plus } from 'lucide-react';
import { lazy, memo, Suspense, useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { useCountText } from '#client/i18n/use-count-text.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Guard } from '#client/ui/guard.tsx';
import { NavLink } from '#client/ui/nav-link.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { Project } from '#shared/project';
import { useProjects } from './project-queries.ts';

const NewProject = lazy(async () => ({ default: (await import('./new-project.tsx')).NewProject }));
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
  const countText = useCountText();
  const projects = useProjects();
  const [isAdding, setIsAdding] = useState(false);
  const [, navigate] = useLocation();
  const goTo = useCallback(
    (projectId: string) => {
      navigate(`/project/${projectId}`);
      onGo?.();
    },
    [navigate, onGo],
  );
  return (
    <section aria-label={words.heading}>
      <div className="flex h-8 items-center justify-between pe-0 ps-2.5">
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
        {projects.map((project) => (
          <ProjectEntry
            key={project.id}
            project={project}
            count={countText(countsById.get(project.id))}
            onGoTo={goTo}
          />
        ))}
      </ul>
      <Suspense>
        <ArchivedLinks />
      </Suspense>
      {isAdding ? (
        <Guard place="over" onClose={() => setIsAdding(false)}>
          <Suspense>
            <NewProject onAdded={goTo} onClose={() => setIsAdding(false)} />
          </Suspense>
        </Guard>
      ) : null}
    </section>
  );
}

/** Renders again when its own number changes, not with those of the others. */
const ProjectEntry = memo(function ProjectEntry(of: {
  project: Project;
  count: string | undefined;
  onGoTo: (projectId: string) => void;
}) {
  const { project, count, onGoTo } = of;
  const link = (
    <NavLink
      href={`/project/${project.id}`}
      icon={<ProjectMark color={project.color} icon={project.icon} />}
      count={count}
      testId="project-link"
    >
      {project.name}
    </NavLink>
  );
  return (
    <li>
      <Suspense fallback={link}>
        <ProjectLine project={project} link={link} onGoTo={onGoTo} />
      </Suspense>
    </li>
  );
});
