import type { Comment } from '#shared/comment';
import { foldText } from '#shared/fold-text';
import { derivedId } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';
import type { MovedCopy } from './move-record.ts';

/** What is to move, with everything it takes along; all of one workspace and outside the trash. */
export interface MoveFrom {
  /** Undefined where only tasks move. */
  project: Project | undefined;
  /** Parents before children. Those whose parent is not among them are placed by `place`. */
  tasks: readonly Task[];
  /** Comments of these tasks, and of what is known. */
  comments: readonly Comment[];
  /** Those that tasks bear, without what is known. */
  labels: readonly Label[];
}

/** Where it goes. */
export interface MoveTo {
  workspaceId: string;
  /** For tasks without a project that moves along. */
  place: { projectId: string | null; sectionId: string | null };
  /** Order keys at the end of the place, one for each task at the top; for a project one. */
  orderKeys: readonly string[];
  labels: readonly Label[];
  /** Order keys behind the labels there, as many as may be needed. */
  labelKeys: readonly string[];
  /**
   * By label here: the first attempt whose copy nobody deleted there, 0 where it is not named. It is the label's own: that of
   * the tasks counts how often they were taken back.
   */
  labelAttempts: ReadonlyMap<string, number>;
  /** Whether a person may be assigned there. */
  isMember: (userId: string) => boolean;
}

/** What a move is planned from. */
export interface PlanMove {
  from: MoveFrom;
  to: MoveTo;
  attempt: number;
  /** What moved before, where something comes along later. */
  known?: {
    /** The copies that were made by their originals. */
    copyIds: ReadonlyMap<string, string>;
    /** The labels there by those here. */
    labelIds: Readonly<Record<string, string>>;
    /** Where a project moved: where its tasks stand in the copy. */
    placeOf: PlaceOf | undefined;
  };
}

type PlaceOf = (task: Task) => { projectId: string; sectionId: string | null };

/** The batch, or batches, of a move. */
export interface PlannedMove {
  changes: Change[];
  copies: MovedCopy[];
  labelIds: Record<string, string>;
}

/**
 * The copies that a move makes (R8): pure, and the same for the same documents on every device and each time, so that a
 * repeat and a second device make no second copy. `attempt` is raised where the copies of an earlier move were trashed.
 */
export function planMove(of: PlanMove): PlannedMove {
  const { from, to, attempt, known } = of;
  const copyIdOf = (document: AnyDocument) => copyId(document, { to: to.workspaceId, attempt });
  const { labelIds, creations } = planLabels(from, to, known?.labelIds ?? {});
  const project = from.project && planProject(from.project, { to, copyIdOf });
  const ids = new Map([
    ...(known?.copyIds ?? []),
    ...from.tasks.map((task) => [task.id, copyIdOf(task)] as const),
  ]);
  const placeOf = project && from.project ? placeInCopy(from.project, project.id) : known?.placeOf;
  const tasks = planTasks(of, { labelIds, copyIdOf, ids, placeOf });
  const comments = from.comments.map((comment): Change => {
    const { taskId, text, createdAt } = comment;
    const create = { taskId: ids.get(taskId) ?? taskId, text, createdAt };
    return { kind: 'comment', id: copyIdOf(comment), create };
  });
  const leaves = (document: AnyDocument) =>
    document.kind === 'project' || (placeOf === undefined && document.kind === 'task');
  const all = [...(from.project === undefined ? [] : [from.project]), ...from.tasks];
  return {
    changes: [...creations, ...(project?.changes ?? []), ...tasks, ...comments],
    copies: [...all, ...from.comments].map((document) => ({
      kind: document.kind,
      id: document.id,
      copyId: copyIdOf(document),
      stamps: document.stamps,
      leaves: leaves(document),
    })),
    labelIds,
  };
}

/**
 * The id of a copy: that of its original, where it goes, and as what it lies outside the trash; who brought the original
 * back and moves it again makes another copy. One that never was in the trash is the same on every device, also where two
 * have just made it and do not know yet whose creation stands.
 */
export function copyId(
  document: AnyDocument,
  { to, attempt }: { to: string; attempt: number },
): string {
  const lastOut = document.stamps['trash']?.split('~').at(-1) ?? '';
  return derivedId('move', document.id, to, lastOut, attempt);
}

interface PlannedProject {
  id: string;
  changes: Change[];
}

