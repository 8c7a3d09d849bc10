import { useMemo } from 'react';
import { map } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import type { Comment } from '#shared/comment';
import type { Conflict } from '#shared/conflict';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { readTask } from './task-change.ts';

const openStates = ['todo', 'in_progress'];
const closedStates = ['done', 'cancelled'];

const openTasks = { trashedAt: null, status: { $in: openStates } };

/** All open tasks outside the trash, in the order of their ids; undefined until the first answer. */
export function useOpenTasks(): readonly Task[] | undefined {
  return useQuery<Task>('task', openTasks);
}

/** The open tasks of which the first rows of a list are made, before all others are there. */
export function useFirstTasks(isWanted: boolean): readonly Task[] | undefined {
  return useQuery<Task>('task', isWanted ? openTasks : noTask, true);
}

/** Closed tasks outside the trash, the latest first; undefined while `isWanted` is false. */
export function useClosedTasks(isWanted: boolean): readonly Task[] | undefined {
  const status = isWanted ? { $in: closedStates } : { $in: [] };
  const tasks = useQuery<Task>('task', { trashedAt: null, status });
  return useMemo(() => {
    if (!isWanted) return undefined;
    return [...(tasks ?? [])].sort((a, b) => compareText(b.completedAt ?? '', a.completedAt ?? ''));
  }, [tasks, isWanted]);
}

/** Tasks in the trash, the latest first. */
export function useTrashedTasks(): readonly Task[] | undefined {
  const tasks = useQuery<Task>('task', { trashedAt: { $ne: null } });
  return useMemo(
    () => tasks && [...tasks].sort((a, b) => compareText(b.trashedAt ?? '', a.trashedAt ?? '')),
    [tasks],
  );
}

/** One task as it is now, from the first render on; undefined while it is not there. */
export function useTask(taskId: string): Task | undefined {
  const store = useStore();
  const found = useQuery<Task>('task', { id: taskId }, true);
  // Until the query answers: a panel that said for a moment that its task is gone would be wrong, and painted twice.
  return found === undefined ? readTask(store, taskId) : found[0];
}

/** Whether a task is not there, as far as everything has been read. */
export function useIsGone(taskId: string): boolean {
  return useQuery<Task>('task', { id: taskId })?.length === 0;
}

/** The tasks right under one task, in their order; undefined until all tasks have been read. */
export function useSubtasks(taskId: string): readonly Task[] | undefined {
  const tasks = useQuery<Task>('task', { parentId: taskId, trashedAt: null });
  return useMemo(() => tasks && [...tasks].sort(compareOrder), [tasks]);
}

/** All projects, trashed ones too (their tasks are hidden by it), in the person's order. */
export function useAllProjects(): readonly Project[] {
  const projects = useQuery<Project>('project', {});
  return useMemo(() => [...(projects ?? [])].sort(compareOrder), [projects]);
}

/** Labels by id. */
export function useLabels(): ReadonlyMap<string, Label> {
  const labels = useQuery<Label>('label', { trashedAt: null });
  return useMemo(() => new Map((labels ?? []).map((label) => [label.id, label])), [labels]);
}

/** Ids of the documents of which a value of this person lost and was not looked at yet. */
export function useConflictedIds(): ReadonlySet<string> {
  const store = useStore();
  const source = useMemo(
    () =>
      store
        .live<Conflict>({ kind: 'conflict', selector: { trashedAt: null, authorId: store.userId } })
        .pipe(
          map(
            (conflicts): ReadonlySet<string> =>
              new Set(conflicts.map((conflict) => conflict.documentId)),
          ),
        ),
    [store],
  );
  return useLive(source, noIds);
}

/** How many comments each task has, by task id; tasks without any are left out. */
export function useCommentCounts(): ReadonlyMap<string, number> {
  const store = useStore();
  const source = useMemo(
    () =>
      store.live<Comment>({ kind: 'comment', selector: { trashedAt: null }, isEarly: true }).pipe(
        map((comments): ReadonlyMap<string, number> => {
          const counts = new Map<string, number>();
          for (const { taskId } of comments) counts.set(taskId, (counts.get(taskId) ?? 0) + 1);
          return counts;
        }),
      ),
    [store],
  );
  return useLive(source, noCounts);
}

/** The tasks of one place (also closed ones), in their order: among them a new order key is made. */
export async function readSiblings(
  store: AppStore,
  place: { projectId: string | null; parentId: string | null },
): Promise<Task[]> {
  const { projectId, parentId } = place;
  await store.untilReady();
  return store
    .documents<Task>('task')
    .filter(
      (task) =>
        task.parentId === parentId && task.projectId === projectId && task.trashedAt === null,
    )
    .sort(compareOrder);
}

/** The last of the tasks of one place, without putting all of them in order; undefined where there is none. */
export async function lastSibling(
  store: AppStore,
  place: { projectId: string | null; parentId: string | null },
): Promise<Task | undefined> {
  const { projectId, parentId } = place;
  await store.untilReady();
  let last: Task | undefined;
  for (const task of store.documents<Task>('task')) {
    if (task.parentId !== parentId || task.projectId !== projectId) continue;
    if (task.trashedAt !== null || (last !== undefined && compareOrder(task, last) < 0)) continue;
    last = task;
  }
  return last;
}

const noTask = { id: '' };
const noIds: ReadonlySet<string> = new Set();
const noCounts: ReadonlyMap<string, number> = new Map();

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the kind says which fields come, as in AppStore.live
function useQuery<T extends AnyDocument>(
  kind: string,
  selector: Record<string, unknown>,
  isEarly = false,
): readonly T[] | undefined {
  const store = useStore();
  // The selector is made anew by each render; its text tells whether it asks for something else.
  const selectorText = JSON.stringify(selector);
  const { source, first } = useMemo(() => {
    const asked: Record<string, unknown> = JSON.parse(selectorText);
    const query = { kind, selector: asked, ...(isEarly && { isEarly }) };
    // As with `live`: the kind says which fields come.
    const first = store.firstAnswer(query) as readonly T[] | undefined;
    return { source: store.live<T>(query), first };
  }, [store, kind, selectorText, isEarly]);
  return useLive<readonly T[] | undefined>(source, first);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
