import { Circle, CircleCheck, MessageSquare, Plus, Search, StickyNote } from 'lucide-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { entryOf } from '#client/palette-commands.tsx';
import { useProjectDetails } from '#client/palette-things.tsx';
import type { GroupFound, PaletteEntry, PaletteGroup } from '#client/palette/palette-entries.ts';
import { groupOfHit, pathOfTask } from '#client/search/found-task.ts';
import { useSearch } from '#client/search/use-search.ts';
import { useStore } from '#client/store/store-context.ts';
import { readTask } from '#client/tasks/task-change.ts';
import { useTaskActions } from '#client/tasks/use-task-actions.ts';
import type { Task } from '#shared/task';

const perGroup = 8;
const icons = {
  tasks: <Circle strokeWidth={1.75} />,
  done: <CircleCheck strokeWidth={1.75} />,
  notes: <StickyNote strokeWidth={1.75} />,
  comments: <MessageSquare strokeWidth={1.75} />,
} as const;
const none: readonly PaletteGroup[] = [];

/** What the index finds for a query beyond titles of open tasks, then ways to go on with the query. */
export function useFoundEntries(query: string): readonly PaletteGroup[] {
  const store = useStore();
  const details = useProjectDetails();
  const { nav } = useMessages();
  const [, navigate] = useLocation();
  const { answer } = useSearch({ query, includesTrash: false, limit: 60 });
  const hits = answer?.hits;
  const more = useMoreEntries(query, hits?.length === 0);
  const found = useMemo(() => {
    const groups = new Map<PaletteGroup['name'], PaletteEntry[]>();
    const placeOf = ({ projectId }: Task) =>
      projectId === null ? nav.inbox : details.get(projectId);
    for (const hit of hits ?? []) {
      const task = readTask(store, hit.taskId);
      if (task === undefined) continue;
      const group = groupOfHit(task, hit);
      const name = group === 'open' ? 'tasks' : group;
      if (name === 'trash') continue;
      const entries = groups.get(name) ?? [];
      groups.set(name, entries);
      if (entries.length >= perGroup) continue;
      const entry = entryOf({
        id: task.id,
        title: task.title,
        detail: hit.excerpt?.text ?? placeOf(task),
        icon: icons[name],
        run: () => navigate(pathOfTask(task)),
      });
      entries.push(entry);
    }
    const order = ['tasks', 'done', 'notes', 'comments'] as const;
    return order.map((name) => ({ name, entries: groups.get(name) ?? [] }));
  }, [hits, details, store, nav, navigate]);
  return useMemo(() => (query === '' ? none : [...found, more]), [query, found, more]);
}

/** All results on their own page, and a task of this name, which comes first where nothing was found. */
function useMoreEntries(query: string, isNoMatch: boolean): PaletteGroup & { name: GroupFound } {
  const words = useFindWords();
  const { commands, notify } = useTaskActions();
  const [, navigate] = useLocation();
  return useMemo(() => {
    const create = async () => {
      await commands.add({ titles: [query], place: { projectId: null, parentId: null } });
      notify(words.created({ title: query }));
    };
    const entries = [
      entryOf({
        id: 'search-all',
        title: words.all({ query }),
        icon: <Search />,
        run: () => navigate(`/search?q=${encodeURIComponent(query)}`),
      }),
      entryOf({
        id: 'search-create',
        title: words.createTask({ title: query }),
        icon: <Plus />,
        run: () => void create(),
      }),
    ];
    return { name: 'more', entries: isNoMatch ? entries.toReversed() : entries };
  }, [query, isNoMatch, words, commands, notify, navigate]);
}
