import { type ReactNode, Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { hasList } from '#client/app-lists.ts';
import { AppFrame } from '#client/app-frame.tsx';
import type { AppRootProps } from '#client/app-root.tsx';
import { useMessages } from '#client/i18n/messages.ts';
import { createListRunner, ListRunnerContext } from '#client/keys/list-runner.ts';
import type { OpenWorkspace } from '#client/open-workspace.ts';
import type { Overlay } from '#client/overlays.tsx';
import type { SignOut } from '#client/session/account-card.tsx';
import type { SignInForm } from '#client/session/login-page.tsx';
import type { SignInOutcome } from '#client/session/session.ts';
import { useLive } from '#client/store/use-live.ts';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { TaskViews } from '#client/task-views.tsx';
import { ErrorBoundary } from '#client/ui/error-boundary.tsx';
import { Guard } from '#client/ui/guard.tsx';
import { LiveRegion } from '#client/ui/live-region.tsx';
import { ToastProvider } from '#client/ui/toast.tsx';
import { useGlobalKeys } from '#client/use-global-keys.ts';
import { useSaveFailures } from '#client/use-save-failures.ts';
import { useUndo } from '#client/use-undo.ts';

const TrashView = lazy(async () => ({
  default: (await import('#client/trash-view.tsx')).TrashView,
}));
const LoginView = lazy(async () => ({
  default: (await import('#client/login-view.tsx')).LoginView,
}));
const SettingsView = lazy(async () => ({
  default: (await import('#client/settings-view.tsx')).SettingsView,
}));
const ConflictsPage = lazy(async () => ({
  default: (await import('#client/conflicts/conflicts-page.tsx')).ConflictsPage,
}));
const LabelsPage = lazy(async () => ({
  default: (await import('#client/labels/labels-page.tsx')).LabelsPage,
}));
const ProjectsView = lazy(async () => ({
  default: (await import('#client/projects-view.tsx')).ProjectsView,
}));
const ImportPage = lazy(async () => ({
  default: (await import('#client/import-export/import-page.tsx')).ImportPage,
}));
const Attendants = lazy(async () => ({
  default: (await import('#client/attendants.tsx')).Attendants,
}));
const Overlays = lazy(async () => ({
  default: (await import('#client/overlays.tsx')).Overlays,
}));

/** What the screens get of what is open. */
export interface AppProps extends AppRootProps {
  workspace: OpenWorkspace;
  onSignIn: (form: SignInForm) => Promise<SignInOutcome>;
  onSignOut: SignOut;
}

/** The app of one person: providers around the frame and its routes. */
export function App(props: AppProps) {
  const { common } = useMessages();
  return (
    <LiveRegion>
      <ToastProvider
        label={common.notification}
        listLabel={(key) => common.notifications({ key })}
        closeLabel={common.close}
      >
        <Screens {...props} />
        <ErrorBoundary renderFallback={() => null} onError={reportError}>
          <Suspense>
            <Attendants {...props} />
          </Suspense>
        </ErrorBoundary>
      </ToastProvider>
    </LiveRegion>
  );
}

const starting: SyncStatus = { name: 'syncing', waiting: 0 };

function Screens(props: AppProps) {
  const { workspace, preferences, updates } = props;
  const [location, navigate] = useLocation();
  const status = useLive(workspace.status$, starting);
  const wanted = useLive(preferences.preferences$, preferences.current());
  const [overlay, setOverlay] = useState<Overlay>();
  const [listRunner] = useState(createListRunner);
  const { undo, redo } = useUndo();
  useSaveFailures();
  const actions = {
    undo,
    redo,
    add: () => (hasList(location) ? navigate(`${location}?add=1`) : setOverlay('add')),
    sync: () => {
      workspace.syncNow();
      if (status.name === 'update-required') void updates.check();
    },
    palette: () => setOverlay('palette'),
    search: () => setOverlay('search'),
    help: () => setOverlay('keys'),
    sidebar: () => preferences.change({ isSidebarHidden: !wanted.isSidebarHidden }),
  };
  useGlobalKeys(actions, wanted.singleKeys);
  return (
    <ListRunnerContext value={listRunner}>
      <Switch>
        <Route path="/login">
          <GuardedView>
            <LoginView {...props} />
          </GuardedView>
        </Route>
        <Route>
          <AppFrame
            status={status}
            isSidebarHidden={wanted.isSidebarHidden}
            onSyncNow={actions.sync}
            onPalette={actions.palette}
            onSearch={actions.search}
          >
            <GuardedView>
              <Switch>
                <Route path="/trash">
                  <TrashView onUndo={undo} />
                </Route>
                <Route path="/settings">
                  <SettingsView {...props} wanted={wanted} onShowKeys={actions.help} />
                </Route>
                <Route path="/conflicts" component={ConflictsPage} />
                <Route path="/labels" component={LabelsPage} />
                <Route path="/projects" component={ProjectsView} />
                <Route path="/import">
                  <ImportPage store={workspace.store} />
                </Route>
                {/* What comes there is shown over the inbox: incoming-view.tsx. */}
                <Route path="/share" />
                <Route path="/open" />
                <Route path="/">
                  <Redirect to="/dashboard" replace />
                </Route>
                <Route>
                  <TaskViews
                    {...props}
                    preferences={wanted}
                    onPreferences={preferences.change}
                    onUndo={undo}
                  />
                </Route>
              </Switch>
            </GuardedView>
          </AppFrame>
        </Route>
      </Switch>
      {overlay === undefined ? null : (
        <Guard place="over" resetKey={overlay} onClose={() => setOverlay(undefined)}>
          <Suspense>
            <Overlays
              {...props}
              overlay={overlay}
              wanted={wanted}
              actions={actions}
              onClose={() => setOverlay(undefined)}
            />
          </Suspense>
        </Guard>
      )}
    </ListRunnerContext>
  );
}

/** A view that breaks leaves the others, and the way to one's data, as they are. */
function GuardedView({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  return (
    <Guard place="view" resetKey={location}>
      <Suspense>{children}</Suspense>
    </Guard>
  );
}
