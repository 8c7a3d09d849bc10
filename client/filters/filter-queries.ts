import { useMemo } from 'react';
import { map, of } from 'rxjs';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { useToday } from '#client/ui/timing.ts';
import type { Comment } from '#shared/comment';
import { createTaskTexts, type FilterContext } from '#shared/filter-query-match';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { SavedFilter } from '#shared/saved-filter';
import type { Task } from '#shared/task';
import { createProjectIdFinder } from '#shared/topmost-project';

const none: readonly never[] = [];
const noIds: ReadonlySet<string> = new Set();

/** The filters in use, in the person's order; undefined until the store has answered. */
export function useFilters(): readonly SavedFilter[] | undefined {
  return useSorted({ trashedAt: null });
}

/** The filters in the trash. */
export function useTrashedFilters(): readonly SavedFilter[] {
  return useSorted({ trashedAt: { $ne: null } }) ?? none;
}

/** All tasks outside the trash and outside trashed projects, closed ones too. */
export function useFilterTasks(): readonly Task[] {
  const store = useStore();
  const tasks$ = useMemo(
    () => store.live<Task>({ kind: 'task', selector: { trashedAt: null } }),
    [store],
  );
  const projects$ = useMemo(() => store.live<Project>({ kind: 'project' }), [store]);
  const tasks = useLive(tasks$, none);
  const projects = useLive(projects$, none);
  return useMemo(() => {
    const trashed = new Set<string | null>(
      projects.flatMap(({ id, trashedAt }) => (trashedAt === null ? [] : [id])),
    );
    if (trashed.size === 0) return tasks;
    const projectIdOf = createProjectIdFinder(tasks);
    return tasks.filter((task) => !trashed.has(projectIdOf(task)));
  }, [tasks, projects]);
}

/** What queries are matched in, kept up to date. Comments are followed only for a query that asks for them. */
export function useFilterContext(of: {
  tasks: readonly Task[];
  needsComments: boolean;
}): FilterContext {
  const { tasks, needsComments } = of;
  const store = useStore();
  const today = useToday();
  const labels = useAll<Label>('label');
  const projects = useAll<Project>('project');
  const people = usePeople();
  const commentedIds = useCommentedIds(needsComments);
  const textOf = useMemo(() => createTaskTexts(), []);
  return useMemo(
    () => ({
      today,
      userId: store.userId,
      labels,
      projects,
      people,
      commentedIds,
      textOf,
      dayOf: localDay,
      projectIdOf: createProjectIdFinder(tasks),
      parentIds: new Set(tasks.flatMap(({ parentId }) => parentId ?? [])),
    }),
    [today, store, labels, projects, people, commentedIds, textOf, tasks],
  );
}

function usePeople(): FilterContext['people'] {
  const store = useStore();
  const people$ = useMemo(
    () =>
      store
        .live<AnyDocument>({ kind: 'member', selector: { role: { $ne: null } } })
        .pipe(map((members) => members.map(personOf))),
    [store],
  );
  return useLive<FilterContext['people']>(people$, none);
}

function personOf(member: AnyDocument) {
  return { userId: String(member['userId']), name: String(member['name']) };
}

function useCommentedIds(isNeeded: boolean): ReadonlySet<string> {
  const store = useStore();
  const ids$ = useMemo(() => {
    if (!isNeeded) return of(noIds);
    const comments$ = store.live<Comment>({ kind: 'comment', selector: { trashedAt: null } });
    return comments$.pipe(
      map((comments): ReadonlySet<string> => new Set(comments.map(({ taskId }) => taskId))),
    );
  }, [store, isNeeded]);
  return useLive(ids$, noIds);
}

function useSorted(selector: Record<string, unknown>): readonly SavedFilter[] | undefined {
  const store = useStore();
  const selectorText = JSON.stringify(selector);
  const source = useMemo(() => {
    const asked: Record<string, unknown> = JSON.parse(selectorText);
    return store
      .live<SavedFilter>({ kind: 'saved-filter', selector: asked })
      .pipe(map((filters): readonly SavedFilter[] => [...filters].sort(compareOrder)));
  }, [store, selectorText]);
  return useLive<readonly SavedFilter[] | undefined>(source, undefined);
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the kind says which fields come, as in AppStore.live
function useAll<T extends AnyDocument>(kind: string): readonly T[] {
  const store = useStore();
  const source = useMemo(
    () => store.live<T>({ kind, selector: { trashedAt: null } }),
    [store, kind],
  );
  return useLive<readonly T[]>(source, none);
}

/** The day of an instant in the zone of this device. */
function localDay(instant: string): string {
  const date = new Date(instant);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
