import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { Link, useLocation } from 'wouter';
import { useProjectActionsWords } from '#client/i18n/compiled/use-project-actions-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { BasketDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import { ViewHeader } from '#client/ui/view-header.tsx';
import type { Project } from '#shared/project';
import { LineMenu } from './project-line.tsx';
import { useArchivedProjects, useProjects } from './project-queries.ts';
import { isIn, useProjectGroups } from './use-project-groups.ts';

const NewProject = lazy(async () => ({ default: (await import('./new-project.tsx')).NewProject }));

/** All projects with how many open tasks each has, by workspace where there are several; those put away below. */
export function ProjectsPage({ countsById }: { countsById: ReadonlyMap<string, number> }) {
  const { projects: words } = useMessages();
  const more = useProjectActionsWords();
  const projects = useProjects();
  const archived = useArchivedProjects();
  const groups = useProjectGroups();
  const parts = [
    ...groups.map(({ id, heading }) => ({
      id,
      heading,
      projects: groups.length === 1 ? projects : projects.filter(isIn(id)),
    })),
    ...(archived.length === 0
      ? []
      : [{ id: 'archived', heading: more.archived, projects: archived }]),
  ];
  const [isAdding, setIsAdding] = useState(false);
  const [, navigate] = useLocation();
  const add = (
    <Button size="small" data-testid="add-project" onClick={() => setIsAdding(true)}>
      <Plus />
      {words.add}
    </Button>
  );
  return (
    <div className="flex min-w-0 grow flex-col">
      <ViewHeader title={words.heading}>{add}</ViewHeader>
      <div className="min-h-0 grow overflow-y-auto pb-24">
        <div className="mx-auto max-w-[760px] px-4 sm:px-8">
          {projects.length + archived.length === 0 ? (
            <EmptyState
              drawing={<BasketDrawing />}
              title={more.emptyTitle}
              text={more.emptyText}
              action={add}
            />
          ) : null}
          {parts
            .filter((part) => part.projects.length > 0)
            .map((part) => (
              <section key={part.id} aria-label={part.heading} className="not-first:pt-6">
                {parts.length === 1 ? null : (
                  <h2 className="px-2.5 pb-1 text-xs font-medium text-muted">{part.heading}</h2>
                )}
                <ul>
                  {part.projects.map((project) => (
                    <ProjectRow
                      key={project.id}
                      project={project}
                      count={countsById.get(project.id)}
                    />
                  ))}
                </ul>
              </section>
            ))}
        </div>
      </div>
      {isAdding ? (
        <Suspense>
          <NewProject
            onAdded={(projectId) => navigate(`/project/${projectId}`)}
            onClose={() => setIsAdding(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

function ProjectRow({ project, count = 0 }: { project: Project; count: number | undefined }) {
  const more = useProjectActionsWords();
  const [, navigate] = useLocation();
  return (
    <li
      data-testid="project-row"
      className="flex h-12 items-center gap-3 rounded-control ps-2.5 hover:bg-raised/70"
    >
      <ProjectMark color={project.color} icon={project.icon} />
      <Link
        href={`/project/${project.id}`}
        className="flex h-full min-w-0 grow items-center gap-3 rounded-control hover:underline"
      >
        <span dir="auto" className="min-w-0 grow truncate">
          {project.name}
        </span>
        {count === 0 ? null : (
          <span className="tabular shrink-0 text-xs text-muted">{more.open({ count })}</span>
        )}
      </Link>
      <LineMenu
        project={project}
        onLeave={() => undefined}
        onGoTo={(projectId) => navigate(`/project/${projectId}`)}
      />
    </li>
  );
}
