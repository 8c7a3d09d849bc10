import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { FilterView, type FilterViewProps } from '#client/filter-view.tsx';

const SearchView = lazy(async () => ({
  default: (await import('#client/search-view.tsx')).SearchView,
}));

/** The search, and the saved filters. */
export function FindViews(props: FilterViewProps) {
  return (
    <Switch>
      <Route path="/filter/:filterId">
        {({ filterId }) => <FilterView {...props} filterId={filterId} />}
      </Route>
      <Route>
        <Suspense>
          <SearchView />
        </Suspense>
      </Route>
    </Switch>
  );
}
