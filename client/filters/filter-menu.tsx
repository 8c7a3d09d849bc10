import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useFiltersWords } from '#client/i18n/compiled/use-filters-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '#client/ui/menu.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import type { SavedFilter } from '#shared/saved-filter';
import { createFilterCommands, type FilterBase } from './filter-commands.ts';
import type { FilterGrouping } from './filter-grouping.ts';

const FilterDialog = lazy(async () => ({
  default: (await import('./filter-dialog.tsx')).FilterDialog,
}));

/** What can be done with one filter. `onTrashed` leads away from its page. */
export function FilterMenu({
  filter,
  groupings,
  grouping,
  onGrouping,
  onTrashed,
}: {
  filter: SavedFilter;
  groupings: readonly FilterGrouping[];
  grouping: FilterGrouping;
  onGrouping: (grouping: FilterGrouping) => void;
  onTrashed: () => void;
}) {
  const words = useFiltersWords();
  const { common } = useMessages();
  const store = useStore();
  const toasts = useToasts();
  const commands = useMemo(() => createFilterCommands(store), [store]);
  const [base, setBase] = useState<FilterBase>();
  const { id } = filter;
  const trash = async () => {
    await commands.trash(id);
    onTrashed();
    const action = { label: common.undo, testId: 'toast-undo', run: () => void store.undo() };
    toasts.show({ id: 'undo', text: words.trashed, action });
  };
  return (
    <>
      <Menu
        align="end"
        label={words.menu({ name: filter.name })}
        trigger={
          <IconButton label={words.menu({ name: filter.name })} data-testid="filter-menu">
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil />} onSelect={() => setBase(commands.beginEdit(id))}>
          {words.edit}
        </MenuItem>
        <MenuItem icon={<ArrowUp />} onSelect={() => void commands.move(id, 'up')}>
          {words.moveUp}
        </MenuItem>
        <MenuItem icon={<ArrowDown />} onSelect={() => void commands.move(id, 'down')}>
          {words.moveDown}
        </MenuItem>
        <MenuLine />
        {groupings.map((name) => (
          <MenuItem key={name} isChecked={name === grouping} onSelect={() => onGrouping(name)}>
            {words.groups[name]}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem icon={<Trash2 />} isDanger onSelect={() => void trash()}>
          {words.moveToTrash}
        </MenuItem>
      </Menu>
      {base === undefined ? null : (
        <Suspense>
          <FilterDialog
            isNew={false}
            initial={filter}
            onSave={(draft) => void commands.edit({ filter, draft, base })}
            onClose={() => setBase(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
