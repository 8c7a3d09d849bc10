import { compareOrder } from '#shared/order-key';
import type { Project } from '#shared/project';
import type { Task, TaskCreation } from '#shared/task';
import { createProjectIdFinder } from '#shared/topmost-project';

/** What a list shows: the tasks without a project, those of a day, those with a date, of one project, or all of them. */
export type TaskView =
  | { name: 'inbox' }
  | { name: 'today' }
  | { name: 'upcoming' }
  | { name: 'all' }
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

const deepestIndent = 4;

/**
 * The rows of a view in order: trees in the order the person made; Today and Upcoming by date, then time.
 * Tasks of a trashed project are left out (R7); a project or parent that is not there counts as none (R8), and a
 * subtask is where its topmost task is, since one added while that was moved still names the project of before (A5).
 */
export function buildTaskRows(of: {
  view: TaskView;
  tasks: readonly Task[];
  projects: readonly Project[];
  today: string;
}): TaskRowData[] {
  const projectIdOf = createProjectIdFinder(of.tasks);
  const projectsById = new Map<string | null, Project>(
    of.projects.map((project) => [project.id, project]),
  );
  const projectOf = (task: Task) => projectsById.get(projectIdOf(task));
  const isHidden = (task: Task) => (projectOf(task)?.trashedAt ?? null) !== null;
  const visible = of.tasks.filter((task) => !isHidden(task));
  const { view } = of;
  if (view.name === 'inbox') return toTree(visible.filter((task) => projectOf(task) === undefined));
  if (view.name === 'project') {
    return toTree(visible.filter((task) => projectIdOf(task) === view.projectId));
  }
  if (view.name === 'all') {
    return allTrees({ tasks: visible, projects: of.projects, projectOf });
  }
  return visible
    .filter((task) => isIn(view, task, of.today))
    .sort(compareDue)
    .map((task) => ({ task, depth: 0, project: projectOf(task) }));
}

function isIn(view: TaskView, task: Task, today: string): boolean {
  if (view.name === 'filter') return view.keeps(task);
  return view.name === 'today' ? isForToday(task, today) : task.dueDate !== null;
}

/** Whether a task is due today or overdue, or is to be started by today. */
export function isForToday(task: Task, today: string): boolean {
  const { dueDate, startDate } = task;
  return (dueDate !== null && dueDate <= today) || (startDate !== null && startDate <= today);
}

function allTrees(of: {
  tasks: readonly Task[];
  projects: readonly Project[];
  projectOf: (task: Task) => Project | undefined;
}): TaskRowData[] {
  const groups: [Project | undefined, Task[]][] = [
    undefined,
    ...[...of.projects].sort(compareOrder),
  ].map((project) => [project, []]);
  const groupsById = new Map(groups.map(([project, tasks]) => [project?.id, tasks]));
  for (const task of of.tasks) groupsById.get(of.projectOf(task)?.id)?.push(task);
  return groups.flatMap(([project, tasks]) => toTree(tasks).map((row) => ({ ...row, project })));
}

/** Tasks under their parents; a task whose parent is elsewhere stands at the top, and so does one in a cycle. */
function toTree(tasks: readonly Task[]): TaskRowData[] {
  const idsHere = new Set(tasks.map((task) => task.id));
  const childrenById = new Map<string | null, Task[]>();
  for (const task of [...tasks].sort(compareOrder)) {
    const parentId = task.parentId !== null && idsHere.has(task.parentId) ? task.parentId : null;
    const siblings = childrenById.get(parentId);
    if (siblings === undefined) childrenById.set(parentId, [task]);
    else siblings.push(task);
  }
  const rows: TaskRowData[] = [];
  const seen = new Set<string>();
  const visit = (task: Task, depth: number): void => {
    if (seen.has(task.id)) return;
    seen.add(task.id);
    rows.push({ task, depth: Math.min(depth, deepestIndent), project: undefined });
    for (const child of childrenById.get(task.id) ?? []) visit(child, depth + 1);
  };
  for (const root of childrenById.get(null) ?? []) visit(root, 0);
  for (const task of tasks) visit(task, 0);
  return rows;
}

function compareDue(a: Task, b: Task): number {
  const [dueA, dueB] = [dueText(a), dueText(b)];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return compareOrder(a, b);
}

/** A day without a time comes after the times of that day. */
function dueText(task: Task): string {
  return `${task.dueDate ?? task.startDate ?? '~'} ${task.dueTime ?? '~'}`;
}