/** The section of a copied project that stands for one of its original. */
export function sectionCopyId(sectionId: string, projectCopyId: string): string {
  return derivedId('section', sectionId, projectCopyId);
}

function planProject(
  project: Project,
  of: { to: MoveTo; copyIdOf: (document: AnyDocument) => string },
): PlannedProject {
  const id = of.copyIdOf(project);
  const { name, color, icon, archivedAt, createdAt } = project;
  const sections = Object.fromEntries(
    liveSections(project).map(([sectionId, section]) => [sectionCopyId(sectionId, id), section]),
  );
  const [orderKey] = of.to.orderKeys;
  const create = { name, color, icon, orderKey, sections, createdAt };
  const archive = { kind: 'project', id, group: 'archive', value: { archivedAt }, base: null };
  return {
    id,
    changes: [{ kind: 'project', id, create }, ...(archivedAt === null ? [] : [archive])],
  };
}

function planTasks(
  { from, to }: PlanMove,
  of: {
    labelIds: Readonly<Record<string, string>>;
    copyIdOf: (document: AnyDocument) => string;
    ids: ReadonlyMap<string, string>;
    placeOf: PlaceOf | undefined;
  },
): Change[] {
  const { ids, placeOf } = of;
  const tops = from.tasks.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  const topKeys = new Map(tops.map(({ id }, index) => [id, to.orderKeys[index]]));
  return from.tasks.map((task): Change => {
    const parentId = ids.get(task.parentId ?? '') ?? null;
    const top = placeOf === undefined ? to.place : placeOf(task);
    const place = {
      projectId: top.projectId,
      sectionId: parentId === null || placeOf !== undefined ? top.sectionId : null,
      parentId,
      orderKey: (placeOf === undefined ? topKeys.get(task.id) : undefined) ?? task.orderKey,
    };
    const labels = Object.keys(task.labels).flatMap((id) => of.labelIds[id] ?? []);
    const assignees = Object.keys(task.assignees).filter(to.isMember);
    const create = {
      ...fieldsOf(task),
      ...place,
      labels: flags(labels),
      assignees: flags(assignees),
    };
    return { kind: 'task', id: of.copyIdOf(task), create };
  });
}

function liveSections({ sections, sectionsGone }: Project) {
  return Object.entries(sections).filter(([sectionId]) => sectionsGone[sectionId] === undefined);
}

/** Where the tasks of a project stand in its copy. */
export function placeInCopy(project: Project, projectCopyId: string): PlaceOf {
  const liveIds = new Set(liveSections(project).map(([sectionId]) => sectionId));
  return ({ sectionId }) => ({
    projectId: projectCopyId,
    sectionId:
      sectionId === null || !liveIds.has(sectionId)
        ? null
        : sectionCopyId(sectionId, projectCopyId),
  });
}

/** Everything of a task but where it stands, what it is labelled with and who is to do it. */
function fieldsOf(task: Task) {
  const { title, notes, status, completedAt, priority, estimateMinutes, reminders } = task;
  const { startDate, dueDate, dueTime, timeZone, recurrence, createdAt } = task;
  const schedule = { startDate, dueDate, dueTime, timeZone, recurrence };
  const done = { status, completedAt };
  return { title, notes, ...done, priority, estimateMinutes, reminders, ...schedule, createdAt };
}

/** Labels are one there and here when they have one name; what is missing there is made. */
function planLabels({ labels }: MoveFrom, to: MoveTo, knownIds: Readonly<Record<string, string>>) {
  const idsByName = new Map(to.labels.map(({ id, name }) => [foldText(name), id]));
  const labelIds: Record<string, string> = { ...knownIds };
  const creations: Change[] = [];
  for (const label of labels) {
    const folded = foldText(label.name);
    const attempt = to.labelAttempts.get(label.id) ?? 0;
    const freshId = copyId(label, { to: to.workspaceId, attempt });
    const known = idsByName.get(folded);
    labelIds[label.id] = known ?? freshId;
    if (known !== undefined) continue;
    idsByName.set(folded, freshId);
    const { name, color } = label;
    const orderKey = to.labelKeys[creations.length];
    creations.push({ kind: 'label', id: freshId, create: { name, color, orderKey } });
  }
  return { labelIds, creations };
}

function flags(ids: readonly string[]): Record<string, true> {
  return Object.fromEntries(ids.map((id) => [id, true as const]));
}
