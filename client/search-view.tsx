import { Bookmark, Search, Trash2 } from 'lucide-react';
import { type KeyboardEvent, lazy, Suspense, useId, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { createFilterCommands, type FilterDraft } from '#client/filters/filter-commands.ts';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { SearchNothing } from '#client/search-nothing.tsx';
import { pathOfTask } from '#client/search/found-task.ts';
import { type ResultLine, SearchResults } from '#client/search/search-results.tsx';
import { createAskServer } from '#client/search/ask-server.ts';
import { ServerTask } from '#client/search/server-task.tsx';
import { useServerSearch } from '#client/search/use-server-search.ts';
import type { Session } from '#client/session/session.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { useSearch } from '#client/search/use-search.ts';
import { useStore } from '#client/store/store-context.ts';
import { readTask } from '#client/tasks/task-change.ts';
import { IconButton } from '#client/ui/button.tsx';
import { textDirection } from '#client/ui/text-direction.ts';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { quote } from '#shared/filter-query-text';
import type { ServerHit } from '#shared/search-message';
import { useResultLines, withServerLines } from '#client/use-result-lines.ts';

const FilterDialog = lazy(async () => ({
  default: (await import('#client/filters/filter-dialog.tsx')).FilterDialog,
}));
const limit = 500;

/** All that is found for `?q=` while it is typed: on this device, and at the server what this device may lack. */
export function SearchView({ session }: { session: Session }) {
  const words = useFindWords();
  const store = useStore();
  const [, navigate] = useLocation();
  const [search, setSearch] = useSearchParams();
  const query = search.get('q') ?? '';
  const [includesTrash, setIncludesTrash] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const asked = query.trim();
  const { answer, isWhole } = useSearch({ query: asked, includesTrash, limit });
  const ask = useMemo(() => askServerOf(store, session), [store, session]);
  const found = useServerSearch({ ask, query: asked, includesTrash });
  const hits = found?.name === 'found' ? found.hits : noHits;
  const ownLines = useResultLines(answer);
  const lines = useMemo(() => withServerLines(ownLines, hits), [ownLines, hits]);
  const [opened, setOpened] = useState<ServerHit>();
  const total = answer?.total ?? 0;
  const open = (taskId: string) => {
    const task = readTask(store, taskId);
    if (task === undefined) setOpened(hits.find((hit) => hit.task.id === taskId));
    else navigate(pathOfTask(task));
  };
  const save = async (draft: FilterDraft) => {
    const filterId = await createFilterCommands(store).add(draft);
    if (filterId !== undefined) navigate(`/filter/${filterId}`);
  };
  const type = (text: string) =>
    setSearch(
      (params) => {
        params.set('q', text);
        return params;
      },
      { replace: true },
    );
  return (
    <section aria-label={words.title} className="flex min-w-0 grow flex-col">
      <ViewHeader
        title={words.title}
        detail={asked === '' ? undefined : words.count({ count: total })}
      >
        <IconButton
          label={words.includeTrash}
          aria-pressed={includesTrash}
          data-testid="search-trash-toggle"
          onClick={() => setIncludesTrash(!includesTrash)}
        >
          <Trash2 className={includesTrash ? 'text-accent' : undefined} />
        </IconButton>
        <IconButton
          label={words.save}
          data-testid="save-as-filter"
          disabled={asked === ''}
          onClick={() => setIsSaving(true)}
        >
          <Bookmark />
        </IconButton>
      </ViewHeader>
      <SearchField query={query} lines={lines} onAsk={type} onOpen={open} />
      {isWhole || asked === '' ? null : (
        <p role="status" className="px-4 pt-2 text-center text-xs text-muted">
          {words.building}
        </p>
      )}
      {lines.length === 0 && (asked === '' || answer?.query === asked) ? (
        <SearchNothing query={asked} />
      ) : null}
      {found?.name === 'failed' ? (
        <p
          role="status"
          data-testid="server-failed"
          className="px-4 py-2 text-center text-xs text-muted"
        >
          {words.serverFailed}
        </p>
      ) : null}
      {opened === undefined ? null : (
        <ServerTask hit={opened} onClose={() => setOpened(undefined)} />
      )}
      {isSaving ? (
        <Suspense>
          <FilterDialog
            isNew
            initial={{ name: asked, query: asked.split(/\s+/).map(quote).join(' ') }}
            onSave={(draft) => void save(draft)}
            onClose={() => setIsSaving(false)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}

const noHits: readonly ServerHit[] = [];

/** A guest has nobody to ask, and holds everything. */
function askServerOf({ userId, isGuest }: AppStore, session: Session) {
  return createAskServer({
    fetch: (...args) => fetch(...args),
    isOnline: () => navigator.onLine,
    readToken: async () => {
      const access = await session.accessToken();
      return access.name === 'token' ? access.token : undefined;
    },
    readLacking: async () => {
      if (isGuest) return [];
      const { readLacking } = await import('#client/store/read-lacking.ts');
      return readLacking({}, userId);
    },
  });
}

/** The field with its results: arrows walk through them, Enter opens one. */
function SearchField({
  query,
  lines,
  onAsk,
  onOpen,
}: {
  query: string;
  lines: readonly ResultLine[];
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
      <div className="mx-auto w-full max-w-[760px] px-4 sm:px-6">
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
      {lines.length === 0 ? null : (
        <SearchResults listId={listId} lines={lines} activeId={activeId} onOpen={onOpen} />
      )}
    </>
  );
}
