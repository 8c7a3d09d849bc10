import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { IconButton } from '#client/ui/button.tsx';
import { Guard } from '#client/ui/guard.tsx';
import { NavLink } from '#client/ui/nav-link.tsx';
import { useProjects } from './project-queries.ts';

const NewProject = lazy(async () => ({ default: (await import('./new-project.tsx')).NewProject }));

/** The person's projects in the sidebar, and a way to make another. `onGo` hears when a new one is gone to. */
export function ProjectLinks({
  countsById,
  onGo,
}: {
  countsById: ReadonlyMap<string, number>;
  onGo?: (() => void) | undefined;
}) {
  const { projects: words } = useMessages();
  const projects = useProjects();
  const [isAdding, setIsAdding] = useState(false);
  const [, navigate] = useLocation();
  const goTo = (projectId: string) => {
    navigate(`/project/${projectId}`);
    onGo?.();
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
        {projects.map(({ id, name, color }) => (
          <li key={id}>
            <NavLink
              href={`/project/${id}`}
              icon={
                <span className="flex size-4 items-center justify-center">
                  <ColorDot color={color} />
                </span>
              }
              count={countsById.get(id)}
              testId="project-link"
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
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
