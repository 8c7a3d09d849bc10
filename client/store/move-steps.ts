import { heldStamp } from '#shared/group-value';
import type { RandomBytes } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import { type Change, type FieldChange, isCreation } from '#shared/push-message';
import { baseMatches, type HeldStamp } from '#shared/stamp';
import { batchParts } from './batch-parts.ts';
import { commitBatches } from './commit-batch.ts';
import { listDatabases } from './device-databases.ts';
import type { LocalDatabase } from './local-database.ts';
import type { StoredMeta, UndoMark } from './local-tables.ts';
import type { FailedMove, Leaving, MoveMark, PendingMove } from './move-record.ts';
import { readMoveRows } from './move-rows.ts';
import { shownIn } from './shown-in.ts';
import type { TransactionScope, Written } from './store-transaction.ts';

/** What moves are finished with. */
export interface FinishMoves {
  /** The open databases of this person, one a workspace. */
  databases: readonly LocalDatabase[];
  random: RandomBytes;
  newActionId: () => string;
}

/** What of one move is between two databases. */
export interface Moving {
  target: LocalDatabase;
  source: LocalDatabase;
  pending: PendingMove;
  mark: MoveMark;
  /** The position of the batch that bears the mark. */
  position: number;
}

/** How long what became of a move is remembered by the workspace that was left: longer than it can be undone. */
const leavingKeptMs = 30 * 24 * 60 * 60 * 1000;

/**
 * The originals are shown as trashed from now on, unless a later turn of the move was heard of here; in the same turn
 * those that came along since.
 */
export async function hide({ target, source, pending, mark }: Moving): Promise<void> {
  const { key, turn } = pending;
  await source.transact(
    async ({ meta, nowMs }) => {
      const held = leavingOf(meta, key);
      const isHeard = held !== undefined && held.turn === turn;
      const [round, heard] = [mark.round ?? 0, isHeard ? (held.round ?? 0) : -1];
      if ((held?.turn ?? 0) > turn || heard >= round) return { result: undefined };
      const leaves = mark.copies.filter((copy) => copy.leaves && (copy.round ?? 0) > heard);
      const shown = await shownIn(
        source,
        leaves.map(({ id }) => id),
      );
      const sources = leaves.flatMap(({ kind, id, copyId }) => {
        const document = shown.get(id);
        if (document === undefined || document['trashedAt'] !== null) return [];
        return [{ kind, id, copyId, base: heldStamp(document, 'trash') }];
      });
      const before = isHeard ? held.sources : [];
      // What comes along later is brought back together with the rest.
      const at = isHeard ? held.at : new Date(nowMs).toISOString();
      const to = target.workspaceId;
      const leaving = { key, turn, to, at, sources: [...before, ...sources], round };
      return { result: undefined, meta: withLeaving(meta, leaving, nowMs) };
    },
    ({ meta, documents, outbox }) => [meta, documents, outbox],
  );
}

/**
 * The originals go to the trash, each unless it was brought back since they were hidden; of one that somebody has put
 * there meanwhile the trash says where it is.
 */
export async function leave(of: FinishMoves, { source, pending }: Moving): Promise<void> {
  await source.transact(async (scope) => {
    const { meta, nowMs } = scope;
    const held = leavingOf(meta, pending.key);
    if (held === undefined || held.turn !== pending.turn || held.sources.length === 0) {
      return { result: undefined };
    }
    const shown = await shownIn(
      source,
      held.sources.map(({ id }) => id),
    );
    const changes = held.sources.flatMap(({ kind, id, copyId, base: hiddenOn }): Change[] => {
      const document = shown.get(id);
      if (document === undefined || document['movedTo'] !== null) return [];
      const base = heldStamp(document, 'trash');
      const { trashedAt } = document;
      if (trashedAt === null && !isUntouched(document, hiddenOn)) return [];
      const value = { trashedAt: trashedAt ?? held.at, movedTo: copyId };
      return [{ kind, id, group: 'trash', value, base }];
    });
    const next = withLeaving(meta, { ...held, sources: [] }, nowMs);
    const add = { source, scope: { ...scope, meta: next }, changes };
    // Under the key of the move, so that what became of it can be looked up.
    return addQuietly(of, { ...add, action: pending.key });
  });
}

