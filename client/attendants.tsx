import { Suspense, useEffect, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { AppProps } from '#client/app.tsx';
import type { Browser } from '#client/browser.ts';
import { ConflictToasts } from '#client/conflicts/conflict-toasts.tsx';
import { useLive } from '#client/store/use-live.ts';
import { ErrorBoundary } from '#client/ui/error-boundary.tsx';
import { Guard } from '#client/ui/guard.tsx';
import { Tooltips } from '#client/ui/tooltip.tsx';
import { UpdatePrompt } from '#client/update-prompt.tsx';

const FirstRun = lazy(async () => ({
  default: (await import('#client/first-run/first-run.tsx')).FirstRun,
}));

const IncomingView = lazy(async () => ({
  default: (await import('#client/incoming-view.tsx')).IncomingView,
}));

const NewThings = lazy(async () => ({
  default: (await import('#client/new-things.tsx')).NewThings,
}));

const AppBadge = lazy(async () => ({
  default: (await import('#client/badge/app-badge.tsx')).AppBadge,
}));

const InstallCard = lazy(async () => ({
  default: (await import('#client/install/install-card.tsx')).InstallCard,
}));

const NoticesView = lazy(async () => ({
  default: (await import('#client/notices-view.tsx')).NoticesView,
}));

const ReminderView = lazy(async () => ({
  default: (await import('#client/reminder-view.tsx')).ReminderView,
}));

const StorageView = lazy(async () => ({
  default: (await import('#client/storage-view.tsx')).StorageView,
}));

/** What only speaks when something happens: nobody needs it to see the list, so it is loaded after it. */
export function Attendants(props: AppProps) {
  const { browser, updates, preferences } = props;
  const isIdle = useIsIdle(browser);
  const { examples, examplesId } = useLive(preferences.preferences$, preferences.current());
  return (
    <>
      <ConflictToasts />
      <Tooltips />
      <UpdatePrompt updates={updates} status$={props.workspace.status$} />
      {/* What came from outside is not lost without a word where its code cannot be had. */}
      <Guard place="over">
        <Suspense>
          <IncomingView />
        </Suspense>
      </Guard>
      <ErrorBoundary renderFallback={() => null} onError={reportError}>
        <Suspense>
          <NewThings {...props} />
        </Suspense>
      </ErrorBoundary>
      {isIdle ? (
        <ErrorBoundary renderFallback={() => null} onError={reportError}>
          <Suspense>
            <ReminderView browser={browser} />
            <AppBadge page={navigator} />
            <InstallCard
              offer={browser.install}
              storage={browser.storage}
              examplesId={examplesId}
            />
          </Suspense>
        </ErrorBoundary>
      ) : null}
      {isIdle ? (
        <ErrorBoundary renderFallback={() => null} onError={reportError}>
          <Suspense>
            <StorageView {...props} />
          </Suspense>
          <Suspense>
            <NoticesView {...props} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
      {examples === 'unseen' ? (
        <Suspense>
          <FirstRun onExamples={preferences.change} />
        </Suspense>
      ) : null}
    </>
  );
}

/** True once the page had nothing better to do: what nobody waits for is loaded from then on. */
function useIsIdle({ page }: Browser): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => void page.whenIdle().then(() => setIsIdle(true)), [page]);
  return isIdle;
}
