import { Ellipsis } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, Suspense, useRef, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLocation } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { useMayDo } from '#client/store/use-may-do.ts';
import { IconButton } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { useLineDrag } from '#client/ui/use-line-drag.ts';
import type { Project } from '#shared/project';
import { moveProject } from './move-project.ts';
import { isBeside, useProjects } from './project-queries.ts';
import { useProjectActions } from './use-project-actions.ts';

const ProjectMenu = lazy(async () => ({
  default: (await import('./project-menu.tsx')).ProjectMenu,
}));

/** One project of the sidebar: its link, its menu, and ways to move it: a drag, Alt with an arrow, the menu. */
export function ProjectLine({
  project,
  link,
  onGoTo,
}: {
  project: Project;
  link: ReactNode;
  onGoTo: (projectId: string) => void;
}) {
  const store = useStore();
  const projects = useProjects().filter(isBeside(project));
  const canEdit = useMayDo('edit')(project.workspaceId);
  const element = useRef<HTMLDivElement>(null);
  const [location, navigate] = useLocation();
  const onLeave = () => {
    if (location === `/project/${project.id}`) navigate('/dashboard');
  };
  const actions = useProjectActions({ project, onLeave, onGoTo });
  const { edge, isDragging } = useLineDrag({
    type: 'project',
    id: project.id,
    element,
    onDrop: (projectId, side) => {
      // Between workspaces a project moves by its menu.
      if (!canEdit || projects.every(({ id }) => id !== projectId)) return;
      const others = projects.filter(({ id }) => id !== projectId);
      const at = others.findIndex(({ id }) => id === project.id);
      void moveProject(store, { projects, projectId, index: side === 'top' ? at : at + 1 });
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!canEdit || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    actions.step(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the link in it
    <div
      ref={element}
      data-testid="project-line"
      onKeyDown={onKeyDown}
      className={classNames(
        'group/line relative flex items-center [&>a]:min-w-0 [&>a]:grow [&>a>.tabular]:transition-opacity',
        'pointer-fine:hover:[&>a>.tabular]:opacity-0 pointer-fine:focus-within:[&>a>.tabular]:opacity-0',
        isDragging && 'opacity-40',
      )}
    >
      {link}
      {canEdit ? (
        <span className="shrink-0 pointer-fine:absolute pointer-fine:end-0 pointer-fine:opacity-0 pointer-fine:group-focus-within/line:opacity-100 pointer-fine:group-hover/line:opacity-100">
          <LineMenu project={project} onLeave={onLeave} onGoTo={onGoTo} />
        </span>
      ) : null}
      {edge === null ? null : (
        <span
          aria-hidden="true"
          className={classNames(
            'pointer-events-none absolute inset-x-2 h-0.5 rounded-full bg-accent',
            edge === 'top' ? '-top-px' : '-bottom-px',
          )}
        />
      )}
    </div>
  );
}

/** The menu of a project, made when its button is first pressed. */
export function LineMenu(props: {
  project: Project;
  onLeave: () => void;
  onGoTo: (projectId: string) => void;
}) {
  const { projects: words } = useMessages();
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <IconButton
      label={words.menu({ name: props.project.name })}
      aria-haspopup="menu"
      data-testid="project-line-menu"
      onClick={() => setIsWanted(true)}
    >
      <Ellipsis />
    </IconButton>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <ProjectMenu {...props} trigger={button} startsOpen />
    </Suspense>
  );
}
