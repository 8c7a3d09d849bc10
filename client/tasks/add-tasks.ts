import { firstValueFrom } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import { loadOnce } from '#client/store/load-once.ts';
import type { UserAction } from '#client/store/local-store.ts';
import type { Label } from '#shared/label';
import { limits } from '#shared/limits';
import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { Creation } from '#shared/push-message';
import type { NewTaskFields } from './place-commands.ts';
import { splitTitle, toStorable } from './task-change.ts';
import { lastSibling } from './task-queries.ts';
import { withAncestors } from './with-ancestors.ts';

/** A task as it was written down: a line with what was read out of it. */
export interface NewTask {
  title: string;
  notes: string;
  /** 0, or one more than that of the task before under which it stands. */
  depth: number;
  isDone: boolean;
  projectId: string | null;
  sectionId: string | null;
  /** An older task under which it stands, if it stands under none of those that are added with it. */
  parentId: string | null;
  /** Names of labels to make along with it, unless there are such by now. */
  newLabels: readonly string[];
  fields: Omit<NewTaskFields, 'projectId' | 'sectionId' | 'parentId' | 'notes'>;
}

/** A project that is made together with the first tasks in it. */
export interface NewProject {
  id: string;
  name: string;
}

const loadOrderKeys = loadOnce(() => import('#shared/order-key'));

/** A batch may weigh 256 KiB; what is around the creations takes some of it. */
const batchRoomBytes = limits.batchMaxBytes - 4 * 1024;
const ownColors = ['blue', 'green', 'amber', 'violet', 'teal', 'pink', 'orange', 'indigo', 'red'];

/**
 * Adds tasks at the end of their places, with the labels and projects they name for the first time, as one action: one
 * Undo takes all of it back, also when it needs several batches. Lines without a title are left out. Answers the ids
 * of the new tasks.
 */
export function addTasks(store: AppStore, of: TasksToAdd): Promise<string[]> {
  // One after the other: the second finds the label that the first makes, and its place behind it.
  const added = (adding.get(store) ?? Promise.resolve()).then(() => addNow(store, of));
  adding.set(
    store,
    added.catch(() => undefined),
  );
  return added;
}

interface TasksToAdd {
  tasks: readonly NewTask[];
  newProjects: readonly NewProject[];
}

const adding = new WeakMap<AppStore, Promise<unknown>>();

async function addNow(store: AppStore, of: TasksToAdd): Promise<string[]> {
  const tasks = of.tasks.filter(({ title }) => splitTitle(title).title !== '');
  const projects = await projectsFor(store, { tasks, newProjects: of.newProjects });
  const placed = placeTasks(store, tasks);
  const keys = await orderKeys(store, placed);
  const action = store.newActionId();
  const batches: UserAction[] = [];
  for (const [workspaceId, own] of byWorkspace(store, placed)) {
    const labels = await labelsFor(store, { tasks: own.map(({ task }) => task), workspaceId });
    const created = own.map((each): Creation => taskCreation(store, { ...each, keys, labels }));
    const made = workspaceId === store.workspaceId ? projects : [];
    const parts = batchesOf([...made, ...labels.creations, ...created]);
    const shared = { label: 'task.add', action, besideId: workspaceId };
    batches.push(...parts.map((changes) => ({ ...shared, changes })));
  }
  // All are asked for before the first is done: one that finds no room is kept, and so must be those behind it.
  await Promise.all(batches.map((batch) => store.commit(batch)));
  return placed.map(({ id }) => id);
}

/**
 * New tasks by the workspace of the task they stand under, else of the project they go to; what else is new is of the
 * personal one. Parents come before their children.
 */
function byWorkspace(
  store: AppStore,
  placed: readonly PlacedTask[],
): ReadonlyMap<string, PlacedTask[]> {
  const groups = new Map<string, PlacedTask[]>();
  const ownIds = new Map<string, string>();
  const workspaceOf = (id: string | null) =>
    id === null ? undefined : (ownIds.get(id) ?? store.current(id)?.workspaceId);
  for (const each of placed) {
    const { id, parentId, projectId } = each;
    const workspaceId = workspaceOf(parentId) ?? workspaceOf(projectId) ?? store.workspaceId;
    ownIds.set(id, workspaceId);
    groups.set(workspaceId, [...(groups.get(workspaceId) ?? []), each]);
  }
  return groups;
}

interface PlacedTask {
  id: string;
  parentId: string | null;
  projectId: string | null;
  task: NewTask;
}

/** Under which of the others each task stands, and with it in which project. */
function placeTasks(store: AppStore, tasks: readonly NewTask[]): PlacedTask[] {
  const above: PlacedTask[] = [];
  return tasks.map((task) => {
    const levelsAbove = task.parentId === null ? 0 : withAncestors(store, task.parentId).length;
    above.length = Math.min(above.length, task.depth, limits.subtaskDepthMax - levelsAbove);
    const parent = above.at(-1);
    const placed = {
      id: store.newId(),
      parentId: parent?.id ?? task.parentId,
      projectId: parent === undefined ? task.projectId : parent.projectId,
      task,
    };
    above.push(placed);
    return placed;
  });
}

/** The order keys by task id: at the end of what stands in each place. */
async function orderKeys(
  store: AppStore,
  placed: readonly PlacedTask[],
): Promise<ReadonlyMap<string, string>> {
  const groups = new Map<string, PlacedTask[]>();
  for (const each of placed) {
    const place = `${each.projectId ?? ''}/${each.parentId ?? ''}`;
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [each]);
    else group.push(each);
  }
  const newIds = new Set(placed.map(({ id }) => id));
  const keys = new Map<string, string>();
  for (const group of groups.values()) {
    const { projectId = null, parentId = null } = group[0] ?? {};
    const isNewPlace = parentId !== null && newIds.has(parentId);
    const last = isNewPlace ? undefined : await lastSibling(store, { projectId, parentId });
    const before = last?.orderKey ?? null;
    const gap = { before, after: null, deviceId: store.deviceId(), count: group.length };
    const { orderKeysBetween } = await loadOrderKeys();
    orderKeysBetween(gap).forEach((key, index) => keys.set(group[index]?.id ?? '', key));
  }
  return keys;
}

