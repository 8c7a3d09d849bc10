import { Plus } from 'lucide-react';
import { memo, type ReactNode, Suspense, useCallback, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLocation } from 'wouter';
import { useCountText } from '#client/i18n/use-count-text.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Guard } from '#client/ui/guard.tsx';
import { NavLink } from '#client/ui/nav-link.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { Project } from '#shared/project';
import { useProjects } from './project-queries.ts';
import { isIn, type ProjectGroup as Group, useProjectGroups } from './use-project-groups.ts';

const NewProject = lazy(async () => ({ default: (await import('./new-project.tsx')).NewProject }));
const ProjectLine = lazy(async () => ({
  default: (await import('./project-line.tsx')).ProjectLine,
}));
const RenameButton = lazy(async () => ({
  default: (await import('./rename-button.tsx')).RenameButton,
}));
const ArchivedLinks = lazy(async () => ({
  default: (await import('./archived-links.tsx')).ArchivedLinks,
}));

/**
 * The person's projects in the sidebar, those of each workspace under its name where there are several, and a way to make
 * another. `onGo` hears when a new one is gone to.
 */
export function ProjectLinks({
  countsById,
  onGo,
}: {
  countsById: ReadonlyMap<string, number>;
  onGo?: (() => void) | undefined;
}) {
  const projects = useProjects();
  const groups = useProjectGroups();
  const [addingIn, setAddingIn] = useState<string>();
  const [, navigate] = useLocation();
  const goTo = useCallback(
    (projectId: string) => {
      navigate(`/project/${projectId}`);
      onGo?.();
    },
    [navigate, onGo],
  );
  return (
    <>
      {groups.map((group, index) => (
        <ProjectGroup
          key={group.id}
          {...group}
          projects={groups.length === 1 ? projects : projects.filter(isIn(group.id))}
          countsById={countsById}
          onGoTo={goTo}
          onAdd={() => setAddingIn(group.id)}
        >
          {index < groups.length - 1 ? null : (
            <Suspense>
              <ArchivedLinks />
            </Suspense>
          )}
        </ProjectGroup>
      ))}
      {addingIn === undefined ? null : (
        <Guard place="over" onClose={() => setAddingIn(undefined)}>
          <Suspense>
            <NewProject
              workspaceId={addingIn}
              onAdded={goTo}
              onClose={() => setAddingIn(undefined)}
            />
          </Suspense>
        </Guard>
      )}
    </>
  );
}

function ProjectGroup(
  of: Group & {
    projects: readonly Project[];
    countsById: ReadonlyMap<string, number>;
    onGoTo: (projectId: string) => void;
    onAdd: () => void;
    children: ReactNode;
  },
) {
  const { heading, addLabel, renameLabel, projects, countsById, onGoTo, onAdd } = of;
  const countText = useCountText();
  return (
    <section aria-label={heading} data-testid="project-group">
      <div className="group/line flex h-8 items-center justify-between pe-0 ps-2.5">
        <h2 dir="auto" className="min-w-0 grow truncate text-xs font-medium text-muted">
          {heading}
        </h2>
        {renameLabel === undefined ? null : (
          <Suspense>
            <RenameButton label={renameLabel} workspaceId={of.id} />
          </Suspense>
        )}
        {addLabel === undefined ? null : (
          <IconButton label={addLabel} data-testid="create-project-button" onClick={onAdd}>
            <Plus />
          </IconButton>
        )}
      </div>
      <ul>
        {projects.map((project) => (
          <ProjectEntry
            key={project.id}
            project={project}
            count={countText(countsById.get(project.id))}
            onGoTo={onGoTo}
          />
        ))}
      </ul>
      {of.children}
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
