import { setImmediate as nextTurn } from 'node:timers/promises';
import { documentKinds } from '#shared/document-kinds';
import { ApiError } from '#shared/api-error';
import type { SearchService } from '../search/start-search.ts';
import type { Storage } from '../storage/port.ts';
import type { PurgeTree } from '../sync/submission.ts';
import type { ViewApplier } from '../sync/view-applier.ts';
import type { CommitPurge } from '../workspaces/commit-as-server.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import { type Breathe, blankLog, findTombstones, lastOf, lastSeqUntil } from './blank-log.ts';
import { createTrashTrees, inCommits, type TrashRow, trashRowOf } from './trash-trees.ts';

/** Purges what is in the trash: the one way in which something written leaves a workspace for good (R7). */
export interface TrashPurge {
  /**
   * Purges these documents with everything under them, for a person who may. Ids that are gone already are passed over.
   * Gives what was purged; a tree that somebody changed meanwhile is kept. Throws ApiError `invalid` for a document
   * that is not in the trash.
   */
  purge(of: {
    workspaceId: string;
    userId: string;
    documentIds: readonly string[];
  }): Promise<string[]>;
  /**
   * One round over a workspace: purges trees that lie unchanged for `trashKeptMs` (0: none), takes their values out of the
   * log, and lets go of tombstones that every device has had time to see. Goes on where a round before broke off.
   */
  sweep(of: { workspaceId: string; trashKeptMs: number; tombstonesKeptMs: number }): Promise<void>;
}

/** What a purge works with. */
export interface TrashPurgeParts {
  storage: Storage;
  documents: FreshDocuments;
  commitPurge: CommitPurge;
  applier: Pick<ViewApplier, 'applyAll'>;
  now: () => number;
  /** What was made of the documents for searches; left out: nothing. */
  searched?: Pick<SearchService, 'forget' | 'remove'>;
  /** Left out: a turn of the event loop. */
  breathe?: Breathe;
}

type Parts = TrashPurgeParts & { breathe: Breathe };

const pageRows = 500;
/** Ids in one look at what is left. */
const idsAtOnce = 5_000;

const purgeableKinds = documentKinds.filter((kind) => 'trash' in kind.groups);

/** Creates the purge of one server. */
export function createTrashPurge(of: TrashPurgeParts): TrashPurge {
  const parts: Parts = { breathe: () => nextTurn(), ...of };
  return {
    purge: async ({ workspaceId, userId, documentIds }) => {
      const trees = createTrashTrees(await listRows(parts, workspaceId));
      const notTrashed = documentIds.flatMap((id, at) =>
        trees.isInTrash(id) === false ? [at] : [],
      );
      if (notTrashed.length > 0)
        throw new ApiError('invalid', { errors: notTrashed.map(notInTrash) });
      const chosen = trees.under(documentIds);
      await commitTrees(parts, { workspaceId, userId, trees: chosen });
      await finishPurges(parts, workspaceId);
      return purgedAmong(parts, { workspaceId, trees: chosen });
    },
    sweep: async ({ workspaceId, trashKeptMs, tombstonesKeptMs }) => {
      if (trashKeptMs > 0) await purgeExpired(parts, { workspaceId, trashKeptMs });
      await finishPurges(parts, workspaceId);
      await dropTombstones(parts, { workspaceId, tombstonesKeptMs });
    },
  };
}

function notInTrash(at: number) {
  return { pointer: `/documentIds/${at}`, code: 'not_in_trash' };
}

/**
 * Age is counted by the server's own commits: a device whose clock is wrong can date something back, but not into
 * an older entry.
 */
async function purgeExpired(
  parts: Parts,
  { workspaceId, trashKeptMs }: { workspaceId: string; trashKeptMs: number },
): Promise<void> {
  const upToSeq = await lastSeqUntil(parts.storage, { workspaceId, ms: parts.now() - trashKeptMs });
  if (upToSeq === 0) return;
  const trees = createTrashTrees(await listRows(parts, workspaceId)).unchangedSince(upToSeq);
  await commitTrees(parts, { workspaceId, userId: undefined, trees });
}

async function commitTrees(
  { commitPurge }: Parts,
  of: { workspaceId: string; userId: string | undefined; trees: readonly PurgeTree[] },
): Promise<void> {
  const { workspaceId, userId } = of;
  for (const trees of inCommits(of.trees)) await commitPurge({ workspaceId, userId, trees });
}

/**
 * Takes the values of everything purged since the last time out of the log. A conflict document that came into being
 * while its document was being purged is not part of the purge: it holds what somebody wrote meanwhile.
 */
async function finishPurges(
  { storage, applier, breathe, searched }: Parts,
  workspaceId: string,
): Promise<void> {
  await applier.applyAll(workspaceId);
  const { applied, blanked } = await storage.documentView.state(workspaceId);
  const range = { workspaceId, afterSeq: blanked, upTo: applied, breathe };
  const tombstones = await findTombstones(storage, range);
  await blankLog(storage, { workspaceId, tombstones, breathe });
  await searched?.forget({ workspaceId, tombstones });
  await storage.documentView.raiseMarks({ workspaceId, blanked: applied });
}

async function purgedAmong(
  { documents }: Parts,
  { workspaceId, trees }: { workspaceId: string; trees: readonly PurgeTree[] },
): Promise<string[]> {
  const ids = trees.flatMap(({ targets }) => targets.map(({ id }) => id));
  const purged: string[] = [];
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = ids.slice(at, at + idsAtOnce);
    const left = await documents.read({ workspaceId, ids: some });
    purged.push(...some.filter((id) => !left.has(id)));
  }
  return purged;
}

/** The horizon rises before the first tombstone goes (R10), and never over values that are still in the log. */
async function dropTombstones(
  { storage, now, breathe, searched }: Parts,
  { workspaceId, tombstonesKeptMs }: { workspaceId: string; tombstonesKeptMs: number },
): Promise<void> {
  const { blanked } = await storage.documentView.state(workspaceId);
  const until = await lastSeqUntil(storage, { workspaceId, ms: now() - tombstonesKeptMs });
  // From the start: a round that died after it had raised the horizon has left some below it.
  const range = { workspaceId, afterSeq: 0, upTo: Math.min(until, blanked), breathe };
  if (range.upTo === 0) return;
  const tombstones = await findTombstones(storage, range);
  if (tombstones.size === 0) return;
  await storage.documentView.raiseMarks({ workspaceId, horizon: lastOf(tombstones) });
  const documents = [...tombstones].map(([id, seq]) => ({ id, seq }));
  await storage.documentView.removeDocuments({ workspaceId, documents });
  await searched?.remove({ workspaceId, ids: [...tombstones.keys()] });
}

async function listRows({ documents, breathe }: Parts, workspaceId: string): Promise<TrashRow[]> {
  const rows: TrashRow[] = [];
  for (const { kind } of purgeableKinds) {
    for await (const document of documents.list({ workspaceId, kind, afterId: '' })) {
      rows.push(trashRowOf(document));
      if (rows.length % pageRows === 0) await breathe();
    }
  }
  return rows;
}
