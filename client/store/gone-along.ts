import type { Comment } from '#shared/comment';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { createProjectIdFinder } from '#shared/topmost-project';
import type { MoveMark } from './move-record.ts';
import { withChildren } from './with-children.ts';

/** What is in the trash because it moved, and what came to it before it was there. */
export interface GoneAlong {
  /** By id: the originals that moved; without those that somebody brought back. */
  originals: ReadonlyMap<string, AnyDocument>;
  /** Those that have no copy yet, parents before children. */
  newTasks: readonly Task[];
  newComments: readonly Comment[];
  /** Live labels of the workspace that was left. */
  labels: readonly Label[];
  /** The project, where one moved. */
  project: Project | undefined;
  /** Tasks of it that somebody took out of it before it was in the trash: there they are live, and so are their copies. */
  strays: readonly { id: string; copyId: string }[];
}

/** Looks through all documents of the workspace that was left: pure. */
export function goneAlong(mark: MoveMark, there: ReadonlyMap<string, AnyDocument>): GoneAlong {
  const copyIds = new Map(mark.copies.map(({ id, copyId }) => [id, copyId]));
  const leftIds = new Set(mark.copies.filter((copy) => hasLeft(copy, there)).map(({ id }) => id));
  const project = [...there.values()].filter(isProject).find(({ id }) => leftIds.has(id));
  const originals = new Map(
    [...copyIds.keys()].flatMap((id) => {
      const document = there.get(id);
      const isAlong =
        project !== undefined || leftIds.has(id) || leftIds.has(String(document?.['taskId']));
      return document !== undefined && isAlong ? [[id, document] as const] : [];
    }),
  );
  const live = [...there.values()].filter(isTask).filter(({ trashedAt }) => trashedAt === null);
  const others = live.filter(({ id }) => !copyIds.has(id));
  const projectIdOf = createProjectIdFinder(live);
  const isInside = (task: Task) => project !== undefined && projectIdOf(task) === project.id;
  const newTasks =
    project === undefined
      ? withChildren(
          others,
          others.filter(({ parentId }) => leftIds.has(parentId ?? '')),
        )
      : inOrder(others.filter(isInside));
  const newIds = new Set(newTasks.map(({ id }) => id));
  const newComments = [...there.values()]
    .filter(isComment)
    .filter(
      ({ id, taskId, trashedAt }) =>
        trashedAt === null && !copyIds.has(id) && (originals.has(taskId) || newIds.has(taskId)),
    );
  const strays = live.flatMap((task) => {
    const copyId = copyIds.get(task.id);
    const isStray = project !== undefined && copyId !== undefined && !isInside(task);
    return isStray ? [{ id: task.id, copyId }] : [];
  });
  const labels = [...there.values()].filter(isLabel).filter(({ trashedAt }) => trashedAt === null);
  return { originals, newTasks, newComments, labels, project, strays };
}

function hasLeft(
  { id, copyId, leaves }: MoveMark['copies'][number],
  there: ReadonlyMap<string, AnyDocument>,
): boolean {
  const document = there.get(id);
  return leaves && document?.['movedTo'] === copyId && document['trashedAt'] !== null;
}

function inOrder(tasks: readonly Task[]): Task[] {
  const ids = new Set(tasks.map(({ id }) => id));
  return withChildren(
    tasks,
    tasks.filter(({ parentId }) => parentId === null || !ids.has(parentId)),
  );
}

const isTask = (document: AnyDocument): document is Task => document.kind === 'task';
const isProject = (document: AnyDocument): document is Project => document.kind === 'project';
const isComment = (document: AnyDocument): document is Comment => document.kind === 'comment';
const isLabel = (document: AnyDocument): document is Label => document.kind === 'label';
