import { Plus } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLocation } from 'wouter';
import { useFiltersWords } from '#client/i18n/compiled/use-filters-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { IconButton } from '#client/ui/button.tsx';
import { NavLink } from '#client/ui/nav-link.tsx';
import { createFilterCommands } from './filter-commands.ts';
import { useFilters } from './filter-queries.ts';

const FilterDialog = lazy(async () => ({
  default: (await import('./filter-dialog.tsx')).FilterDialog,
}));

/** The person's filters in the sidebar, and a way to make another. `onGo` hears when a new one is gone to. */
export function FilterLinks({ onGo }: { onGo?: (() => void) | undefined }) {
  const words = useFiltersWords();
  const store = useStore();
  const filters = useFilters() ?? [];
  const commands = useMemo(() => createFilterCommands(store), [store]);
  const [isAdding, setIsAdding] = useState(false);
  const [, navigate] = useLocation();
  const add = async (draft: Parameters<typeof commands.add>[0]) => {
    const filterId = await commands.add(draft);
    if (filterId === undefined) return;
    navigate(`/filter/${filterId}`);
    onGo?.();
  };
  return (
    <section aria-label={words.heading}>
      <div className="flex h-8 items-center justify-between ps-2.5">
        <h2 className="text-xs font-medium text-muted">{words.heading}</h2>
        <IconButton
          label={words.add}
          data-testid="create-filter-button"
          onClick={() => setIsAdding(true)}
        >
          <Plus />
        </IconButton>
      </div>
      <ul>
        {filters.map(({ id, name, color }) => (
          <li key={id}>
            <NavLink
              href={`/filter/${id}`}
              icon={
                <span className="flex size-4 items-center justify-center">
                  <ColorDot color={color} />
                </span>
              }
              testId="filter-link"
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <Suspense>
          <FilterDialog
            isNew
            initial={{}}
            onSave={(draft) => void add(draft)}
            onClose={() => setIsAdding(false)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
