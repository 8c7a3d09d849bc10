import { altersSomething } from '#client/store/alters-something.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { commitParts } from '#client/store/commit-parts.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { sendTasks } from '#client/store/send-tasks.ts';
import { limits } from '#shared/limits';
import { moveInto } from '#shared/move-into';
import { newKeysBetween } from '#shared/order-key';
import type { FieldChange } from '#shared/push-message';
import type { Task } from '#shared/task';
import { changeNow } from './task-change.ts';
import { readTaskTree, type TaskTree } from './task-tree.ts';

/** Where tasks go; at the end of it unless `beside` says beside which of its tasks. */
export interface Destination {
  projectId: string | null;
  sectionId: string | null;
  parentId: string | null;
}

/**
 * What a move did. `too-deep`: it would have made a sixth level of subtasks, and nothing was moved (R8); nor was it where
 * it led under a task of another workspace (`elsewhere`).
 */
export interface MoveOutcome {
  name: 'moved' | 'too-deep' | 'elsewhere' | 'nothing';
  batch: StoredBatch | undefined;
}

interface Beside {
  besideId: string;
  side: 'before' | 'after';
}

const nothing: MoveOutcome = { name: 'nothing', batch: undefined };
const tooDeep: MoveOutcome = { name: 'too-deep', batch: undefined };
const elsewhere: MoveOutcome = { name: 'elsewhere', batch: undefined };

/**
 * Moves tasks, each with everything under it, to the end of a place, in the given order; one action. Those of other
 * workspaces than the place go there as copies (R8), behind those that are of it; the inbox is that of the personal workspace.
 * Rejects with NotWholeError.
 */
export async function moveTasks(
  store: AppStore,
  { taskIds, place }: { taskIds: readonly string[]; place: Destination },
): Promise<MoveOutcome> {
  const tree = await readTaskTree(store);
  const workspaceId = workspaceOf(store, place);
  const isHere = (id: string) => tree.get(id)?.workspaceId === workspaceId;
  const sentIds = taskIds.filter((id) => !isHere(id));
  const stay = { tree, taskIds: taskIds.filter(isHere), place, beside: undefined };
  if (sentIds.length === 0 || place.parentId !== null) return put(store, stay);
  const also = placeChanges(store, { ...stay, roots: tree.roots(stay.taskIds) }).filter((change) =>
    altersSomething(store, change),
  );
  const sent = { taskIds: sentIds, place: { ...place, workspaceId }, also };
  const batch = await sendTasks(store, sent);
  return batch === undefined ? put(store, stay) : { name: 'moved', batch };
}

function workspaceOf(store: AppStore, { projectId }: Destination): string {
  if (projectId === null) return store.workspaceId;
  return store.current(projectId)?.workspaceId ?? store.workspaceId;
}

/** Puts tasks right before or after another one, into its place, or under it at the end; one action. */
export async function placeTasks(
  store: AppStore,
  move: {
    taskIds: readonly string[];
    besideId: string;
    side: 'before' | 'after' | 'inside';
  },
): Promise<MoveOutcome> {
  const { taskIds, besideId, side } = move;
  const tree = await readTaskTree(store);
  const beside = tree.get(besideId);
  if (beside === undefined || taskIds.includes(besideId)) return nothing;
  if (side === 'inside') {
    const place = { projectId: beside.projectId, sectionId: null, parentId: beside.id };
    return put(store, { tree, taskIds, place, beside: undefined });
  }
  const { projectId, sectionId, parentId, workspaceId } = beside;
  const place = { projectId, sectionId, parentId };
  // Beside a task of another workspace there is no place yet: they go to the end of where it is.
  const isSent = taskIds.some((id) => tree.get(id)?.workspaceId !== workspaceId);
  if (isSent && parentId === null) return moveTasks(store, { taskIds, place });
  return put(store, { tree, taskIds, place, beside: { besideId, side } });
}

/** Puts each task under the one before it, among its siblings in `order` (ids as the list shows them). */
export async function indentTasks(
  store: AppStore,
  { taskIds, order }: { taskIds: readonly string[]; order: readonly string[] },
): Promise<MoveOutcome> {
  const tree = await readTaskTree(store);
  const roots = tree.roots(taskIds);
  const [first] = roots;
  if (first === undefined) return nothing;
  const rootIds = new Set(roots.map(({ id }) => id));
  const siblings = order.filter((id) => tree.get(id)?.parentId === first.parentId);
  const before = siblings.slice(0, siblings.indexOf(first.id)).findLast((id) => !rootIds.has(id));
  const parent = before === undefined ? undefined : tree.get(before);
  if (parent === undefined || parent.projectId !== first.projectId) return nothing;
  const place = { projectId: parent.projectId, sectionId: null, parentId: parent.id };
  return put(store, { tree, taskIds: [...rootIds], place, beside: undefined });
}

