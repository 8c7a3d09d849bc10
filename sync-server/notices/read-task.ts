import type { Task } from '#shared/task';
import { isTask } from '../tasks-api/task-answer.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import { readMembers } from './follow-logs.ts';
import type { TaskWithPeople } from './message-of.ts';

/** Which task of which workspace. */
export interface TaskKey {
  workspaceId: string;
  taskId: string;
}

/** The task with who shares it; undefined where there is nothing to tell of any more. */
export type ReadTask = (key: TaskKey) => Promise<TaskWithPeople | undefined>;

/**
 * Reads what a claim of notices is about, each workspace once: hundreds of reminders of one workspace may come at the same
 * minute. What cannot be read with the others is read by itself, so that one that is broken hides no other.
 */
export function createTaskReader(documents: FreshDocuments, wanted: readonly TaskKey[]): ReadTask {
  const begun = new Map<string, ReturnType<typeof readTasks>>();
  return async ({ workspaceId, taskId }) => {
    const ofWorkspace = wanted.filter((key) => key.workspaceId === workspaceId);
    const ids = ofWorkspace.map((key) => key.taskId);
    const together = begun.get(workspaceId) ?? readTasks(documents, { workspaceId, ids });
    begun.set(workspaceId, together);
    const found = await together.catch(() => readTasks(documents, { workspaceId, ids: [taskId] }));
    return found.get(taskId);
  };
}

async function readTasks(
  documents: FreshDocuments,
  { workspaceId, ids }: { workspaceId: string; ids: readonly string[] },
): Promise<Map<string, TaskWithPeople>> {
  const tasks = [...(await documents.read({ workspaceId, ids })).values()].filter(isTold);
  if (tasks.length === 0) return new Map();
  const projectIds = new Set(tasks.flatMap(({ projectId }) => projectId ?? []));
  const projects = await documents.read({ workspaceId, ids: [...projectIds] });
  const members = await readMembers(documents, workspaceId);
  return new Map(
    tasks.map((task) => {
      const trashedAt = projects.get(task.projectId ?? '')?.['trashedAt'] ?? null;
      return [task.id, { task, members, isHidden: trashedAt !== null }];
    }),
  );
}

function isTold(document: Parameters<typeof isTask>[0]): document is Task {
  return isTask(document) && document.trashedAt === null;
}
