import type { Comment } from '#shared/comment';
import { compareOrder } from '#shared/compare-order';
import { memberId } from '#shared/ids';
import type { Label } from '#shared/label';
import { orderKeysBetween } from '#shared/order-key';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { createProjectIdFinder } from '#shared/topmost-project';
import type { AppStore } from './app-store.ts';
import type { StoredBatch } from './local-store.ts';
import { copyId, type MoveFrom, type MoveTo, planMove } from './plan-move.ts';

/** Only a part of what would move is on this device yet: the rest would be left behind. */
export class NotWholeError extends Error {
  constructor() {
    super('The workspace has not come to this device as a whole yet');
  }
}

/** Where tasks go in another workspace. */
export interface PlaceElsewhere {
  workspaceId: string;
  /** Null for the inbox, which is that of the personal workspace. */
  projectId: string | null;
  sectionId: string | null;
}

/**
 * Moves tasks of other workspaces, each with everything under it, done or not, and its comments, to the end of a project
 * of another one. One Undo a workspace that they come from. Answers the last batch, or undefined where nothing moved.
 * Rejects with NotWholeError.
 */
export async function sendTasks(
  store: AppStore,
  { taskIds, place }: { taskIds: readonly string[]; place: PlaceElsewhere },
): Promise<StoredBatch | undefined> {
  await allRead(store);
  const { workspaceId: to } = place;
  const tasks = store.documents<Task>('task').filter(({ trashedAt }) => trashedAt === null);
  const wanted = new Set(taskIds);
  const workspaceIds = new Set(
    tasks.filter(({ id }) => wanted.has(id)).map(({ workspaceId }) => workspaceId),
  );
  workspaceIds.delete(to);
  let last: StoredBatch | undefined;
  for (const from of workspaceIds) {
    if (!store.isWhole(from)) throw new NotWholeError();
    const own = tasks.filter(({ workspaceId }) => workspaceId === from);
    const tops = topsOf(own, taskIds);
    const moving = { project: undefined, tasks: withChildren(own, tops) };
    const orderKeys = keysAtEnd(store, tasksIn(store, place), tops.length);
    const move = { label: 'task.send', from, to, moving, roots: tops, place, orderKeys };
    last = (await send(store, move)) ?? last;
  }
  return last;
}

/**
 * Moves a project with its sections, its tasks, done or not, and their comments to the end of another workspace; an archived
 * one stays archived. Answers the id it has there and the last batch; undefined where there is nothing to move. Rejects with
 * NotWholeError.
 */
export async function sendProject(
  store: AppStore,
  { projectId, to }: { projectId: string; to: string },
): Promise<{ projectId: string; batch: StoredBatch | undefined } | undefined> {
  await allRead(store);
  const projects = store.documents<Project>('project');
  const project = projects.find(({ id }) => id === projectId);
  if (project === undefined || project.trashedAt !== null || project.workspaceId === to) {
    return undefined;
  }
  const from = project.workspaceId;
  if (!store.isWhole(from)) throw new NotWholeError();
  const all = store.documents<Task>('task').filter((task) => task.workspaceId === from);
  const own = all.filter(({ trashedAt }) => trashedAt === null);
  const projectIdOf = createProjectIdFinder(own);
  const inside = own.filter((task) => projectIdOf(task) === projectId);
  const insideIds = new Set(inside.map(({ id }) => id));
  const tops = inside
    .filter(({ parentId }) => parentId === null || !insideIds.has(parentId))
    .sort(compareOrder);
  const moving = { project, tasks: withChildren(inside, tops) };
  const there = projects.filter(({ workspaceId }) => workspaceId === to);
  const orderKeys = keysAtEnd(store, there, 1);
  const place = { projectId, sectionId: null };
  const move = { label: 'project.send', from, to, moving, roots: [project], place, orderKeys };
  const attempt = await attemptOf(store, move);
  const batch = await send(store, move, attempt);
  return { projectId: copyId(project, { to, attempt }), batch };
}

