import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { Task, TaskCreation } from '#shared/task';
import { unreachable } from '#shared/unreachable';
import {
  compareDue,
  createTaskForest,
  type TaskForest,
  type TaskNode,
  topOf,
} from './task-forest.ts';

/** What a list shows: the tasks without a project, of a day, with a date, of one project, with a label, or all of them. */
export type TaskView =
  | { name: 'inbox' }
  | { name: 'today' }
  | { name: 'upcoming' }
  | { name: 'all' }
  | { name: 'label'; labelId: string }
  | { name: 'project'; projectId: string }
  /** `keeps` says which tasks; it must be the same function between renders. */
  | {
      name: 'filter';
      keeps: (task: Task) => boolean;
      includesClosed: boolean;
      /** What a task that is added here begins with. */
      newTask: Pick<TaskCreation, 'priority' | 'dueDate' | 'projectId' | 'labels' | 'assignees'>;
      grouping: TaskGrouping | 'none';
    };

/** By what rows can be put under headings. */
export type TaskGrouping = 'date' | 'project' | 'priority';

/** One line of the list: a task, how deep it stands under others, and its project where the view mixes several. */
export interface TaskRowData {
  task: Task;
  depth: number;
  project: Project | undefined;
}

/** What the rows of a view are made from; `tasks` are in the order of their ids. */
export interface RowSources {
  view: TaskView;
  tasks: readonly Task[];
  projects: readonly Project[];
  today: string;
}

const deepestIndent = 5;

/**
 * The rows of a view in order: trees in the order the person made; Today and Upcoming by date, then time.
 * Tasks of a trashed project are left out (R7), those of an archived one are on its own page only; a project or parent that
 * is not there counts as none (R8), and a subtask is where its topmost task is, since one added while that was moved still names the project of before (A5).
 * For tasks that go on changing `createRowBuilder` does the same faster.
 */
export function buildTaskRows(of: RowSources): TaskRowData[] {
  const tasks = [...of.tasks].sort((a, b) => (a.id < b.id ? -1 : 1));
  return createRowBuilder()({ ...of, tasks });
}

/** Builds rows again and again: what a change costs is what changed, and rows that did not change stay the same objects. */
export function createRowBuilder(): (of: RowSources) => TaskRowData[] {
  const forest = createTaskForest();
  const labelled = createTaskForest();
  return ({ view, tasks, projects, today }) => {
    forest.update(tasks);
    const shown = createProjectFinder(projects, view);
    switch (view.name) {
      case 'inbox':
        return treeRows(inboxTops(forest, shown));
      case 'project': {
        const isHidden = shown(view.projectId) === 'hidden';
        return isHidden ? [] : treeRows(forest.topsOf(view.projectId));
      }
      case 'all':
        return allRows({ forest, shown, projects });
      case 'label': {
        labelled.update(carrying(view.labelId, { tasks, forest }));
        return allRows({ forest: labelled, shown, projects });
      }
      case 'today':
        return datedRows({ forest, shown, isWanted: (task) => isForToday(task, today) });
      case 'upcoming':
        return datedRows({ forest, shown, isWanted: isPlanned });
      case 'filter':
        return tasks
          .filter(view.keeps)
          .sort(compareDue)
          .flatMap(({ id }) => {
            const node = forest.find(id);
            return node === undefined ? [] : rowIn(node, shown);
          });
      default:
        return unreachable(view);
    }
  };
}

/** Whether the tasks of a project are left out of a view. */
export function isHiddenIn(view: Pick<TaskView, 'name'>, project: Project | undefined): boolean {
  if (project === undefined) return false;
  if (project.trashedAt !== null) return true;
  return project.archivedAt !== null && view.name !== 'project';
}

/** Whether a task has a date to be planned by: a deadline, or else a start. */
export function isPlanned({ dueDate, startDate }: Task): boolean {
  return dueDate !== null || startDate !== null;
}

