import { Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useCountText } from '#client/i18n/use-count-text.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { IconButton } from '#client/ui/button.tsx';
import { NavLink } from '#client/ui/nav-link.tsx';
import { createProjectCommands } from './project-commands.ts';
import { useProjects } from './project-queries.ts';

const ProjectDialog = lazy(async () => ({
  default: (await import('./project-dialog.tsx')).ProjectDialog,
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
  const store = useStore();
  const projects = useProjects();
  const commands = useMemo(() => createProjectCommands(store), [store]);
  const [isAdding, setIsAdding] = useState(false);
  const [, navigate] = useLocation();
  const add = async (draft: Parameters<typeof commands.add>[0]) => {
    const projectId = await commands.add(draft);
    if (projectId === undefined) return;
    navigate(`/project/${projectId}`);
    onGo?.();
  };
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
        {projects.map(({ id, name, color }) => (
          <li key={id}>
            <NavLink
              href={`/project/${id}`}
              icon={
                <span className="flex size-4 items-center justify-center">
                  <ColorDot color={color} />
                </span>
              }
              count={countText(countsById.get(id))}
              testId="project-link"
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <Suspense>
          <ProjectDialog onSave={(draft) => void add(draft)} onClose={() => setIsAdding(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
