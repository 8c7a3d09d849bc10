import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { insertSorted, removeSorted } from './sorted-list.ts';

/** A task with what stands under it, in the order the person made. */
export interface TaskNode {
  task: Task;
  parent: TaskNode | undefined;
  children: TaskNode[];
  /** By what it is sorted where days come before order, see `dueText`. */
  due: string;
  /** What a list last made of it. */
  row: { task: Task; depth: number; project: Project | undefined } | undefined;
}

/** Tasks as trees. What was handed out by it changes with the next `update`. */
export interface TaskForest {
  /** Takes in how things are now; costs as much as there are changes. `tasks` are in the order of their ids. */
  update(tasks: readonly Task[]): void;
  find(taskId: string): TaskNode | undefined;
  /** The topmost tasks that name a project, in order; what stands under them goes where they go (A5). */
  topsOf(projectId: string | null): readonly TaskNode[];
  /** Every project that a topmost task names, whether it is there or not. */
  projectIds(): Iterable<string | null>;
  /** The tasks with a date to begin or to end, by `compareDue`. */
  dated(): readonly TaskNode[];
}

/** So many changes at once (of all tasks) are cheaper to sort anew than to put in one by one. */
const rebuildShare = 1 / 8;
const rebuildMin = 64;

/**
 * An empty forest. A task whose parent is not there stands at the top, and so does one in each cycle, which cannot be
 * made on the server but may be seen on a device for a moment (R8).
 */
export function createTaskForest(): TaskForest {
  const links = new TaskLinks();
  let held: readonly Task[] = [];
  let dated: TaskNode[] = [];

  function take([before, after]: [Task | undefined, Task | undefined]): void {
    const node = before && links.nodeOf(before.id);
    if (node === undefined) {
      if (after === undefined) return;
      const added = links.add(after);
      if (isDated(after)) insertSorted(dated, added, compareDueNodes);
      return;
    }
    const keepsDue = after !== undefined && isSameDue(node.task, after);
    if (!keepsDue && isDated(node.task)) removeSorted(dated, node, compareDueNodes);
    if (after === undefined) links.remove(node);
    else links.replace(node, after);
    if (after !== undefined && !keepsDue && isDated(after)) {
      insertSorted(dated, node, compareDueNodes);
    }
  }

  return {
    update(tasks) {
      const changes = diffById(held, tasks);
      held = tasks;
      if (changes.length > Math.max(rebuildMin, tasks.length * rebuildShare)) {
        const nodes = links.rebuild(tasks);
        dated = nodes.filter(({ task }) => isDated(task)).sort(compareDueNodes);
      } else if (changes.length > 0) {
        changes.forEach(take);
        links.openCycles();
      }
    },
    find: (taskId) => links.nodeOf(taskId),
    topsOf: (projectId) => links.topsOf(projectId),
    projectIds: () => links.projectIds(),
    dated: () => dated,
  };
}

/** Who stands under whom, and in which order. */
class TaskLinks {
  readonly #nodes = new Map<string, TaskNode>();
  readonly #tops = new Map<string | null, TaskNode[]>();
  /** Topmost tasks that name a parent, by its id: it is not there, or it stands under them. */
  readonly #waiting = new Map<string, Set<TaskNode>>();

  nodeOf(id: string): TaskNode | undefined {
    return this.#nodes.get(id);
  }

  topsOf(projectId: string | null): readonly TaskNode[] {
    return this.#tops.get(projectId) ?? [];
  }

  projectIds(): Iterable<string | null> {
    return this.#tops.keys();
  }

  add(task: Task): TaskNode {
    const node = newNode(task);
    this.#nodes.set(task.id, node);
    this.#attach(node);
    this.#moveAll(this.#waiting.get(task.id) ?? []);
    return node;
  }

  remove(node: TaskNode): void {
    this.#detach(node);
    this.#nodes.delete(node.task.id);
    this.#moveAll(node.children);
  }

  replace(node: TaskNode, task: Task): void {
    const keepsPlace = isSamePlace(node.task, task);
    if (!keepsPlace) this.#detach(node);
    node.task = task;
    node.due = dueText(task);
    if (!keepsPlace) this.#attach(node);
  }