/** Whether a task is due today or overdue, or was to be started by today; one that starts later waits until then. */
export function isForToday(task: Task, today: string): boolean {
  const { dueDate, startDate } = task;
  if (startDate !== null && startDate > today) return false;
  return (dueDate !== null && dueDate <= today) || (startDate !== null && startDate <= today);
}

/** The same row as before where nothing of it changed. */
function rowOf(node: TaskNode, depth: number, project: Project | undefined): TaskRowData {
  const { row, task } = node;
  if (row?.task === task && row.depth === depth && row.project === project) return row;
  return (node.row = { task, depth, project });
}

/** The project that a topmost task names; undefined if it is not there (R8), `hidden` if a view leaves it out (R7). */
export type ProjectFinder = (projectId: string | null) => Project | 'hidden' | undefined;

/** See `ProjectFinder`. */
export function createProjectFinder(
  projects: readonly Project[],
  view: Pick<TaskView, 'name'>,
): ProjectFinder {
  const byId = new Map<string | null, Project>(projects.map((project) => [project.id, project]));
  return (projectId) => {
    const project = byId.get(projectId);
    return project !== undefined && isHiddenIn(view, project) ? 'hidden' : project;
  };
}

/** Tasks that name no project, and those that name one which is not there. */
function inboxTops(forest: TaskForest, shown: ProjectFinder): readonly TaskNode[] {
  const lists = [...forest.projectIds()]
    .filter((projectId) => shown(projectId) === undefined)
    .map((projectId) => forest.topsOf(projectId))
    .filter((list) => list.length > 0);
  if (lists.length < 2) return lists[0] ?? [];
  return lists.flat().sort((a, b) => compareOrder(a.task, b.task));
}

function allRows(of: {
  forest: TaskForest;
  shown: ProjectFinder;
  projects: readonly Project[];
}): TaskRowData[] {
  const { forest, shown } = of;
  const rows = treeRows(inboxTops(forest, shown));
  for (const project of [...of.projects].sort(compareOrder)) {
    if (shown(project.id) === 'hidden') continue;
    addTrees(rows, forest.topsOf(project.id), { depth: 0, project });
  }
  return rows;
}

/** The tasks with a label, in the project that each is shown in: trees of their own, whatever stands above them. */
function carrying(
  labelId: string,
  { tasks, forest }: { tasks: readonly Task[]; forest: TaskForest },
): Task[] {
  return tasks.flatMap((task) => {
    if (task.labels[labelId] !== true) return [];
    const node = forest.find(task.id);
    const projectId = node === undefined ? task.projectId : topOf(node).task.projectId;
    return [projectId === task.projectId ? task : { ...task, projectId }];
  });
}

function datedRows(of: {
  forest: TaskForest;
  shown: ProjectFinder;
  isWanted: (task: Task) => boolean;
}): TaskRowData[] {
  const rows: TaskRowData[] = [];
  for (const node of of.forest.dated()) {
    if (of.isWanted(node.task)) rows.push(...rowIn(node, of.shown));
  }
  return rows;
}

/** The row of a task by itself, unless its project is hidden. */
function rowIn(node: TaskNode, shown: ProjectFinder): TaskRowData[] {
  const project = shown(topOf(node).task.projectId);
  return project === 'hidden' ? [] : [rowOf(node, 0, project)];
}

function treeRows(tops: readonly TaskNode[]): TaskRowData[] {
  const rows: TaskRowData[] = [];
  addTrees(rows, tops, { depth: 0, project: undefined });
  return rows;
}

function addTrees(
  rows: TaskRowData[],
  nodes: readonly TaskNode[],
  of: { depth: number; project: Project | undefined },
): void {
  const { depth, project } = of;
  const below = { depth: Math.min(depth + 1, deepestIndent), project };
  for (const node of nodes) {
    rows.push(rowOf(node, depth, project));
    if (node.children.length > 0) addTrees(rows, node.children, below);
  }
}
