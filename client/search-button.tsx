import { Search } from 'lucide-react';
import { useMessages } from '#client/i18n/messages.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { IconButton } from '#client/ui/button.tsx';

/** Opens the palette by press, and tells its key. */
export function SearchButton({ onSearch }: { onSearch: () => void }) {
  const { nav } = useMessages();
  return (
    <IconButton
      label={nav.search}
      keys={shortcuts.anywhere.palette[0]}
      data-testid="open-search"
      onClick={onSearch}
    >
      <Search />
    </IconButton>
  );
}