/** Tasks closed long ago move along, so all must have been read. */
async function allRead(store: AppStore): Promise<void> {
  await store.untilReady();
  await store.whole;
}

interface Move {
  label: string;
  from: string;
  to: string;
  moving: Pick<MoveFrom, 'project' | 'tasks'>;
  roots: readonly (Task | Project)[];
  place: MoveTo['place'];
  orderKeys: readonly string[];
}

async function send(store: AppStore, move: Move, known?: number): Promise<StoredBatch | undefined> {
  const { label, from, to, moving, place, orderKeys } = move;
  if (move.roots.length === 0) return undefined;
  const taskIds = new Set(moving.tasks.map(({ id }) => id));
  const comments = store
    .documents<Comment>('comment')
    .filter(({ taskId, trashedAt }) => trashedAt === null && taskIds.has(taskId));
  const labels = store.documents<Label>('label').filter(({ trashedAt }) => trashedAt === null);
  const labelsOf = (id: string) => labels.filter(({ workspaceId }) => workspaceId === id);
  const plan = planMove({
    from: { ...moving, comments, labels: labelsOf(from) },
    to: {
      workspaceId: to,
      place,
      orderKeys,
      labels: labelsOf(to),
      labelKeys: keysAtEnd(store, labelsOf(to), labelsOf(from).length),
      isMember: (userId) =>
        typeof store.current(memberId({ workspaceId: to, userId }))?.['role'] === 'string',
    },
    attempt: known ?? (await attemptOf(store, move)),
  });
  return store.move({ label, from, to, ...plan });
}

/** The first attempt whose copies nobody has put in the trash yet: there they would stay, however often they are made. */
async function attemptOf(store: AppStore, { roots, to }: Move): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    const ids = roots.map((root) => copyId(root, { to, attempt }));
    const isAway = ids.some((id) => (store.current(id)?.['trashedAt'] ?? null) !== null);
    if (!isAway && (await store.purgedIds(ids)).size === 0) return attempt;
  }
}

/** Those of the wanted tasks that stand under none of the others, in the wanted order. */
function topsOf(tasks: readonly Task[], wantedIds: readonly string[]): Task[] {
  const tasksById = new Map(tasks.map((task) => [task.id, task]));
  const wanted = new Set(wantedIds);
  const isUnder = (task: Task) => {
    const seen = new Set([task.id]);
    let parent = tasksById.get(task.parentId ?? '');
    while (parent !== undefined && !seen.has(parent.id)) {
      if (wanted.has(parent.id)) return true;
      seen.add(parent.id);
      parent = tasksById.get(parent.parentId ?? '');
    }
    return false;
  };
  return [...wanted].flatMap((id) => {
    const task = tasksById.get(id);
    return task === undefined || isUnder(task) ? [] : [task];
  });
}

/** Tasks with all that stands under them, parents before children; each once, also in a cycle. */
function withChildren(tasks: readonly Task[], tops: readonly Task[]): Task[] {
  const childrenById = new Map<string, Task[]>();
  for (const task of tasks) {
    if (task.parentId === null) continue;
    childrenById.set(task.parentId, [...(childrenById.get(task.parentId) ?? []), task]);
  }
  const found = new Map(tops.map((task) => [task.id, task]));
  for (const { id } of found.values()) {
    for (const child of childrenById.get(id) ?? []) {
      if (!found.has(child.id)) found.set(child.id, child);
    }
  }
  return [...found.values()];
}

function tasksIn(store: AppStore, place: PlaceElsewhere): Task[] {
  return store
    .documents<Task>('task')
    .filter(
      ({ workspaceId, projectId, parentId, trashedAt }) =>
        workspaceId === place.workspaceId &&
        projectId === place.projectId &&
        parentId === null &&
        trashedAt === null,
    );
}

function keysAtEnd(
  store: AppStore,
  among: readonly { id: string; orderKey: string }[],
  count: number,
): string[] {
  const before = [...among].sort(compareOrder).at(-1)?.orderKey ?? null;
  return orderKeysBetween({ before, after: null, deviceId: store.deviceId(), count });
}