/** The originals come back, each unless it was not this move that put it in the trash. */
export async function comeBack(
  of: FinishMoves,
  { target, source, pending, mark }: Moving,
): Promise<void> {
  const { key, turn, because } = pending;
  await source.transact(async (scope) => {
    const { meta, nowMs } = scope;
    if ((leavingOf(meta, key)?.turn ?? 0) >= turn) return { result: undefined };
    const shown = await shownIn(
      source,
      mark.copies.map(({ id }) => id),
    );
    const left = await readLeft(source, key);
    const changes = mark.copies.flatMap(({ kind, id, copyId }): FieldChange[] => {
      const document = shown.get(id);
      if (document === undefined || document['movedTo'] !== copyId) return [];
      if (document['trashedAt'] === null) return [];
      const base = heldStamp(document, 'trash');
      // Another device has moved it to that same copy: only who takes that away brings the original back.
      if (because !== undefined && !baseMatches(base, left.get(id)?.stamp ?? '-')) return [];
      return [{ kind, id, group: 'trash', value: { trashedAt: null, movedTo: null }, base }];
    });
    const backIds = new Set(changes.map(({ id }) => id));
    const stays = mark.copies.filter(({ id, leaves }) => {
      return leaves && (backIds.has(id) || shown.get(id)?.['trashedAt'] === null);
    });
    const at = new Date(nowMs).toISOString();
    const failed = because && failedOf(because, stays, mark);
    const leaving = { key, turn, to: target.workspaceId, at, sources: [], failed };
    const next = withLeaving(meta, leaving, nowMs);
    const bases = changes.map(({ id }) => [`${id}/trash`, left.get(id)?.base ?? ''] as const);
    // What was done to them before they left can be undone again (A3).
    const undo = { name: 'undo' as const, key, standsFor: Object.fromEntries(bases) };
    const add = { source, scope: { ...scope, meta: next }, changes };
    return addQuietly(of, { ...add, action: of.newActionId(), undo });
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
        const next = meta.leaving?.map((each) => {
          if (heldIds.has(each.to) || each.sources.length === 0) return each;
          return { ...each, sources: [], failed: failedOf('gone', each.sources) };
        });
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

/** What a workspace that is left has heard of a move. */
export function leavingOf({ leaving = [] }: Pick<StoredMeta, 'leaving'>, key: string) {
  return leaving.find((each) => each.key === key);
}

/** Adds what a move does to the originals, in as many batches as it needs; meta of the scope is written in any case. */
export async function addQuietly(
  of: FinishMoves,
  add: {
    source: LocalDatabase;
    scope: TransactionScope;
    changes: readonly Change[];
    action: string;
    undo?: UndoMark;
  },
): Promise<Written<void>> {
  const { source, scope, changes, action, undo } = add;
  if (changes.length === 0) return { result: undefined, meta: scope.meta };
  const actions = batchParts(changes).map((part) => {
    return { label: 'task.left', changes: part, isQuiet: true, action, ...(undo && { undo }) };
  });
  const added = await commitBatches(source.tables, scope, { actions, random: of.random });
  return { ...added, result: undefined };
}

/** Nobody has brought it back; that it was made twice, by two devices, is not that. */
function isUntouched({ stamps }: AnyDocument, hiddenOn: HeldStamp): boolean {
  const { trash } = stamps;
  return trash === undefined || baseMatches(trash, hiddenOn);
}

/** By id: with what stamp this device put originals of a move in the trash, and on what base. */
async function readLeft(source: LocalDatabase, key: string) {
  const { all } = await readMoveRows(source, key);
  const left = all.flatMap(({ batch: { changes, stamp } }) =>
    changes.flatMap((change) => {
      if (isCreation(change) || change.value['movedTo'] === null) return [];
      return [[change.id, { stamp, base: change.base ?? '' }] as const];
    }),
  );
  return new Map(left);
}

function failedOf(
  because: FailedMove['because'],
  originals: readonly { kind: string; id: string }[],
  { place }: Pick<MoveMark, 'place'> = {},
): FailedMove | undefined {
  // What somebody else moved or deleted meanwhile did not fail.
  if (originals.length === 0) return undefined;
  const ids = originals.map(({ id }) => id);
  return { because, kind: originals[0]?.kind ?? 'task', ids, place };
}

function withLeaving(meta: StoredMeta, leaving: Leaving, nowMs: number): StoredMeta {
  const oldest = new Date(nowMs - leavingKeptMs).toISOString();
  const others = meta.leaving?.filter(
    ({ key, at, sources, failed }) =>
      key !== leaving.key && (sources.length > 0 || failed !== undefined || at > oldest),
  );
  return { ...meta, leaving: [...(others ?? []), leaving] };
}
