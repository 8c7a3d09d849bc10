import type { AppStore } from '#client/store/app-store.ts';
import { commitParts } from '#client/store/commit-parts.ts';
import { type Change, isCreation } from '#shared/push-message';
import type { Task } from '#shared/task';
import { completeTask } from './complete-task.ts';
import { changeNow, type CommandResult, fieldChange, readTask } from './task-change.ts';
import { readTaskTree } from './task-tree.ts';

/** Dates that an action sets; what is left out stays as it is. */
export type DateChange = Partial<Pick<Task, 'startDate' | 'dueDate'>>;

/** Completes tasks with what is open under them; when all are closed, opens them again. `today` is the person's date. */
export async function completeAll(
  store: AppStore,
  { taskIds, today }: { taskIds: readonly string[]; today: string },
): CommandResult {
  const tasks = taskIds.flatMap((taskId) => readTask(store, taskId) ?? []);
  const open = tasks.filter(isOpen);
  if (open.length === 0) return reopen(store, tasks);
  const tree = await readTaskTree(store);
  const changes: Change[] = [];
  // The next time of a task is of its workspace, also where no project says so.
  const besideIds = new Map<string, string>();
  for (const task of tree.roots(open.map(({ id }) => id))) {
    const descendants = tree.descendants(task.id);
    const own = await completeTask(store, { task, descendants, today });
    for (const { id } of own) besideIds.set(id, task.id);
    changes.push(...own);
  }
  return commitParts(store, { label: 'task.complete', changes: eachOnce(changes), besideIds });
}

/** Sets one priority on all tasks. */
export function setPriorityOfAll(
  store: AppStore,
  { taskIds, priority }: { taskIds: readonly string[]; priority: Task['priority'] },
): CommandResult {
  const changes = changesOf(store, { taskIds, group: 'priority', value: { priority } });
  return commitParts(store, { label: 'task.priority', changes });
}

/** Sets dates of all tasks; without a deadline a task has no time and comes back no more. */
export function setDatesOfAll(
  store: AppStore,
  { taskIds, dates }: { taskIds: readonly string[]; dates: DateChange },
): CommandResult {
  const gone = dates.dueDate === null ? { dueTime: null, timeZone: null, recurrence: null } : {};
  const value = { ...gone, ...dates };
  const changes = changesOf(store, { taskIds, group: 'schedule', value });
  return commitParts(store, { label: 'task.schedule', changes });
}

/**
 * Sets how tasks come back, and at which time of day; what is left out of `repeat` stays as it is. A task without a
 * deadline gets the one that the repetition was made with, else `today`: without one it could not come back.
 */
export function setRepeatOfAll(
  store: AppStore,
  of: {
    taskIds: readonly string[];
    repeat: Partial<Pick<Task, 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>>;
    /** The stamps that the edit began from, by task. */
    bases: ReadonlyMap<string, string | null>;
    today: string;
  },
): CommandResult {
  const { dueDate = null, ...repeat } = of.repeat;
  const isOne = of.taskIds.length === 1;
  const changes = [...new Set(of.taskIds)].flatMap((taskId) => {
    const task = readTask(store, taskId);
    if (task === undefined) return [];
    // What the editor shows of one task is meant for it; several keep days of their own.
    const due = isOne ? dueDate : (task.dueDate ?? dueDate);
    const needsDay = (repeat.recurrence ?? null) !== null || (repeat.dueTime ?? null) !== null;
    const value = { ...repeat, dueDate: needsDay ? (due ?? of.today) : due };
    const base = of.bases.get(taskId) ?? null;
    return fieldChange({ taskId, group: 'schedule', value, base });
  });
  return commitParts(store, { label: 'task.schedule', changes });
}

/** Puts a label on all tasks, or takes it off them. */
export function setLabelOfAll(
  store: AppStore,
  { taskIds, labelId, isOn }: { taskIds: readonly string[]; labelId: string; isOn: boolean },
): CommandResult {
  const group = `label/${labelId}`;
  const changes = changesOf(store, { taskIds, group, value: { present: isOn } });
  return commitParts(store, { label: 'task.labels', changes });
}

/** Makes a label at the end of all and puts it on the tasks; where these are of several workspaces, one in each. */
export async function addLabelToAll(
  store: AppStore,
  {
    taskIds,
    label,
  }: { taskIds: readonly string[]; label: { name: string; color: string; orderKey: string } },
): CommandResult {
  const tasks = taskIds.flatMap((taskId) => readTask(store, taskId) ?? []);
  const create = { ...label, createdAt: store.now() };
  let last: Awaited<CommandResult>;
  for (const workspaceId of new Set(tasks.map((task) => task.workspaceId))) {
    const own = tasks.filter((task) => task.workspaceId === workspaceId).map(idOf);
    const id = store.newId();
    const group = `label/${id}`;
    const changes: Change[] = [
      { kind: 'label', id, create },
      ...changesOf(store, { taskIds: own, group, value: { present: true } }),
    ];
    last = await commitParts(store, { label: 'task.labels', changes });
  }
  return last;
}

/** Moves tasks with everything under them to the trash; what goes together can come back together. */
export async function trashAll(
  store: AppStore,
  { taskIds }: { taskIds: readonly string[] },
): CommandResult {
  const tree = await readTaskTree(store);
  const all = tree.roots(taskIds).flatMap(({ id }) => [id, ...tree.descendants(id).map(idOf)]);
  const value = { trashedAt: store.now() };
  const changes = changesOf(store, { taskIds: all, group: 'trash', value });
  return commitParts(store, { label: 'task.trash', changes });
}

function reopen(store: AppStore, tasks: readonly Task[]): CommandResult {
  const value = { status: 'todo', completedAt: null };
  const changes = changesOf(store, { taskIds: tasks.map(idOf), group: 'status', value });
  return commitParts(store, { label: 'task.reopen', changes });
}

function changesOf(
  store: AppStore,
  { taskIds, group, value }: { taskIds: readonly string[]; group: string; value: object },
): Change[] {
  return [...new Set(taskIds)].map((taskId) => changeNow(store, { taskId, group, value }));
}

/** Two recurring tasks may lead to one and the same next one (R8): a batch names each group of a task once. */
function eachOnce(changes: readonly Change[]): Change[] {
  const byKey = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.id}/${isCreation(change) ? '*' : change.group}`;
    if (!byKey.has(key)) byKey.set(key, change);
  }
  return [...byKey.values()];
}

function isOpen({ status }: Task): boolean {
  return status === 'todo' || status === 'in_progress';
}

function idOf({ id }: { id: string }): string {
  return id;
}
