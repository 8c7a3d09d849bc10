import { type ReactNode, Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { Route, Switch, useLocation } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import type { Browser } from '#client/browser.ts';
import type { Session } from '#client/session/session.ts';
import type { Preferences } from '#client/settings/preferences.ts';
import { Button } from '#client/ui/button.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import type { Task } from '#shared/task';
import { FilterView, type FilterViewProps } from '#client/filter-view.tsx';

const SearchView = lazy(async () => ({
  default: (await import('#client/search-view.tsx')).SearchView,
}));

const StatisticsView = lazy(async () => ({
  default: (await import('#client/statistics-view.tsx')).StatisticsView,
}));

/** The search, the saved filters, the statistics, and what is said where there is nothing. */
export function FindViews({
  browser,
  session,
  renderMore,
  ...props
}: FilterViewProps & {
  browser: Browser;
  session: Session;
  onPreferences: (part: Partial<Preferences>) => void;
  renderMore: (task: Task) => ReactNode;
}) {
  return (
    <Switch>
      <Route path="/filter/:filterId">
        {({ filterId }) => <FilterView {...props} renderMore={renderMore} filterId={filterId} />}
      </Route>
      <Route path="/search">
        <Suspense>
          <SearchView browser={browser} session={session} renderMore={renderMore} />
        </Suspense>
      </Route>
      <Route path="/statistics">
        <Suspense>
          <StatisticsView {...props} />
        </Suspense>
      </Route>
      <Route>
        <Nothing />
      </Route>
    </Switch>
  );
}

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
