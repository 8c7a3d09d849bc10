import type { Task } from '#shared/task';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import { isTask } from './task-answer.ts';

/** What a list asks for. */
export interface TaskQuery {
  workspaceId: string;
  /** Left out: every task that is not in the trash. */
  status?: Task['status'] | 'trashed' | undefined;
  /** Part of title or notes, upper and lower case alike. */
  search?: string | undefined;
  limit: number;
  /** The id of the last task of the page before. */
  cursor?: string | undefined;
}

/** One page of tasks, oldest first by id; `nextCursor` is null on the last page. */
export interface TaskPage {
  tasks: Task[];
  nextCursor: string | null;
}

/** Pages by id, so that tasks made or changed between two pages neither repeat nor push others out. */
export async function listTasks(documents: FreshDocuments, query: TaskQuery): Promise<TaskPage> {
  const { workspaceId, limit } = query;
  const matches = matcher(query);
  const tasks: Task[] = [];
  const all = documents.list({ workspaceId, kind: 'task', afterId: query.cursor ?? '' });
  for await (const document of all) {
    if (!isTask(document) || !matches(document)) continue;
    if (tasks.length === limit) return { tasks, nextCursor: tasks.at(-1)?.id ?? null };
    tasks.push(document);
  }
  return { tasks, nextCursor: null };
}

function matcher({ status, search }: TaskQuery): (task: Task) => boolean {
  const wanted = search?.toLowerCase();
  return (task) => {
    if ((task.trashedAt !== null) !== (status === 'trashed')) return false;
    if (status !== undefined && status !== 'trashed' && task.status !== status) return false;
    return wanted === undefined || holdsText(task, wanted);
  };
}

function holdsText(task: Task, wanted: string): boolean {
  return task.title.toLowerCase().includes(wanted) || task.notes.toLowerCase().includes(wanted);
}
