import { documentKinds } from '#shared/document-kinds';
import { manyKinds } from './early-answers.ts';
import type { FirstDocumentsMemory } from './first-documents.ts';
import type { LiveView } from './live-view.ts';
import type { WorkspaceView } from './workspace-view.ts';

/** More than this is no quick look: such a start reads all at once. */
const mostIds = 600;

/** Notes what a list shows first: its tasks, their comments, and all documents of which there are few. */
export function keepFirst(
  of: { memory: FirstDocumentsMemory; view: LiveView; spaces: readonly WorkspaceView[] },
  list: { path: string; day: string; taskIds: readonly string[] },
): void {
  const { path, day } = list;
  const taskIds = new Set(list.taskIds);
  const comments = of.view
    .documents('comment')
    .filter((comment) => taskIds.has(String(comment['taskId'])));
  const few = documentKinds
    .filter(({ kind }) => !manyKinds.has(kind))
    .flatMap(({ kind }) => of.view.documents(kind));
  const ids = [...taskIds, ...[...comments, ...few].map(({ id }) => id)];
  if (ids.length > mostIds) return;
  const revs = of.spaces.map((space) => [space.database.workspaceId, space.shownRev()] as const);
  of.memory.keep({ path, day, revs: Object.fromEntries(revs), ids });
}
