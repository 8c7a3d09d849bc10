import { type ReactNode, Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { Route, Switch } from 'wouter';
import type { AppRootProps } from '#client/app-root.tsx';
import { useMessages } from '#client/i18n/messages.ts';
import { LaidOutView } from '#client/laid-out-view.tsx';
import type { Preferences } from '#client/settings/preferences.ts';
import { TaskListPage } from '#client/tasks/task-list-page.tsx';
import type { Task } from '#shared/task';

const FindViews = lazy(async () => ({
  default: (await import('#client/find-views.tsx')).FindViews,
}));
const ProjectView = lazy(async () => ({
  default: (await import('./project-view.tsx')).ProjectView,
}));
const LabelView = lazy(async () => ({ default: (await import('./label-view.tsx')).LabelView }));

const LastBoard = lazy(async () => ({
  default: (await import('#client/last-board.tsx')).LastBoard,
}));
const CalendarView = lazy(async () => ({
  default: (await import('#client/calendar-view.tsx')).CalendarView,
}));

const TaskPanelMore = lazy(async () => ({
  default: (await import('#client/task-panel-more.tsx')).TaskPanelMore,
}));

/** What the views that are lists of tasks get of the app. */
export interface TaskViewsProps {
  preferences: Preferences;
  onPreferences: (part: Partial<Preferences>) => void;
  onUndo: () => void;
  renderMore: (task: Task) => ReactNode;
}

/** The views that are lists of tasks, and what is said where there is none. */
export function TaskViews({
  browser,
  session,
  ...given
}: Omit<TaskViewsProps, 'renderMore'> & Pick<AppRootProps, 'browser' | 'session'>) {
  const { nav } = useMessages();
  const renderMore = (task: Task) => (
    <Suspense>
      <TaskPanelMore task={task} browser={browser} session={session} />
    </Suspense>
  );
  const props = { ...given, renderMore };
  return (
    <Switch>
      <Route path="/dashboard">
        <LaidOutView key="inbox" path="/dashboard" {...props} view={inbox} title={nav.inbox} />
      </Route>
      <Route path="/today">
        <LaidOutView key="today" path="/today" {...props} view={today} title={nav.today} />
      </Route>
      <Route path="/upcoming">
        <TaskListPage key="upcoming" {...props} view={upcoming} title={nav.upcoming} />
      </Route>
      <Route path="/all">
        <LaidOutView key="all" path="/all" {...props} view={all} title={nav.all} />
      </Route>
      <Route path="/calendar">
        <CalendarView {...props} />
      </Route>
      <Route path="/board">
        <LastBoard {...props} />
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
        <FindViews {...props} browser={browser} session={session} List={TaskListPage} />
      </Route>
    </Switch>
  );
}

const inbox = { name: 'inbox' } as const;
const today = { name: 'today' } as const;
const upcoming = { name: 'upcoming' } as const;
const all = { name: 'all' } as const;
