import { useMemo } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useFiltersWords } from '#client/i18n/compiled/use-filters-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { TrashedList } from '#client/ui/trashed-list.tsx';
import { createFilterCommands } from './filter-commands.ts';
import { useTrashedFilters } from './filter-queries.ts';

/** The filters in the trash, each with a way back. */
export function TrashedFilters() {
  const words = useFiltersWords();
  const { tasks } = useMessages();
  const store = useStore();
  const commands = useMemo(() => createFilterCommands(store), [store]);
  const filters = useTrashedFilters();
  return (
    <TrashedList
      heading={words.heading}
      restoreWord={tasks.restore}
      items={filters}
      renderMark={({ color }) => <ColorDot color={color} />}
      onRestore={(id) => void commands.restore(id)}
      testId="trashed-filter"
    />
  );
}
