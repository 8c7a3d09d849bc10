import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { priorities } from '../priority-flag.tsx';
import { buildTaskRows, type TaskView } from '../task-rows.ts';

/** By what a board has its columns. */
export type BoardGrouping = 'status' | 'section' | 'priority';

/** A card: its task, how many subtasks are done of how many, and its project where the view mixes several. */
export interface BoardCard {
  task: Task;
  subtasks: { done: number; total: number };
  project: Project | undefined;
}

/** A column; `name` only where it is the person's own word: a section. `key` is the value that its cards share. */
export interface BoardColumn {
  key: string;
  name: string | undefined;
  cards: readonly BoardCard[];
}

/** The key of the column for tasks without a section. */
export const noSection = 'no-section';

const states = ['todo', 'in_progress', 'done'] as const;

/**
 * The columns of a view. Cards are the topmost tasks; what stands under them is only counted. Cards are in the order
 * the person made, in Today by date and time, and in Done the latest first: those completed since `doneSince` (an
 * instant). The other groupings show open tasks only. One pass over the tasks, whatever the number of columns.
 */
export function placeInColumns(of: {
  view: TaskView;
  grouping: BoardGrouping;
  open: readonly Task[];
  /** Closed tasks, in no order. */
  closed: readonly Task[];
  projects: readonly Project[];
  today: string;
  doneSince: string;
}): BoardColumn[] {
  const { view, grouping, open, closed, projects, today, doneSince } = of;
  const done = closed.filter(({ status, completedAt }) => {
    return status === 'done' && (completedAt ?? '') >= doneSince;
  });
  const shown = grouping === 'status' ? [...open, ...done] : open;
  const rows = buildTaskRows({ view, tasks: shown, projects, today });
  const cards = rows.filter(({ depth }) => depth === 0);
  const subtasksById = countSubtasks([...open, ...closed]);
  const columns = emptyColumns(of);
  const cardsByKey = new Map(columns.map(({ key, cards: own }) => [key, own]));
  for (const { task, project } of cards) {
    const subtasks = subtasksById.get(task.id) ?? noSubtasks;
    const key = columnKeyOf(task, grouping);
    const own = cardsByKey.get(key) ?? cardsByKey.get(noSection);
    own?.push({ task, subtasks, project });
  }
  if (view.name !== 'today') for (const { cards: own } of columns) own.sort(byOrder);
  if (grouping === 'status') cardsByKey.get('done')?.sort(byCompletion);
  return columns;
}

/** The value of a task that decides its column; a section that is gone is for the caller to notice. */
export function columnKeyOf(task: Task, grouping: BoardGrouping): string {
  if (grouping === 'status') return task.status;
  return grouping === 'priority' ? task.priority : (task.sectionId ?? noSection);
}

/** The groupings of a view, the first of them for a board that nobody set up. */
export function groupingsOf(view: TaskView): readonly BoardGrouping[] {
  return view.name === 'project' ? ['status', 'section', 'priority'] : ['status', 'priority'];
}

function emptyColumns(of: {
  view: TaskView;
  grouping: BoardGrouping;
  projects: readonly Project[];
}) {
  const column = (key: string, name?: string) => ({ key, name, cards: new Array<BoardCard>() });
  if (of.grouping === 'status') return states.map((key) => column(key));
  if (of.grouping === 'priority') return priorities.map((key) => column(key));
  const { view } = of;
  const project = of.projects.find(({ id }) => view.name === 'project' && id === view.projectId);
  const sections = Object.entries(project?.sections ?? {})
    .filter(([id]) => project?.sectionsGone[id] !== true)
    .map(([id, section]) => ({ id, ...section }))
    .sort(compareOrder);
  return [column(noSection), ...sections.map(({ id, name }) => column(id, name))];
}

function countSubtasks(tasks: readonly Task[]): ReadonlyMap<string, BoardCard['subtasks']> {
  const counts = new Map<string, BoardCard['subtasks']>();
  for (const { parentId, status } of tasks) {
    if (parentId === null || status === 'cancelled') continue;
    const { done, total } = counts.get(parentId) ?? noSubtasks;
    counts.set(parentId, { done: done + (status === 'done' ? 1 : 0), total: total + 1 });
  }
  return counts;
}

const noSubtasks = { done: 0, total: 0 };

function byOrder(a: BoardCard, b: BoardCard): number {
  return compareOrder(a.task, b.task);
}

function byCompletion(a: BoardCard, b: BoardCard): number {
  const [at, bt] = [a.task.completedAt ?? '', b.task.completedAt ?? ''];
  if (at === bt) return compareOrder(a.task, b.task);
  return at < bt ? 1 : -1;
}

/**
 * What a card tells of its task: inside the column of what is in progress nobody needs to be told so. What is done stays
 * so, as its date presses no more.
 */
export function asToldIn(columnKey: string, task: Task): Task {
  const isTold = task.status === 'in_progress' && columnKey === 'in_progress';
  return isTold ? { ...task, status: 'todo' } : task;
}
