import { Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLocation } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import { useOpenableProject } from '#client/projects/project-queries.ts';
import { LaidOutView } from '#client/laid-out-view.tsx';
import type { TaskViewsProps } from '#client/task-views.tsx';
import { useMayDo } from '#client/store/use-may-do.ts';
import { Button } from '#client/ui/button.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';

const ProjectMenu = lazy(async () => ({
  default: (await import('#client/projects/project-menu.tsx')).ProjectMenu,
}));
const ArchivedNote = lazy(async () => ({
  default: (await import('#client/projects/archived-note.tsx')).ArchivedNote,
}));
const ViewOnlyNote = lazy(async () => ({
  default: (await import('#client/projects/view-only-note.tsx')).ViewOnlyNote,
}));
const ExamplesNote = lazy(async () => ({
  default: (await import('#client/first-run/examples-note.tsx')).ExamplesNote,
}));

/** The tasks of one project, archived or not. */
export function ProjectView({ projectId, ...props }: TaskViewsProps & { projectId: string }) {
  const { projects: words, errors } = useMessages();
  const [, navigate] = useLocation();
  const project = useOpenableProject(projectId);
  const canEdit = useMayDo('edit')(project?.workspaceId ?? '');
  if (project === undefined) {
    return (
      <div className="grow">
        <EmptyState
          drawing={<TrayDrawing />}
          title={words.missing}
          titleTag="h1"
          text={words.missingText}
          action={<Button onClick={() => navigate('/dashboard')}>{errors.toInbox}</Button>}
        />
      </div>
    );
  }
  return (
    <LaidOutView
      {...props}
      path={`/project/${projectId}`}
      view={{ name: 'project', projectId }}
      folding={{
        foldedIds: props.preferences.folded,
        onFold: (folded) => props.onPreferences({ folded: [...folded] }),
      }}
      title={project.name}
      icon={<ProjectMark color={project.color} icon={project.icon} />}
      note={
        <Suspense>
          {canEdit ? null : <ViewOnlyNote />}
          {project.archivedAt === null || !canEdit ? null : <ArchivedNote projectId={projectId} />}
          {props.preferences.examplesId === projectId ? (
            <ExamplesNote
              projectId={projectId}
              onPreferences={props.onPreferences}
              onLeave={() => navigate('/dashboard')}
            />
          ) : null}
        </Suspense>
      }
      headerActions={
        canEdit ? (
          <Suspense>
            <ProjectMenu
              project={project}
              onLeave={() => navigate('/dashboard')}
              onGoTo={(id) => navigate(`/project/${id}`)}
              onAddSection={() => navigate(`/project/${projectId}?section=new`)}
            />
          </Suspense>
        ) : null
      }
    />
  );
}