  /** A cycle may have been opened by a task far from where it was cut. */
  openCycles(): void {
    for (const [parentId, children] of this.#waiting) {
      if (this.#nodes.has(parentId)) this.#moveAll(children);
    }
  }

  /** Begins anew; the nodes in order. */
  rebuild(tasks: readonly Task[]): TaskNode[] {
    this.#nodes.clear();
    this.#tops.clear();
    this.#waiting.clear();
    for (const task of tasks) this.#nodes.set(task.id, newNode(task));
    const inOrder = [...this.#nodes.values()].sort(compareNodes);
    // In order, each goes to the end of its list.
    for (const node of inOrder) this.#link(node).push(node);
    return inOrder;
  }

  #attach(node: TaskNode): void {
    insertSorted(this.#link(node), node, compareNodes);
  }

  #detach(node: TaskNode): void {
    const { parentId } = node.task;
    if (parentId !== null) this.#waiting.get(parentId)?.delete(node);
    removeSorted(this.#listOf(node), node, compareNodes);
    node.parent = undefined;
  }

  /** Finds the parent; the list to stand in. */
  #link(node: TaskNode): TaskNode[] {
    const { parentId } = node.task;
    const parent = parentId === null ? undefined : this.#nodes.get(parentId);
    node.parent = parent !== undefined && !isUnder(parent, node) ? parent : undefined;
    if (parentId !== null && node.parent === undefined) addTo(this.#waiting, parentId, node);
    return this.#listOf(node);
  }

  #listOf({ task, parent }: TaskNode): TaskNode[] {
    if (parent !== undefined) return parent.children;
    const list = this.#tops.get(task.projectId) ?? [];
    this.#tops.set(task.projectId, list);
    return list;
  }

  #moveAll(children: Iterable<TaskNode>): void {
    for (const child of Array.from(children)) {
      this.#detach(child);
      this.#attach(child);
    }
  }
}

/** The topmost task that a task stands under, which may be itself. */
export function topOf(node: TaskNode): TaskNode {
  let top = node;
  while (top.parent !== undefined) top = top.parent;
  return top;
}

/** By the day to end, else to begin; a day without a time comes after the times of that day. */
export function compareDue(a: Task, b: Task): number {
  return compareText(dueText(a), dueText(b)) || compareOrder(a, b);
}

/** Tasks that differ, before and after; both lists are in the order of their ids, unchanged tasks are the same objects. */
function diffById(
  before: readonly Task[],
  after: readonly Task[],
): [Task | undefined, Task | undefined][] {
  const changes: [Task | undefined, Task | undefined][] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [old, now] = [before[at], after[to]];
    if (old !== now) {
      const order = compareIds(old, now);
      changes.push([order <= 0 ? old : undefined, order >= 0 ? now : undefined]);
      if (order < 0) to -= 1;
      if (order > 0) at -= 1;
    }
    at += 1;
    to += 1;
  }
  return changes;
}

/** One that is not there comes after all others. */
function compareIds(a: Task | undefined, b: Task | undefined): number {
  if (a === undefined) return 1;
  return b === undefined ? -1 : compareText(a.id, b.id);
}

function isUnder(node: TaskNode, above: TaskNode): boolean {
  let at: TaskNode | undefined = node;
  while (at !== undefined && at !== above) at = at.parent;
  return at !== undefined;
}

function isDated({ dueDate, startDate }: Task): boolean {
  return dueDate !== null || startDate !== null;
}

function isSameDue(a: Task, b: Task): boolean {
  return isDated(a) === isDated(b) && dueText(a) === dueText(b) && a.orderKey === b.orderKey;
}

function isSamePlace(a: Task, b: Task): boolean {
  return a.parentId === b.parentId && a.projectId === b.projectId && a.orderKey === b.orderKey;
}

function dueText({ dueDate, startDate, dueTime }: Task): string {
  return `${dueDate ?? startDate ?? '~'} ${dueTime ?? '~'}`;
}

function newNode(task: Task): TaskNode {
  return { task, parent: undefined, children: [], due: dueText(task), row: undefined };
}

function compareNodes(a: TaskNode, b: TaskNode): number {
  return compareOrder(a.task, b.task);
}

function compareDueNodes(a: TaskNode, b: TaskNode): number {
  return compareText(a.due, b.due) || compareOrder(a.task, b.task);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
