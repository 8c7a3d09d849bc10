import { Bookmark, Trash2 } from 'lucide-react';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLocation } from 'wouter';
import type { Browser } from '#client/browser.ts';
import { createFilterCommands, type FilterDraft } from '#client/filters/filter-commands.ts';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { SearchNothing } from '#client/search-nothing.tsx';
import { createSearchServer } from '#client/search-server.ts';
import { createAskServer } from '#client/search/ask-server.ts';
import { pathOfTask } from '#client/search/found-task.ts';
import { SearchField } from '#client/search/search-field.tsx';
import { ServerLine } from '#client/search/server-line.tsx';
import { useSearch } from '#client/search/use-search.ts';
import { useServerSearch } from '#client/search/use-server-search.ts';
import type { Session } from '#client/session/session.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { readTask } from '#client/tasks/task-change.ts';
import { Button, IconButton } from '#client/ui/button.tsx';
import { Guard } from '#client/ui/guard.tsx';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { useResultLines, withServerLines } from '#client/use-result-lines.ts';
import { useSearchParts } from '#client/use-search-parts.ts';
import { quote } from '#shared/filter-query-text';
import type { Task } from '#shared/task';

const FilterDialog = lazy(async () => ({
  default: (await import('#client/filters/filter-dialog.tsx')).FilterDialog,
}));
const SearchTask = lazy(async () => ({
  default: (await import('#client/search-task.tsx')).SearchTask,
}));
const limit = 500;

/** All that is found for `?q=` while it is typed: on this device, and at the server what this device may lack. */
export function SearchView({
  browser,
  session,
  renderMore,
}: {
  browser: Browser;
  session: Session;
  renderMore: (task: Task) => ReactNode;
}) {
  const words = useFindWords();
  const store = useStore();
  const [, navigate] = useLocation();
  const { query, opened, ask: type, open: openAtServer } = useSearchParts();
  const [includesTrash, setIncludesTrash] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const asked = query.trim();
  const { answer, isWhole } = useSearch({ query: asked, includesTrash, limit });
  const server = useMemo(() => createSearchServer({ browser, session }), [browser, session]);
  const ask = useMemo(() => askServerOf(store, server), [store, server]);
  const found = useServerSearch({ ask, server, query: asked, includesTrash });
  const { hits, status } = found;
  const ownLines = useResultLines(answer);
  const lines = useMemo(() => withServerLines(ownLines, hits), [ownLines, hits]);
  const total = (answer?.total ?? 0) + Math.max(0, lines.length - ownLines.length - 1);
  const open = (taskId: string) => {
    const task = readTask(store, taskId);
    const hit = hits.find((one) => one.task.id === taskId);
    if (task !== undefined) navigate(pathOfTask(task));
    else if (hit !== undefined) openAtServer({ taskId, workspaceId: hit.task.workspaceId });
  };
  const save = async (draft: FilterDraft) => {
    const filterId = await createFilterCommands(store).add(draft);
    if (filterId !== undefined) navigate(`/filter/${filterId}`);
  };
  const close = () => openAtServer(undefined);
  const isAnswered = answer?.query === asked && status.name !== 'asking';
  return (
    <div className="flex min-h-0 min-w-0 grow">
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
        <SearchField
          query={query}
          lines={lines}
          status={<ServerLine status={status} onRetry={found.retry} />}
          more={<MoreButton {...found} onMore={found.more} />}
          onAsk={type}
          onOpen={open}
        />
        {isWhole || asked === '' ? null : (
          <p role="status" className="px-4 pt-2 text-center text-xs text-muted">
            {words.building}
          </p>
        )}
        {lines.length === 0 && (asked === '' || isAnswered) ? (
          <SearchNothing query={asked} />
        ) : null}
      </section>
      {opened === undefined ? null : (
        <Guard place="over" resetKey={opened.taskId} onClose={close}>
          <Suspense>
            <SearchTask
              key={opened.taskId}
              task={{ ...opened, hit: hits.find(({ task }) => task.id === opened.taskId) }}
              server={server}
              onOpen={(taskId) => openAtServer({ ...opened, taskId })}
              onClose={close}
              renderMore={renderMore}
            />
          </Suspense>
        </Guard>
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
    </div>
  );
}

/** The rest of what the server has found. */
function MoreButton({
  hasMore,
  status,
  onMore,
}: {
  hasMore: boolean;
  status: { name: string };
  onMore: () => void;
}) {
  const words = useFindWords();
  if (!hasMore) return null;
  return (
    <div className="flex justify-center py-3">
      {/* Not disabled while it works: that would take the focus away. */}
      <Button
        size="small"
        data-testid="server-more"
        aria-disabled={status.name === 'more'}
        onClick={onMore}
      >
        {status.name === 'more' ? words.server.more : words.more}
      </Button>
    </div>
  );
}

/** A guest has nobody to ask, and holds everything. */
function askServerOf(
  { userId, isGuest }: AppStore,
  server: Parameters<typeof createAskServer>[0]['server'],
) {
  return createAskServer({
    server,
    readLacking: async () => {
      if (isGuest) return [];
      const { readLacking } = await import('#client/store/read-lacking.ts');
      return readLacking({}, userId);
    },
  });
}
