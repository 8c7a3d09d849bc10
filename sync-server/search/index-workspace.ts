import type { Storage, StoredDocument } from '../storage/port.ts';
import type { SearchRow, SearchSpace } from '../storage/search-index-port.ts';
import { cachedDocument } from '../sync/workspace-state.ts';
import { indexedWords } from './search-words.ts';

/** How far the index of a workspace has come. */
export interface IndexedTo {
  indexed: number;
  /** Whether it holds all of the view. */
  isWhole: boolean;
}

/** Keeps the search index behind the document view, for those who search. */
export interface WorkspaceIndexer {
  /**
   * Brings the index up to the view; where that takes longer than `waitMs`, as the first time in a large workspace, it
   * goes on behind the answer.
   */
  index(of: SearchSpace & { waitMs: number }): Promise<IndexedTo>;
  /** Takes the words of purged documents out of an index that was begun (R7): `tombstones` are their seqs by id. */
  forget(of: SearchSpace & { tombstones: ReadonlyMap<string, number> }): Promise<void>;
  /** Resolves when nothing goes on any more. */
  drain(): Promise<void>;
}

/** What indexing works with. */
export interface IndexerParts {
  storage: Storage;
  pause: (ms: number) => Promise<void>;
  onFailed: (workspaceId: string, error: unknown) => void;
}

const pageRows = 200;
const pageMaxBytes = 2 * 1024 * 1024;
/** Between two pages others have their turn with the writer of the view. */
const breathMs = 2;

/** Creates the indexer of one replica: one run a workspace at a time, which all who search it meanwhile wait for. */
export function createWorkspaceIndexer(parts: IndexerParts): WorkspaceIndexer {
  const { searchIndex } = parts.storage;
  const running = new Map<string, Promise<void>>();
  const end = { isDraining: false };

  function run(space: SearchSpace): Promise<void> {
    const key = `${space.workspaceId}/${space.epoch}`;
    const held = running.get(key);
    if (held !== undefined) return held;
    const started = indexAll(parts, space, end).finally(() => running.delete(key));
    running.set(key, started);
    started.catch((error: unknown) => parts.onFailed(space.workspaceId, error));
    return started;
  }

  return {
    async index({ waitMs, workspaceId, epoch }) {
      const space = { workspaceId, epoch };
      const isIndexed = run(space).then(() => true);
      const isWhole = await Promise.race([isIndexed, parts.pause(waitMs).then(() => false)]);
      return { indexed: (await searchIndex.indexed(space)) ?? 0, isWhole };
    },
    async forget({ workspaceId, epoch, tombstones }) {
      const space = { workspaceId, epoch };
      if (tombstones.size === 0 || (await searchIndex.indexed(space)) === undefined) return;
      // A run under way may have read what they were: an empty row of their seq keeps that out.
      const rows = [...tombstones].map(([id, seq]) => ({ id, taskId: id, seq, words: [] }));
      for (let at = 0; at < rows.length; at += pageRows) {
        await searchIndex.put({ ...space, rows: rows.slice(at, at + pageRows) });
      }
    },
    async drain() {
      end.isDraining = true;
      await Promise.allSettled(running.values());
    },
  };
}

/** Page by page in the order of the view; the mark rises to a seq only when all documents of it are in. */
async function indexAll(
  { storage, pause }: IndexerParts,
  space: SearchSpace,
  end: { readonly isDraining: boolean },
): Promise<void> {
  const { documentView, searchIndex } = storage;
  const { workspaceId } = space;
  const from = (await searchIndex.indexed(space)) ?? (await begin(storage, space));
  const { applied } = await documentView.state(workspaceId);
  if (from >= applied) return;
  const page = { workspaceId, upTo: applied, limit: pageRows, maxBytes: pageMaxBytes };
  let last: StoredDocument | undefined;
  while (!end.isDraining) {
    const cursor = { afterSeq: last?.seq ?? from, afterId: last?.id };
    const rows = await documentView.scan({ ...page, ...cursor });
    last = rows.at(-1);
    if (last === undefined) return searchIndex.raiseIndexed({ ...space, indexed: applied });
    await searchIndex.put({ ...space, rows: rows.flatMap(searchRows) });
    if (rows.length < pageRows) continue;
    await searchIndex.raiseIndexed({ ...space, indexed: last.seq - 1 });
    await pause(breathMs);
  }
}

/** The mark stands before the first row does: whoever purges knows by it that there may be one. */
async function begin({ searchIndex }: Storage, space: SearchSpace): Promise<number> {
  await searchIndex.raiseIndexed({ ...space, indexed: 0 });
  await searchIndex.removeOtherEpochs(space);
  return 0;
}

function searchRows(row: StoredDocument): SearchRow[] {
  if (row.kind !== 'task' && row.kind !== 'comment') return [];
  const words = indexedWords(cachedDocument(row).document);
  return words === undefined ? [] : [{ id: row.id, seq: row.seq, ...words }];
}
