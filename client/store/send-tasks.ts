import type { Comment } from '#shared/comment';
import { compareOrder } from '#shared/compare-order';
import { memberId } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import { orderKeysBetween } from '#shared/order-key';
import type { Project } from '#shared/project';
import { type FieldChange, isCreation } from '#shared/push-message';
import type { Task } from '#shared/task';
import { createProjectIdFinder } from '#shared/topmost-project';
import type { AppStore } from './app-store.ts';
import type { StoredBatch } from './local-store.ts';
import type { MovedTo } from './move-record.ts';
import { copyId, type MoveFrom, planMove } from './plan-move.ts';
import type { MovePart } from './send-away.ts';
import { topsOf, withChildren } from './with-children.ts';

/** Only a part of what would move is on this device yet: the rest would be left behind. */
export class NotWholeError extends Error {
  constructor() {
    super('The workspace has not come to this device as a whole yet');
    this.name = 'NotWholeError';
  }
}

/** Where tasks go in another workspace; its `projectId` is null for the inbox, which is that of the personal workspace. */
export interface PlaceElsewhere extends MovedTo {
  workspaceId: string;
}

/**
 * Moves tasks of other workspaces, each with everything under it, done or not, and its comments, to the end of a project
 * of another one, in the given order; one Undo. `also` are changes there that belong to the same action. Answers the last
 * batch, or undefined where nothing moved. Rejects with NotWholeError.
 */
export async function sendTasks(
  store: AppStore,
  of: { taskIds: readonly string[]; place: PlaceElsewhere; also?: readonly FieldChange[] },
): Promise<StoredBatch | undefined> {
  const { taskIds, place, also = [] } = of;
  await allRead(store);
  const { workspaceId: to, projectId, sectionId } = place;
  const tasks = store.documents<Task>('task').filter(({ trashedAt }) => trashedAt === null);
  const roots = topsOf(tasks, taskIds).filter(({ workspaceId }) => workspaceId !== to);
  const keys = keysAtEnd(store, [...tasksIn(store, place), ...keysIn(also)], roots.length);
  const keysById = new Map(roots.map(({ id }, index) => [id, keys[index] ?? '']));
  const moves = [...new Set(roots.map(({ workspaceId }) => workspaceId))].map((from): Move => {
    if (!store.isWhole(from)) throw new NotWholeError();
    const own = tasks.filter(({ workspaceId }) => workspaceId === from);
    const tops = roots.filter(({ workspaceId }) => workspaceId === from);
    const moving = { project: undefined, tasks: withChildren(own, tops) };
    const orderKeys = tops.map(({ id }) => keysById.get(id) ?? '');
    return { from, to, moving, roots: tops, place: { projectId, sectionId }, orderKeys };
  });
  if (moves.length === 0) return undefined;
  const parts = await partsOf(store, moves);
  return store.move({ label: 'task.send', to, parts, also });
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
  const parts = await partsOf(store, [
    { from, to, moving, roots: [project], place: undefined, orderKeys },
  ]);
  const [part] = parts;
  if (part === undefined) return undefined;
  const batch = await store.move({ label: 'project.send', to, parts, also: [] });
  return { projectId: copyId(project, { to, attempt: part.attempt }), batch };
}

/** Tasks closed long ago move along, so all must have been read. */
async function allRead(store: AppStore): Promise<void> {
  await store.untilReady();
  await store.whole;
}

interface Move {
  from: string;
  to: string;
  moving: Pick<MoveFrom, 'project' | 'tasks'>;
  roots: readonly (Task | Project)[];
  place: MovedTo | undefined;
  orderKeys: readonly string[];
}

/** The plans of what moves at once; a label that one of them makes is there for the next. */
async function partsOf(store: AppStore, moves: readonly Move[]): Promise<MovePart[]> {
  const parts: MovePart[] = [];
  let labels = liveLabels(store);
  for (const move of moves) {
    const part = await partOf(store, move, labels);
    parts.push(part);
    labels = [...labels, ...part.newLabels];
  }
  return parts;
}

async function partOf(
  store: AppStore,
  { from, to, moving, roots, place, orderKeys }: Move,
  labels: readonly Label[],
): Promise<MovePart & { newLabels: Label[] }> {
  const taskIds = new Set(moving.tasks.map(({ id }) => id));
  const usedIds = new Set(moving.tasks.flatMap((task) => Object.keys(task.labels)));
  const used = labels.filter(({ id, workspaceId }) => workspaceId === from && usedIds.has(id));
  const there = labels.filter(({ workspaceId }) => workspaceId === to);
  const labelAttempts = new Map<string, number>();
  for (const label of used) {
    labelAttempts.set(label.id, await firstAttempt(store, { roots: [label], others: [], to }));
  }
  const comments = store
    .documents<Comment>('comment')
    .filter(({ taskId, trashedAt }) => trashedAt === null && taskIds.has(taskId));
  const others = [...moving.tasks, ...comments];
  const attempt = await firstAttempt(store, { roots, others, to });
  const isMember = (userId: string) =>
    typeof store.current(memberId({ workspaceId: to, userId }))?.['role'] === 'string';
  const target = { workspaceId: to, place: place ?? noPlace, orderKeys, isMember };
  const labelKeys = keysAtEnd(store, there, used.length);
  const plan = planMove({
    from: { ...moving, comments, labels: used },
    to: { ...target, labels: there, labelKeys, labelAttempts },
    attempt,
  });
  const madeIds = new Map(plan.changes.filter(isCreation).map(({ id, create }) => [id, create]));
  const newLabels = used.flatMap((label) => {
    const id = plan.labelIds[label.id] ?? '';
    const made = madeIds.get(id);
    return made === undefined ? [] : [{ ...label, ...made, id, workspaceId: to }];
  });
  return { ...plan, from, attempt, ...(place === undefined ? {} : { place }), newLabels };
}

const noPlace: MovedTo = { projectId: null, sectionId: null };

function liveLabels(store: AppStore): readonly Label[] {
  return store.documents<Label>('label').filter(({ trashedAt }) => trashedAt === null);
}

/**
 * The first attempt whose copies nobody has put in the trash yet: there they would stay, however often they are made. A copy
 * that went on to another workspace is not made again, as the original has moved already, and was only not hidden in time.
 * What goes along counts only where all is made anew: otherwise somebody has deleted just that.
 */
async function firstAttempt(
  store: AppStore,
  of: { roots: readonly AnyDocument[]; others: readonly AnyDocument[]; to: string },
): Promise<number> {
  const isAway = (id: string) => {
    const copy = store.current(id);
    return copy !== undefined && copy['trashedAt'] !== null && copy['movedTo'] === null;
  };
  for (let attempt = 0; ; attempt += 1) {
    const idOf = (original: AnyDocument) => copyId(original, { to: of.to, attempt });
    const rootIds = of.roots.map(idOf);
    const isMade = rootIds.some((id) => store.current(id) !== undefined);
    const ids = isMade ? rootIds : [...rootIds, ...of.others.map(idOf)];
    if (!ids.some(isAway) && (await store.purgedIds(ids)).size === 0) return attempt;
  }
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

function keysIn(changes: readonly FieldChange[]): { id: string; orderKey: string }[] {
  return changes.flatMap(({ id, value: { orderKey } }) =>
    typeof orderKey === 'string' ? [{ id, orderKey }] : [],
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
