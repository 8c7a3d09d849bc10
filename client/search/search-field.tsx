import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { textDirection } from '#client/ui/text-direction.ts';
import { type ResultLine, SearchResults } from './search-results.tsx';

/** The field with its results: arrows walk through them, Enter opens one. */
export function SearchField({
  query,
  lines,
  status,
  more,
  onAsk,
  onOpen,
}: {
  query: string;
  lines: readonly ResultLine[];
  /** What is said about the results, above them. */
  status: ReactNode;
  /** What stands behind the last result. */
  more: ReactNode;
  onAsk: (text: string) => void;
  onOpen: (taskId: string) => void;
}) {
  const words = useFindWords();
  const listId = useId();
  const [activeIndex, setActiveIndex] = useState(0);
  const taskIds = useMemo(
    () => lines.flatMap((line) => (line.name === 'task' ? [line.taskId] : [])),
    [lines],
  );
  const activeId = taskIds[Math.min(activeIndex, taskIds.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step !== undefined) {
      setActiveIndex(Math.max(0, Math.min(activeIndex + step, taskIds.length - 1)));
    } else if (event.key === 'Enter' && activeId !== undefined) onOpen(activeId);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="mx-auto w-full max-w-[760px] px-4 sm:px-[42px]">
        <div className="flex h-11 items-center gap-2.5 rounded-control border border-edge bg-surface px-3 focus-within:outline-2 focus-within:outline-accent">
          <Search className="size-4 shrink-0 text-muted" strokeWidth={1.75} aria-hidden="true" />
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever comes to a search page comes to type
            autoFocus
            type="search"
            role="combobox"
            data-testid="search-input"
            aria-label={words.label}
            aria-expanded={taskIds.length > 0}
            aria-controls={taskIds.length > 0 ? listId : undefined}
            aria-activedescendant={activeId && `${listId}-${activeId}`}
            aria-autocomplete="list"
            placeholder={words.label}
            value={query}
            dir={textDirection(query)}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            onChange={({ target }) => {
              onAsk(target.value);
              setActiveIndex(0);
            }}
            onKeyDown={onKeyDown}
            className="h-full min-w-0 grow bg-transparent text-base outline-none"
          />
        </div>
      </div>
      {status}
      {lines.length === 0 ? (
        more
      ) : (
        <SearchResults
          listId={listId}
          lines={lines}
          activeId={activeId}
          more={more}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