/** Puts tasks beside the task they stand under, right after it. */
export async function outdentTasks(
  store: AppStore,
  { taskIds }: { taskIds: readonly string[] },
): Promise<MoveOutcome> {
  const tree = await readTaskTree(store);
  const [first] = tree.roots(taskIds);
  const parent = first?.parentId === null ? undefined : tree.get(first?.parentId ?? '');
  if (parent === undefined) return nothing;
  const moved = tree.roots(taskIds).filter(({ parentId }) => parentId === parent.id);
  const { projectId, sectionId, parentId } = parent;
  const beside = { besideId: parent.id, side: 'after' } as const;
  const place = { projectId, sectionId, parentId };
  return put(store, { tree, taskIds: moved.map(({ id }) => id), place, beside });
}

async function put(
  store: AppStore,
  of: {
    tree: TaskTree;
    taskIds: readonly string[];
    place: Destination;
    beside: Beside | undefined;
  },
): Promise<MoveOutcome> {
  const { tree, place } = of;
  const roots = tree.roots(of.taskIds);
  // A task under itself would be in no list; the server would refuse the place as well (R8).
  const isUnderItself = roots.some(
    ({ id }) =>
      id === place.parentId || tree.descendants(id).some((child) => child.id === place.parentId),
  );
  const above = tree.get(place.parentId ?? '');
  const isElsewhere =
    above !== undefined && roots.some(({ workspaceId }) => workspaceId !== above.workspaceId);
  if (isElsewhere) return elsewhere;
  if (roots.length === 0 || isUnderItself) return nothing;
  const level = place.parentId === null ? 0 : tree.level(place.parentId) + 1;
  const isTooDeep = roots.some(({ id }) => level + tree.height(id) > limits.subtaskDepthMax);
  if (isTooDeep) return tooDeep;
  const batch = await commitParts(store, {
    label: 'task.move',
    changes: placeChanges(store, { ...of, roots }),
  });
  return batch === undefined ? nothing : { name: 'moved', batch };
}

function placeChanges(
  store: AppStore,
  of: { tree: TaskTree; roots: readonly Task[]; place: Destination; beside: Beside | undefined },
): FieldChange[] {
  const { tree, roots, place } = of;
  const setPlace = (taskId: string, value: object) =>
    changeNow(store, { taskId, group: 'place', value });
  const rootIds = new Set(roots.map(({ id }) => id));
  const rows = rowsOf(store, of);
  const moved = rows.map(({ id, orderKey }) =>
    setPlace(id, rootIds.has(id) ? { ...place, orderKey } : { orderKey }),
  );
  const stays = roots.filter(({ id }) => rows.every((row) => row.id !== id));
  const followers = roots
    .filter(({ projectId }) => projectId !== place.projectId)
    .flatMap(({ id }) => tree.descendants(id));
  return [
    ...moved,
    ...stays.map(({ id }) => setPlace(id, { ...place })),
    ...followers.map(({ id }) => setPlace(id, { projectId: place.projectId, sectionId: null })),
  ];
}

/** The rows to re-key: the tasks, and their neighbours as well where those leave no room. */
function rowsOf(
  store: AppStore,
  of: { tree: TaskTree; roots: readonly Task[]; place: Destination; beside: Beside | undefined },
): readonly { id: string; orderKey: string }[] {
  const { roots, place, beside } = of;
  const deviceId = store.deviceId();
  const siblings = of.tree
    .children(place.parentId)
    .filter(({ projectId }) => place.parentId !== null || projectId === place.projectId);
  const rootIds = new Set(roots.map(({ id }) => id));
  const others = siblings.filter(({ id }) => !rootIds.has(id));
  const index = indexIn(others, beside);
  const [only] = roots;
  if (only !== undefined && roots.length === 1) {
    return moveInto({ siblings, taskId: only.id, index, deviceId });
  }
  const before = others[index - 1]?.orderKey ?? null;
  const after = others[index]?.orderKey ?? null;
  const keys = newKeysBetween({ before, after, deviceId, count: roots.length });
  if (keys !== undefined) return withKeys(roots, keys);
  const all = [...others.slice(0, index), ...roots, ...others.slice(index)];
  return withKeys(
    all,
    newKeysBetween({ before: null, after: null, deviceId, count: all.length }) ?? [],
  );
}

function indexIn(others: readonly Task[], beside: Beside | undefined): number {
  if (beside === undefined) return others.length;
  const at = others.findIndex(({ id }) => id === beside.besideId);
  if (at < 0) return others.length;
  return beside.side === 'before' ? at : at + 1;
}

function withKeys(tasks: readonly Task[], keys: readonly string[]) {
  return tasks.flatMap(({ id }, index) => {
    const orderKey = keys[index];
    return orderKey === undefined ? [] : [{ id, orderKey }];
  });
}
