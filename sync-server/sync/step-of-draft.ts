import type { ViewStep } from '../storage/port.ts';
import type { CommittedDraft } from './commit-entry.ts';
import { encodeCounter } from './device-counter.ts';
import { parentIdOf } from './workspace-state.ts';

/** What an entry this replica committed changes in the view. */
export function stepOfDraft(workspaceId: string, draft: CommittedDraft): ViewStep {
  const { entry, documents, counters } = draft;
  return {
    workspaceId,
    seq: entry.seq,
    hash: entry.hash,
    documents: documents.map(({ document, json }) => {
      const { id, kind, seq } = document;
      return { workspaceId, id, kind, seq, parentId: parentIdOf(document), json };
    }),
    counters: counters.map((counter) => encodeCounter(workspaceId, counter)),
  };
}
