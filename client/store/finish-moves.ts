import { heldStamp } from '#shared/group-value';
import type { Change } from '#shared/push-message';
import { baseMatches } from '#shared/stamp';
import { batchParts } from './batch-parts.ts';
import { type ActionToCommit, commitBatches } from './commit-batch.ts';
import { editsSince } from './edits-since.ts';
import type { LocalDatabase } from './local-database.ts';
import type { OutboxRow, StoredMeta } from './local-tables.ts';
import type { PendingMove } from './move-record.ts';
import {
  comeBack,
  end,
  type FinishMoves,
  hide,
  leave,
  type Moving,
  releaseOrphans,
} from './move-steps.ts';
import { shownIn } from './shown-in.ts';
import type { Written } from './store-transaction.ts';

/**
 * Brings moves between workspaces as far as they can go now (R8): what waits for its copies is hidden where it was, what
 * has its copies settled goes to the trash there, what was refused or taken back comes back. Each step is one
 * transaction that looks at what is on disk, so a crash, another tab or another order only repeats what changes nothing.
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
  const rows = await readRows(target, pending.key);
  const mark = rows.all.findLast(({ move }) => (move?.copies.length ?? 0) > 0)?.move;
  if (mark === undefined) return end(target, pending);
  const source = of.databases.find(({ workspaceId }) => workspaceId === mark.from);
  // Not open here, or not mine any more: whoever has it open goes on.
  if (source === undefined) return undefined;
  const moving = { target, source, pending, mark };
  if (pending.way === 'back') {
    await comeBack(of, moving);
    return end(target, pending);
  }
  if (rows.isRefused) return turnBack(of, moving, rows.all);
  await hide(moving);
  if (rows.isWaiting) return undefined;
  if (await isLeftElsewhere(moving, rows.all)) return turnBack(of, moving, rows.all);
  if (await carryEdits(of, moving, rows.all)) return undefined;
  await leave(of, moving);
  return end(target, pending);
}

/** All batches of a move in order: those with its copies, and those that took it back or did it again. */
async function readRows({ tables }: LocalDatabase, key: string) {
  const isOfMove = ({ batch, undo }: OutboxRow) => batch.action === key || undo?.key === key;
  return tables.transaction('r', [tables.outbox, tables.sent, tables.refused], async () => {
    const waiting = await tables.outbox.filter(isOfMove).toArray();
    const sent = await tables.sent.filter(isOfMove).toArray();
    const refused = await tables.refused.filter(isOfMove).toArray();
    const all: OutboxRow[] = [...waiting, ...sent, ...refused];
    return {
      all: all.toSorted((a, b) => a.position - b.position),
      isWaiting: waiting.length > 0,
      isRefused: refused.length > 0,
    };
  });
}

/** Somebody else made the same copies first, and put them away since: their decision stands, and nothing moves. */
async function isLeftElsewhere({ target, mark }: Moving, rows: readonly OutboxRow[]) {
  const roots = mark.copies.filter(({ leaves }) => leaves).map(({ copyId }) => copyId);
  const { tables } = target;
  const copies = await tables.transaction('r', [tables.documents, tables.outbox], () =>
    shownIn(target, roots),
  );
  const isOurs = (stamp: string) => rows.some(({ batch }) => baseMatches(stamp, batch.stamp));
  return [...copies.values()].some(
    ({ trashedAt, stamps }) => trashedAt !== null && !isOurs(stamps['*'] ?? ''),
  );
}

/** Brings edits of the originals that came since to the copies; whether there were any. */
async function carryEdits(
  of: FinishMoves,
  { target, source, pending, mark }: Moving,
  rows: readonly OutboxRow[],
): Promise<boolean> {
  const ids = mark.copies.map(({ id }) => id);
  const { tables } = source;
  const originals = await tables.transaction('r', [tables.documents, tables.outbox], () =>
    shownIn(source, ids),
  );
  const madeWith = rows[0]?.batch.stamp ?? '';
  const { changes, copies } = editsSince(mark, { originals, madeWith });
  if (changes.length === 0) return false;
  const action = { label: 'task.carry', isQuiet: true, action: pending.key };
  await addIf(of, target, (meta) => {
    const isStill = pending.turn === meta.moves?.find(({ key }) => key === pending.key)?.turn;
    if (!isStill) return [];
    return batchParts(changes).map((part, index, { length }) => ({
      ...action,
      changes: part,
      // What is known of the copies is noted with the last of these edits.
      move: index === length - 1 ? { ...mark, copies } : undefined,
    }));
  });
  return true;
}

/** The move is not to be: what of its copies is there goes to the trash, and the originals come back. */
async function turnBack(
  of: FinishMoves,
  { target, pending, mark }: Moving,
  rows: readonly OutboxRow[],
): Promise<void> {
  const { key } = pending;
  const copyIds = mark.copies.map(({ copyId }) => copyId);
  const isTurned = await target.transact(async (scope) => {
    const held = scope.meta.moves?.find((move) => move.key === key);
    if (held?.turn !== pending.turn) return { result: false };
    const shown = await shownIn(target, copyIds);
    const isOurs = (stamp: string) => rows.some(({ batch }) => baseMatches(stamp, batch.stamp));
    const value = { trashedAt: new Date(scope.nowMs).toISOString(), movedTo: null };
    const changes = [...shown.values()].flatMap((document): Change[] => {
      const { kind, id, trashedAt, stamps } = document;
      if (trashedAt !== null || !isOurs(stamps['*'] ?? '')) return [];
      return [{ kind, id, group: 'trash', value, base: heldStamp(document, 'trash') }];
    });
    const turns = { key, way: 'back' as const };
    if (changes.length === 0) return { result: true, meta: withoutCopies(scope.meta, turns) };
    const undo = { name: 'undo' as const, key, standsFor: {} };
    const actions = batchParts(changes).map((part): ActionToCommit => {
      return { label: 'task.send', changes: part, undo, turns };
    });
    const added = await commitBatches(target.tables, scope, { actions, random: of.random });
    return { ...added, result: true };
  });
  if (!isTurned) return;
  const [first] = mark.copies.filter(({ leaves }) => leaves);
  const label = rows[0]?.batch.label ?? 'task.send';
  if (first !== undefined) of.onRefused({ label, sourceId: first.id, to: target.workspaceId });
  const { moves = [] } = await target.readMeta();
  const back = moves.find((move) => move.key === key);
  if (back !== undefined) await finishMove(of, target, back);
}

/** Nothing of the move is there: it turns back without a batch. */
function withoutCopies(meta: StoredMeta, turns: Pick<PendingMove, 'key' | 'way'>): StoredMeta {
  const others = meta.moves?.filter(({ key }) => key !== turns.key) ?? [];
  const { nextPosition } = meta;
  return {
    ...meta,
    nextPosition: nextPosition + 1,
    moves: [...others, { ...turns, turn: nextPosition }],
  };
}

async function addIf(
  of: FinishMoves,
  database: LocalDatabase,
  actionsAt: (meta: StoredMeta) => readonly ActionToCommit[],
): Promise<void> {
  await database.transact(
    async (scope): Promise<Written<void>> => {
      const actions = actionsAt(scope.meta);
      if (actions.length === 0) return { result: undefined };
      const { tables } = database;
      const added = await commitBatches(tables, scope, { actions, random: of.random });
      return { ...added, result: undefined };
    },
    ({ meta, outbox }) => [meta, outbox],
  );
}
