import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import type { Preferences } from '#client/settings/preferences.ts';
import { TaskListPage } from '#client/tasks/task-list-page.tsx';
import { Button } from '#client/ui/button.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';

const ProjectView = lazy(async () => ({
  default: (await import('./project-view.tsx')).ProjectView,
}));
const LabelView = lazy(async () => ({ default: (await import('./label-view.tsx')).LabelView }));

/** What the views that are lists of tasks get of the app. */
export interface TaskViewsProps {
  preferences: Preferences;
  onPreferences: (part: Partial<Preferences>) => void;
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
        {({ projectId }) => (
          <Suspense>
            <ProjectView key={projectId} {...props} projectId={projectId} />
          </Suspense>
        )}
      </Route>
      <Route path="/label/:labelId">
        {({ labelId }) => (
          <Suspense>
            <LabelView key={labelId} {...props} labelId={labelId} />
          </Suspense>
        )}
      </Route>
      <Route>
        <Nothing />
      </Route>
    </Switch>
  );
}

const inbox = { name: 'inbox' } as const;
const today = { name: 'today' } as const;
const upcoming = { name: 'upcoming' } as const;
const all = { name: 'all' } as const;

function Nothing() {
  const { errors } = useMessages();
  const [, navigate] = useLocation();
  return (
    <div className="grow">
      <EmptyState
        drawing={<TrayDrawing />}
        title={errors.notFoundTitle}
        titleTag="h1"
        text={errors.notFoundText}
        action={<Button onClick={() => navigate('/dashboard')}>{errors.toInbox}</Button>}
      />
    </div>
  );
}
