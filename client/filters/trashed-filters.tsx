import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useFiltersWords } from '#client/i18n/compiled/use-filters-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { Button } from '#client/ui/button.tsx';
import { createFilterCommands } from './filter-commands.ts';
import { useTrashedFilters } from './filter-queries.ts';

/** The filters in the trash, each with a way back. */
export function TrashedFilters() {
  const words = useFiltersWords();
  const { tasks } = useMessages();
  const store = useStore();
  const commands = useMemo(() => createFilterCommands(store), [store]);
  const filters = useTrashedFilters();
  if (filters.length === 0) return null;
  return (
    <section aria-label={words.heading} className="pb-4">
      <h2 className="px-2.5 pb-1 text-xs font-medium text-muted">{words.heading}</h2>
      <ul>
        {filters.map(({ id, name, color }) => (
          <li
            key={id}
            data-testid="trashed-filter"
            className="flex h-12 items-center gap-3 rounded-control px-2.5 hover:bg-raised/70"
          >
            <ColorDot color={color} />
            <span dir="auto" className="min-w-0 grow truncate">
              {name}
            </span>
            <Button size="small" look="quiet" onClick={() => void commands.restore(id)}>
              <RotateCcw />
              {tasks.restore}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
