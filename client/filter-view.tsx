import { Pencil } from 'lucide-react';
import { type ComponentType, type ReactNode, Suspense, useMemo } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLocation, useSearchParams } from 'wouter';
import { groupings, toGrouping } from '#client/filters/filter-grouping.ts';
import { useFilters } from '#client/filters/filter-queries.ts';
import { useFilter } from '#client/filters/use-filter.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useFiltersWords } from '#client/i18n/compiled/use-filters-words.ts';
import type { Preferences } from '#client/settings/preferences.ts';
import type { TaskListPage } from '#client/tasks/task-list-page.tsx';
import type { TaskView } from '#client/tasks/task-rows.ts';
import { Button } from '#client/ui/button.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { SavedFilter } from '#shared/saved-filter';
import type { Task } from '#shared/task';

const FilterMenu = lazy(async () => ({
  default: (await import('#client/filters/filter-menu.tsx')).FilterMenu,
}));

/** What the views of filters get of the app. */
export interface FilterViewProps {
  /** The page of a list; handed in, or its files would be parted for the views before. */
  List: ComponentType<Parameters<typeof TaskListPage>[0]>;
  preferences: Preferences;
  onUndo: () => void;
  renderMore: (task: Task) => ReactNode;
}

/** The tasks that fit a saved filter, live, or what is said where there is no such filter. */
export function FilterView({ filterId, ...props }: FilterViewProps & { filterId: string }) {
  const words = useFiltersWords();
  const { errors } = useMessages();
  const [, navigate] = useLocation();
  const filters = useFilters();
  const filter = filters?.find(({ id }) => id === filterId);
  if (filter !== undefined) return <FilterList key={filterId} {...props} filter={filter} />;
  if (filters === undefined) return null;
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

function FilterList({ filter, List, ...props }: FilterViewProps & { filter: SavedFilter }) {
  const words = useFiltersWords();
  const [, navigate] = useLocation();
  const [search, setSearch] = useSearchParams();
  const grouping = toGrouping(search.get('group'));
  const { keeps, includesClosed, newTask, isReadable, errors } = useFilter(filter.query);
  const view = useMemo(
    (): TaskView => ({ name: 'filter', keeps, includesClosed, newTask, grouping }),
    [keeps, includesClosed, newTask, grouping],
  );
  const [fault] = errors;
  return (
    <List
      {...props}
      view={view}
      title={filter.name}
      icon={<ProjectMark color={filter.color} icon={null} />}
      headerActions={
        <Suspense>
          <FilterMenu
            filter={filter}
            groupings={groupings}
            grouping={grouping}
            onGrouping={(name) =>
              setSearch(
                (params) => {
                  params.set('group', name);
                  return params;
                },
                { replace: true },
              )
            }
            onTrashed={() => navigate('/dashboard')}
          />
        </Suspense>
      }
      empty={
        <EmptyState
          drawing={<TrayDrawing />}
          title={isReadable ? words.emptyTitle : words.faultyTitle}
          text={fault === undefined ? words.emptyText : words.faults[fault.code]}
          action={
            <code
              dir="ltr"
              className="inline-flex items-center gap-2 rounded-control bg-raised px-2.5 py-1 text-xs break-all"
            >
              <Pencil className="size-3.5 shrink-0 text-muted" aria-hidden="true" />
              {filter.query}
            </code>
          }
        />
      }
    />
  );
}
