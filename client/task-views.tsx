import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import { useProjects } from '#client/projects/project-queries.ts';
import type { Preferences } from '#client/settings/preferences.ts';
import { TaskListPage } from '#client/tasks/task-list-page.tsx';
import { ColorDot } from '#client/ui/badge.tsx';
import { Button } from '#client/ui/button.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';

const FindViews = lazy(async () => ({
  default: (await import('#client/find-views.tsx')).FindViews,
}));
const ProjectMenu = lazy(async () => ({
  default: (await import('#client/projects/project-menu.tsx')).ProjectMenu,
}));

interface TaskViewsProps {
  preferences: Preferences;
  onUndo: () => void;
}

/** The views that are lists of tasks, and what is said where there is none. */
export function TaskViews(props: TaskViewsProps) {
  const { nav } = useMessages();
  return (
    <Switch>
      <Route path="/dashboard">
        <TaskListPage key="inbox" {...props} view={inbox} title={nav.inbox} />
      </Route>
      <Route path="/today">
        <TaskListPage key="today" {...props} view={today} title={nav.today} />
      </Route>
      <Route path="/upcoming">
        <TaskListPage key="upcoming" {...props} view={upcoming} title={nav.upcoming} />
      </Route>
      <Route path="/all">
        <TaskListPage key="all" {...props} view={all} title={nav.all} />
      </Route>
      <Route path="/project/:projectId">
        {({ projectId }) => <ProjectView key={projectId} {...props} projectId={projectId} />}
      </Route>
      <Route>
        <FindViews {...props} List={TaskListPage} />
      </Route>
    </Switch>
  );
}

const inbox = { name: 'inbox' } as const;
const today = { name: 'today' } as const;
const upcoming = { name: 'upcoming' } as const;
const all = { name: 'all' } as const;

function ProjectView({ projectId, ...props }: TaskViewsProps & { projectId: string }) {
  const { projects: words, errors } = useMessages();
  const [, navigate] = useLocation();
  const project = useProjects().find(({ id }) => id === projectId);
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
    <TaskListPage
      {...props}
      view={{ name: 'project', projectId }}
      title={project.name}
      icon={
        <span className="[&_svg]:size-2.5!">
          <ColorDot color={project.color} />
        </span>
      }
      headerActions={
        <Suspense>
          <ProjectMenu project={project} onTrashed={() => navigate('/dashboard')} />
        </Suspense>
      }
    />
  );
}
