import { ApiError } from '#shared/api-error';
import type { Comment } from '#shared/comment';
import type { FoundTask } from '#shared/found-task-message';
import { memberId } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import { searchLimits } from '#shared/search-limits';
import type { Task } from '#shared/task';
import type { SearchSpace } from '../storage/search-index-port.ts';
import { readLate } from './read-late.ts';
import { indexWaitMs, type SearchParts } from './search-tasks.ts';
import { isComment, isLabel, isTask } from './search-words.ts';

/**
 * A task with everything about it, as of the newest commit. Its comments are found by the search index, where each has a row
 * under its task. Throws ApiError `task_unknown`, also for what was purged; the membership has been checked.
 */
export async function readFoundTask(
  parts: SearchParts,
  { taskId, workspaceId, epoch }: SearchSpace & { taskId: string },
): Promise<FoundTask> {
  const space = { workspaceId, epoch };
  const read = (ids: readonly string[]) => parts.documents.read({ workspaceId, ids });
  const task = (await read([taskId])).get(taskId);
  if (!isTask(task)) throw new ApiError('task_unknown');
  const { indexed, isWhole } = await parts.indexer.index({ ...space, waitMs: indexWaitMs });
  const rows = await parts.searchIndex.readRows({ ...space, taskIds: [taskId] });
  const late = isWhole ? await readLate(parts.documents, { workspaceId, indexed }) : noneLate;
  const commentIds = [...rows.map(({ id }) => id), ...(late.get(taskId) ?? [])];
  const around = [...namedIds(task), ...commentIds];
  const documents = await read([...new Set(around)]);
  const comments = [...documents.values()].filter((one) => isShownComment(one, taskId));
  const shown = comments.toSorted(oldestFirst).slice(-searchLimits.shownComments);
  const authorIds = shown.map(({ createdBy }) => memberId({ workspaceId, userId: createdBy }));
  const members = await read([...new Set(authorIds)]);
  return {
    ...factsOf(task, documents),
    comments: shown.map(({ id, text, createdAt, createdBy }) => {
      const name = members.get(memberId({ workspaceId, userId: createdBy }))?.['name'];
      return { id, text, createdAt, createdBy, author: typeof name === 'string' ? name : null };
    }),
    olderComments: comments.length - shown.length,
    isWhole,
  };
}

const noneLate: ReadonlyMap<string, readonly string[]> = new Map();

/** What a task is shown with and holds by its id only. */
function namedIds({ projectId, parentId, labels }: Task): string[] {
  return [projectId, parentId, ...Object.keys(labels)].filter((id) => id !== null);
}

function factsOf(
  task: Task,
  documents: ReadonlyMap<string, AnyDocument>,
): Pick<FoundTask, 'task' | 'project' | 'parentTitle' | 'labels'> {
  const { id, workspaceId, title, notes, status, priority, startDate, dueDate, dueTime } = task;
  const { recurrence, createdAt, completedAt, trashedAt } = task;
  const dates = { startDate, dueDate, dueTime, recurrence, createdAt, completedAt, trashedAt };
  const project = documents.get(task.projectId ?? '');
  const parent = documents.get(task.parentId ?? '');
  const labels = Object.keys(task.labels).flatMap((labelId) => documents.get(labelId) ?? []);
  return {
    task: { id, workspaceId, title, notes, status, priority, ...dates },
    project: isProject(project) ? lookOf(project) : null,
    parentTitle: isTask(parent) ? parent.title : null,
    labels: labels.filter(isShownLabel).map((label) => nameOf(label)),
  };
}

function lookOf(project: Project): FoundTask['project'] {
  return { ...nameOf(project), icon: project.icon };
}

function nameOf({ id, name, color }: Project | Label): FoundTask['labels'][number] {
  return { id, name, color };
}

function isProject(document: AnyDocument | undefined): document is Project {
  return document?.kind === 'project';
}

function isShownLabel(document: AnyDocument): document is Label {
  return isLabel(document) && document.trashedAt === null;
}

function isShownComment(document: AnyDocument, taskId: string): document is Comment {
  return isComment(document) && document.taskId === taskId && document.trashedAt === null;
}

function oldestFirst(a: Comment, b: Comment): number {
  if (a.createdAt === b.createdAt) return a.id < b.id ? -1 : 1;
  return a.createdAt < b.createdAt ? -1 : 1;
}
