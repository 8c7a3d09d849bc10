import { documentKinds } from '#shared/document-kinds';
import { manyKinds } from './early-answers.ts';
import {
  type FirstDocuments,
  firstDocumentsKey,
  type FirstDocumentsStorage,
  readFirstDocuments,
} from './first-documents.ts';
import type { LiveView } from './live-view.ts';
import type { WorkspaceView } from './workspace-view.ts';

/** More than this is no quick look: such a start reads all at once. */
const mostIds = 600;
const listsKept = 6;

/** Notes what a list shows first: its tasks, their comments, and all documents of which there are few. */
export function keepFirst(
  of: {
    storage: FirstDocumentsStorage;
    userId: string;
    view: LiveView;
    spaces: readonly WorkspaceView[];
  },
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
  const { storage, userId } = of;
  writeFirstDocuments({ storage, userId }, { path, day, revs: Object.fromEntries(revs), ids });
}

/** Keeps one entry, in place of an older one of the same list; those of other days say nothing any more. */
export function writeFirstDocuments(
  { storage, userId }: { storage: FirstDocumentsStorage; userId: string },
  first: FirstDocuments,
): void {
  const others = readFirstDocuments(storage, userId).filter(
    ({ path, day }) => path !== first.path && day === first.day,
  );
  const key = firstDocumentsKey(userId);
  try {
    storage.setItem(key, JSON.stringify([first, ...others].slice(0, listsKept)));
  } catch {
    // No room: the next start reads everything before it shows the list, as it would without it.
    storage.removeItem(key);
  }
}