function taskCreation(
  store: AppStore,
  of: PlacedTask & {
    keys: ReadonlyMap<string, string>;
    labels: NamedLabels;
  },
): Creation {
  const { id, task, parentId, projectId } = of;
  const { title, notes: overflow } = splitTitle(task.title);
  const texts = [overflow, toStorable(task.notes)].filter((text) => text !== '');
  const notes = texts.join('\n\n').slice(0, limits.notesMaxLength).toWellFormed();
  const labels: Record<string, true> = {};
  for (const labelId of of.labels.idsFor(task)) labels[labelId] = true;
  const create = {
    ...task.fields,
    title,
    ...(notes === '' ? {} : { notes }),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(task.isDone ? { status: 'done', completedAt: store.now() } : {}),
    projectId,
    parentId,
    ...(task.sectionId === null || parentId !== null ? {} : { sectionId: task.sectionId }),
    orderKey: of.keys.get(id),
    createdAt: store.now(),
  };
  return { kind: 'task', id, create };
}

/** The labels of one workspace that new tasks there carry. */
interface NamedLabels {
  idsFor: (task: NewTask) => readonly string[];
  /** Those that are named for the first time there. */
  creations: Creation[];
}

/** A label that was chosen in another workspace is the one of that name in this one, made where it is missing. */
async function labelsFor(
  store: AppStore,
  { tasks, workspaceId }: { tasks: readonly NewTask[]; workspaceId: string },
): Promise<NamedLabels> {
  const isOwn = (id: string) => (store.current(id)?.workspaceId ?? workspaceId) === workspaceId;
  const chosen = ({ fields }: NewTask) => Object.keys(fields.labels ?? {});
  const namesOf = (task: NewTask) => [
    ...chosen(task).flatMap((id) => (isOwn(id) ? [] : [String(store.current(id)?.['name'])])),
    ...task.newLabels,
  ];
  const idsByName = new Map<string, string>();
  const creations: Creation[] = [];
  const idsFor = (task: NewTask) => [
    ...chosen(task).filter(isOwn),
    ...namesOf(task).flatMap((name) => idsByName.get(foldName(name)) ?? []),
  ];
  const names = tasks.flatMap(namesOf);
  if (names.length === 0) return { idsFor, creations };
  const held = await readNamed<Label>(store, 'label', workspaceId);
  for (const { id, name } of held) idsByName.set(foldName(name), id);
  const fresh = new Map(names.map((name) => [foldName(name), name]));
  for (const known of idsByName.keys()) fresh.delete(known);
  const before = [...held].sort(compareOrder).at(-1)?.orderKey ?? null;
  const gap = { before, after: null, deviceId: store.deviceId(), count: fresh.size };
  const { orderKeysBetween } = await loadOrderKeys();
  const keys = orderKeysBetween(gap);
  for (const [index, [folded, name]] of [...fresh].entries()) {
    const id = store.newId();
    idsByName.set(folded, id);
    const color = ownColor(held.length + index);
    const create = { name, color, orderKey: keys[index], createdAt: store.now() };
    creations.push({ kind: 'label', id, create });
  }
  return { idsFor, creations };
}

async function projectsFor(
  store: AppStore,
  of: { tasks: readonly NewTask[]; newProjects: readonly NewProject[] },
): Promise<Creation[]> {
  const usedIds = new Set(of.tasks.map(({ projectId }) => projectId));
  const used = of.newProjects.filter(
    ({ id }) => usedIds.has(id) && store.current(id) === undefined,
  );
  if (used.length === 0) return [];
  const held = await readNamed<Project>(store, 'project', store.workspaceId);
  const before = [...held].sort(compareOrder).at(-1)?.orderKey ?? null;
  const gap = { before, after: null, deviceId: store.deviceId(), count: used.length };
  const { orderKeysBetween } = await loadOrderKeys();
  return orderKeysBetween(gap).flatMap((orderKey, index) => {
    const { id = '', name = '' } = used[index] ?? {};
    const color = ownColor(held.length + index);
    return { kind: 'project', id, create: { name, color, orderKey, createdAt: store.now() } };
  });
}

async function readNamed<T extends Label | Project>(
  store: AppStore,
  kind: T['kind'],
  ofId: string,
): Promise<readonly T[]> {
  const all = await firstValueFrom(store.live<T>({ kind, selector: { trashedAt: null } }));
  return all.filter(({ workspaceId }) => workspaceId === ofId);
}

/** One after the other, so that what is made while writing can be told apart. */
function ownColor(position: number): string | undefined {
  return ownColors[position % ownColors.length];
}

function foldName(name: string): string {
  return name.toLowerCase();
}

/** As few batches as their bounds allow, in the order of the changes. */
function batchesOf(changes: readonly Creation[]): Creation[][] {
  const encoder = new TextEncoder();
  const batches: Creation[][] = [];
  let room = 0;
  for (const change of changes) {
    const bytes = encoder.encode(JSON.stringify(change)).length + 1;
    const last = batches.at(-1);
    if (last === undefined || last.length >= limits.batchMaxChanges || bytes > room) {
      batches.push([change]);
      room = batchRoomBytes - bytes;
    } else {
      last.push(change);
      room -= bytes;
    }
  }
  return batches;
}
