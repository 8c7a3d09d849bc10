import { heldStamp } from '#shared/group-value';
import type { Change } from '#shared/push-message';
import { baseMatches } from '#shared/stamp';
import { batchParts } from './batch-parts.ts';
import { carryAlong } from './carry-along.ts';
import { type ActionToCommit, commitBatches } from './commit-batch.ts';
import type { LocalDatabase } from './local-database.ts';
import type { OutboxRow, StoredMeta } from './local-tables.ts';
import type { MoveFailure, PendingMove } from './move-record.ts';
import { type MoveRows, marksOf, readMoveRows } from './move-rows.ts';
import {
  comeBack,
  end,
  type FinishMoves,
  hide,
  leave,
  leavingOf,
  type Moving,
  releaseOrphans,
} from './move-steps.ts';
import { shownIn } from './shown-in.ts';

/**
 * Brings moves between workspaces as far as they can go now (R8): what waits for its copies is hidden where it was, what
 * has its copies settled goes to the trash there, what came to the originals before they were there follows, and what was
 * refused or taken back comes back. Each step is one transaction that looks at what is on disk, so a crash, another tab or
 * another order only repeats what changes nothing.
 */
export async function finishMoves(of: FinishMoves): Promise<void> {
  await releaseOrphans(of);
  for (const target of of.databases) {
    const { moves = [] } = await target.readMeta();
    for (const pending of moves) await finishMove(of, target, pending);
  }
}

async function finishMove(
  of: FinishMoves,
  target: LocalDatabase,
  pending: PendingMove,
): Promise<void> {
  const rows = await readMoveRows(target, pending.key);
  const marks = marksOf(rows);
  const movings = marks.flatMap(({ mark, position }): Moving[] => {
    const source = of.databases.find(({ workspaceId }) => workspaceId === mark.from);
    return source === undefined ? [] : [{ target, source, pending, mark, position }];
  });
  // Of what is not open here, or not mine any more, whoever has it open goes on.
  const isOpen = movings.length === marks.length;
  if (pending.way === 'back') {
    for (const moving of movings) await comeBack(of, moving);
    return isOpen ? end(target, pending) : undefined;
  }
  if (rows.isRefused) return turnBack(of, { target, pending, rows }, 'refused');
  for (const moving of movings) await hide(moving);
  if (rows.isWaiting) return undefined;
  let isAtEnd = isOpen;
  for (const moving of movings) {
    const step = await goOn(of, moving, rows);
    if (step === 'kept' || step === 'away') return turnBack(of, { target, pending, rows }, step);
    if (step === 'waiting') isAtEnd = false;
  }
  return isAtEnd ? end(target, pending) : undefined;
}

/** Once its copies are there: the originals leave, then what came to them meanwhile follows. */
async function goOn(
  of: FinishMoves,
  moving: Moving,
  rows: MoveRows,
): Promise<'done' | 'waiting' | 'kept' | 'away'> {
  const { source, pending } = moving;
  const { sources = [] } = leavingOf(await source.readMeta(), pending.key) ?? {};
  if (sources.length > 0) {
    // What was made here just now may have been made elsewhere too: on which stamp it leaves is known once that is settled.
    if (!(await areSettled(source, sources))) return 'waiting';
    if (await isLeftElsewhere(moving, rows.all)) return 'away';
    await leave(of, moving);
  }
  const left = await readMoveRows(source, pending.key);
  if (left.isRefused) return 'kept';
  // Until the server has them in the trash there, something may still come to them.
  if (left.isWaiting) return 'waiting';
  return (await carryAlong(of, moving)) ? 'waiting' : 'done';
}

async function areSettled(
  source: LocalDatabase,
  sources: readonly { id: string }[],
): Promise<boolean> {
  const ids = sources.map(({ id }) => id);
  const { documents, outbox } = source.tables;
  return source.tables.transaction('r', [documents, outbox], async () => {
    const stored = await documents.bulkGet(ids);
    const shown = await shownIn(source, ids);
    return ids.every((id, index) => stored[index] !== undefined || !shown.has(id));
  });
}

/**
 * Somebody else made the same copies first, and put them away since: their decision stands, and nothing moves. Those that
 * went on to another workspace did move.
 */
async function isLeftElsewhere({ target, mark }: Moving, rows: readonly OutboxRow[]) {
  const ids = mark.copies.filter(({ leaves }) => leaves).map(({ copyId }) => copyId);
  const { tables } = target;
  const copies = await tables.transaction('r', [tables.documents, tables.outbox], () =>
    shownIn(target, ids),
  );
  // Who deleted a subtask there has not called off the rest.
  const tops = [...copies.values()].filter(({ parentId }) => !copies.has(String(parentId)));
  return tops.some(
    ({ trashedAt, movedTo, stamps }) =>
      trashedAt !== null && movedTo === null && !isMadeBy(rows, stamps['*'] ?? ''),
  );
}

function isMadeBy(rows: readonly OutboxRow[], stamp: string): boolean {
  return rows.some(({ batch }) => baseMatches(stamp, batch.stamp));
}

/** The move is not to be: what of its copies is there goes to the trash, and the originals come back. */
async function turnBack(
  of: FinishMoves,
  { target, pending, rows }: { target: LocalDatabase; pending: PendingMove; rows: MoveRows },
  because: MoveFailure,
): Promise<void> {
  const { key } = pending;
  const copyIds = marksOf(rows).flatMap(({ mark }) => mark.copies.map(({ copyId }) => copyId));
  const turns = { key, way: 'back' as const, because };
  const isTurned = await target.transact(async (scope) => {
    const held = scope.meta.moves?.find((move) => move.key === key);
    if (held?.turn !== pending.turn) return { result: false };
    const shown = await shownIn(target, copyIds);
    const value = { trashedAt: new Date(scope.nowMs).toISOString(), movedTo: null };
    const changes = [...shown.values()].flatMap((document): Change[] => {
      const { kind, id, trashedAt, stamps } = document;
      if (trashedAt !== null || !isMadeBy(rows.all, stamps['*'] ?? '')) return [];
      return [{ kind, id, group: 'trash', value, base: heldStamp(document, 'trash') }];
    });
    if (changes.length === 0) return { result: true, meta: withoutCopies(scope.meta, turns) };
    const undo = { name: 'undo' as const, key, standsFor: {} };
    const actions = batchParts(changes).map((part): ActionToCommit => {
      return { label: 'task.send', changes: part, undo, turns };
    });
    const added = await commitBatches(target.tables, scope, { actions, random: of.random });
    return { ...added, result: true };
  });
  if (!isTurned) return;
  const { moves = [] } = await target.readMeta();
  const back = moves.find((move) => move.key === key);
  if (back !== undefined) await finishMove(of, target, back);
}

/** Nothing of the move is there: it turns back without a batch. */
function withoutCopies(meta: StoredMeta, turns: Omit<PendingMove, 'turn'>): StoredMeta {
  const others = meta.moves?.filter(({ key }) => key !== turns.key) ?? [];
  const { nextPosition } = meta;
  return {
    ...meta,
    nextPosition: nextPosition + 1,
    moves: [...others, { ...turns, turn: nextPosition }],
  };
}
