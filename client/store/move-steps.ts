import { heldStamp } from '#shared/group-value';
import type { RandomBytes } from '#shared/ids';
import type { Change } from '#shared/push-message';
import { baseMatches } from '#shared/stamp';
import { batchParts } from './batch-parts.ts';
import { commitBatches } from './commit-batch.ts';
import { listDatabases } from './device-databases.ts';
import type { LocalDatabase } from './local-database.ts';
import type { StoredMeta } from './local-tables.ts';
import type { Leaving, MoveMark, PendingMove } from './move-record.ts';
import { shownIn } from './shown-in.ts';
import type { TransactionScope, Written } from './store-transaction.ts';

/** A move that the server did not take: what was to move is where it was. */
export interface RefusedMove {
  label: string;
  /** The first of what was to move. */
  sourceId: string;
  to: string;
}

/** What moves are finished with. */
export interface FinishMoves {
  /** The open databases of this person, one a workspace. */
  databases: readonly LocalDatabase[];
  random: RandomBytes;
  newActionId: () => string;
  onRefused: (move: RefusedMove) => void;
}

/** One move with the two databases it is between. */
export interface Moving {
  target: LocalDatabase;
  source: LocalDatabase;
  pending: PendingMove;
  mark: MoveMark;
}

/** How long what became of a move is remembered by the workspace that was left: longer than it can be undone. */
const leavingKeptMs = 30 * 24 * 60 * 60 * 1000;

/** The originals are shown as trashed from now on, unless a later turn of the move was heard of here. */
export async function hide({ target, source, pending, mark }: Moving): Promise<void> {
  await source.transact(
    async ({ meta, nowMs }) => {
      if (turnHeardOf(meta, pending.key) >= pending.turn) return { result: undefined };
      const leaves = mark.copies.filter(({ leaves }) => leaves);
      const shown = await shownIn(
        source,
        leaves.map(({ id }) => id),
      );
      const sources = leaves.flatMap(({ kind, id, copyId }) => {
        const document = shown.get(id);
        if (document === undefined || document['trashedAt'] !== null) return [];
        return [{ kind, id, copyId, base: heldStamp(document, 'trash') }];
      });
      const at = new Date(nowMs).toISOString();
      const leaving = { ...pending, to: target.workspaceId, at, sources };
      return { result: undefined, meta: withLeaving(meta, leaving, nowMs) };
    },
    ({ meta, documents, outbox }) => [meta, documents, outbox],
  );
}

/** The originals go to the trash, each unless its trash was touched since they were hidden. */
export async function leave(of: FinishMoves, { source, pending }: Moving): Promise<void> {
  await source.transact(async (scope) => {
    const { meta, nowMs } = scope;
    const held = meta.leaving?.find(({ key }) => key === pending.key);
    if (held === undefined || held.turn !== pending.turn || held.sources.length === 0) {
      return { result: undefined };
    }
    const shown = await shownIn(
      source,
      held.sources.map(({ id }) => id),
    );
    const changes = held.sources.flatMap(({ kind, id, copyId, base }): Change[] => {
      const document = shown.get(id);
      if (document === undefined || !baseMatches(heldStamp(document, 'trash'), base)) return [];
      const value = { trashedAt: held.at, movedTo: copyId };
      return [{ kind, id, group: 'trash', value, base }];
    });
    const next = withLeaving(meta, { ...held, sources: [] }, nowMs);
    return addQuietly(of, { source, scope: { ...scope, meta: next }, changes });
  });
}

/** The originals come back, each unless it was not this move that put it in the trash. */
export async function comeBack(
  of: FinishMoves,
  { target, source, pending, mark }: Moving,
): Promise<void> {
  await source.transact(async (scope) => {
    const { meta, nowMs } = scope;
    if (turnHeardOf(meta, pending.key) > pending.turn) return { result: undefined };
    const leaves = mark.copies.filter(({ leaves }) => leaves);
    const shown = await shownIn(
      source,
      leaves.map(({ id }) => id),
    );
    const changes = leaves.flatMap(({ kind, id, copyId }): Change[] => {
      const document = shown.get(id);
      if (document === undefined || document['movedTo'] !== copyId) return [];
      if (document['trashedAt'] === null) return [];
      const value = { trashedAt: null, movedTo: null };
      return [{ kind, id, group: 'trash', value, base: heldStamp(document, 'trash') }];
    });
    const at = new Date(nowMs).toISOString();
    const leaving = { ...pending, to: target.workspaceId, at, sources: [] };
    const next = withLeaving(meta, leaving, nowMs);
    return addQuietly(of, { source, scope: { ...scope, meta: next }, changes });
  });
}

/**
 * What waits for a copy that is nowhere any more comes back: the workspace it moved to was taken away from this person,
 * and with it the database that held the copy.
 */
export async function releaseOrphans({ databases }: FinishMoves): Promise<void> {
  const openIds = new Set(databases.map(({ workspaceId }) => workspaceId));
  for (const source of databases) {
    const { leaving = [] } = await source.readMeta();
    const awayIds = leaving.flatMap(({ to, sources }) => (sources.length > 0 ? [to] : []));
    if (awayIds.every((id) => openIds.has(id))) continue;
    // Another tab may have made it just now: then it is on the device, and is about to be opened here.
    const owners = await listDatabases(source.browser, source.userId);
    const heldIds = new Set(owners.map(({ workspaceId }) => workspaceId));
    await source.transact(
      async ({ meta }) => {
        const next = meta.leaving?.map((each) =>
          heldIds.has(each.to) ? each : { ...each, sources: [] },
        );
        return { result: undefined, meta: { ...meta, leaving: next ?? [] } };
      },
      ({ meta }) => [meta],
    );
  }
}

/** The move is at its end, unless it took another turn meanwhile. */
export async function end(target: LocalDatabase, pending: PendingMove): Promise<void> {
  await target.transact(
    async ({ meta }) => {
      const moves = meta.moves?.filter(
        ({ key, turn }) => key !== pending.key || turn !== pending.turn,
      );
      return { result: undefined, meta: { ...meta, moves: moves ?? [] } };
    },
    ({ meta }) => [meta],
  );
}

/** Adds what a move does to the originals, in as many batches as it needs; meta of the scope is written in any case. */
async function addQuietly(
  of: FinishMoves,
  add: { source: LocalDatabase; scope: TransactionScope; changes: readonly Change[] },
): Promise<Written<void>> {
  const { source, scope, changes } = add;
  if (changes.length === 0) return { result: undefined, meta: scope.meta };
  const parts = batchParts(changes);
  const together = parts.length === 1 ? {} : { action: of.newActionId() };
  const actions = parts.map((part) => {
    return { label: 'task.left', changes: part, isQuiet: true, ...together };
  });
  const added = await commitBatches(source.tables, scope, { actions, random: of.random });
  return { ...added, result: undefined };
}

function turnHeardOf({ leaving = [] }: StoredMeta, key: string): number {
  return leaving.find((each) => each.key === key)?.turn ?? 0;
}

function withLeaving(meta: StoredMeta, leaving: Leaving, nowMs: number): StoredMeta {
  const oldest = new Date(nowMs - leavingKeptMs).toISOString();
  const others = meta.leaving?.filter(
    ({ key, at, sources }) => key !== leaving.key && (sources.length > 0 || at > oldest),
  );
  return { ...meta, leaving: [...(others ?? []), leaving] };
}
