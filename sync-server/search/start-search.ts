import type { FoundTask } from '#shared/found-task-message';
import type { ServerSearchAnswer } from '#shared/search-message';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/port.ts';
import type { WorkspaceStates } from '../sync/workspace-states.ts';
import { createFreshDocuments } from '../workspaces/fresh-documents.ts';
import { createWorkspaceIndexer } from './index-workspace.ts';
import { readFoundTask } from './read-found-task.ts';
import { type SearchQuestion, searchTasks } from './search-tasks.ts';

/** The search of one replica. */
export interface SearchService {
  epochOf(workspaceId: string): Promise<string>;
  search(question: SearchQuestion): Promise<ServerSearchAnswer>;
  /** One task that was found, with what is about it; throws ApiError `task_unknown`. */
  readTask(of: { workspaceId: string; epoch: string; taskId: string }): Promise<FoundTask>;
  /** Takes the words of purged documents, by id with their seqs, out of the index (R7). */
  forget(of: { workspaceId: string; tombstones: ReadonlyMap<string, number> }): Promise<void>;
  /** Lets go of what was kept of documents whose tombstones are gone. */
  remove(of: { workspaceId: string; ids: readonly string[] }): Promise<void>;
  /** Resolves when nothing is being indexed any more. */
  drain(): Promise<void>;
}

/** Puts the search together; nothing is read before somebody asks. */
export function startSearch(parts: {
  storage: Storage;
  states: Pick<WorkspaceStates, 'open'>;
  timers: { pause: (ms: number) => Promise<void> };
  log: Log;
}): SearchService {
  const { storage, states, timers, log } = parts;
  const documents = createFreshDocuments(storage);
  const onFailed = (workspaceId: string, err: unknown) =>
    log.warn({ workspaceId, err }, 'a workspace could not be indexed for searches');
  const indexer = createWorkspaceIndexer({ storage, pause: timers.pause, onFailed });
  const epochOf = async (workspaceId: string) => (await states.open(workspaceId)).epoch;
  const { searchIndex } = storage;
  const search = { searchIndex, documents, indexer };
  return {
    epochOf,
    search: (question) => searchTasks(search, question),
    readTask: (of) => readFoundTask(search, of),
    forget: async ({ workspaceId, tombstones }) =>
      indexer.forget({ workspaceId, epoch: await epochOf(workspaceId), tombstones }),
    remove: async ({ workspaceId, ids }) =>
      searchIndex.remove({ workspaceId, epoch: await epochOf(workspaceId), ids }),
    drain: () => indexer.drain(),
  };
}
