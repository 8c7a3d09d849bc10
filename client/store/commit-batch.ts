import { limits } from '#shared/limits';
import { parse } from '#shared/parse';
import { protocolVersion } from '#shared/protocol-version';
import { type Batch, batchSchema, isCreation } from '#shared/push-message';
import type { RandomBytes } from '#shared/ids';
import { type ClockState, formatStamp, tick } from '#shared/stamp';
import type { StoredBatch, UserAction } from './local-store.ts';
import type { Inverse, LocalTables, OutboxRow, StoredMeta, UndoMark } from './local-tables.ts';
import type { MoveMark, PendingMove } from './move-record.ts';
import type { TransactionScope, Written } from './store-transaction.ts';

/** A user action with what undo needs to know of it. */
export interface ActionToCommit extends UserAction {
  inverse?: readonly Inverse[];
  undo?: UndoMark;
  move?: MoveMark | undefined;
  /** Which way a move goes from now on. */
  turns?: Omit<PendingMove, 'turn'> | undefined;
  isQuiet?: boolean;
}

/** An action that is no batch: too large, or not in the form that travels. Nothing was written. */
export class BatchError extends Error {
  readonly code: 'too_many_changes' | 'too_many_bytes' | 'invalid';

  constructor(code: BatchError['code'], detail: string) {
    super(`This action cannot be one batch: ${detail}`);
    this.name = 'BatchError';
    this.code = code;
  }
}

/** The database is being moved or sealed and takes no more batches: reload. Nothing was written. */
export class StoreClosingError extends Error {
  constructor() {
    super('This database is being moved; reload the page');
    this.name = 'StoreClosingError';
  }
}

/**
 * Adds batches to the outbox in order, all or none: n, stamp and clock are taken from meta inside the transaction
 * that adds them, so two tabs cannot take one number (R3). The clock ticks at corrected time and is never raised by
 * what was pulled (R6). Throws BatchError for a batch of more than 500 changes or 256 KiB, StoreClosingError while
 * the database moves.
 */
export async function commitBatches(
  tables: LocalTables,
  scope: TransactionScope,
  { actions, random }: { actions: readonly ActionToCommit[]; random: RandomBytes },
): Promise<Written<StoredBatch[]>> {
  const added: OutboxRow[] = [];
  let { meta } = scope;
  if (meta.isClosing) throw new StoreClosingError();
  for (const action of actions) {
    const clock = tickApart(meta.clock, { nowMs: scope.nowMs, random });
    meta = { ...meta, clock };
    added.push(outboxRow({ ...scope, meta }, action));
    if (action.turns !== undefined) meta = withTurn(meta, action.turns);
    meta = { ...meta, nextN: meta.nextN + 1, nextPosition: meta.nextPosition + 1 };
  }
  // One by one: an error of many at once would not say that the disk is full.
  const writing = Promise.all(added.map(async (row) => tables.outbox.add(row)));
  return { result: added.map(({ batch }) => batch), meta, writing, added };
}

function outboxRow({ meta, rev, nowMs }: TransactionScope, action: ActionToCommit): OutboxRow {
  const stamp = formatStamp({ ...meta.clock, deviceId: meta.deviceId });
  const { batch, bytes } = travellingBatch(action, { n: meta.nextN, stamp });
  return {
    position: meta.nextPosition,
    deviceId: meta.deviceId,
    n: meta.nextN,
    rev,
    bytes,
    batch: { ...batch, atMs: nowMs, label: action.label },
    inverse: action.inverse ?? [],
    undo: action.undo,
    move: action.move,
    isQuiet: action.isQuiet,
  };
}

/** Meta with a move that takes another way now, in the place of the one before. */
function withTurn(meta: StoredMeta, turns: Omit<PendingMove, 'turn'>): StoredMeta {
  const others = meta.moves?.filter(({ key }) => key !== turns.key) ?? [];
  return { ...meta, moves: [...others, { ...turns, turn: meta.nextPosition }] };
}

/**
 * The next tick of the clock. In a new millisecond its counter begins anywhere in the lowest part: two copies of one
 * profile that write in the same millisecond would otherwise give different batches one stamp (R3).
 */
function tickApart(
  clock: ClockState,
  { nowMs, random }: { nowMs: number; random: RandomBytes },
): ClockState {
  const next = tick(clock, nowMs);
  if (next.counter > 0) return next;
  const [high = 0, low = 0] = random(2);
  return { ...next, counter: (high * 256 + low) % firstCounters };
}

/** Of the 46,656 values of a counter: the rest is room for thousands of batches in one millisecond. */
const firstCounters = 4_096;

/** The batch exactly as it will travel: what JSON cannot carry is gone before it is shown. */
function travellingBatch(
  action: ActionToCommit,
  { n, stamp }: { n: number; stamp: string },
): { batch: Batch; bytes: number } {
  if (action.changes.length > limits.batchMaxChanges) {
    const most = limits.batchMaxChanges;
    throw new BatchError('too_many_changes', `${action.changes.length} changes, ${most} at most`);
  }
  const wire = JSON.stringify({
    n,
    v: protocolVersion,
    stamp,
    action: action.action,
    changes: action.changes,
  });
  const bytes = new TextEncoder().encode(wire).length;
  if (bytes > limits.batchMaxBytes) {
    throw new BatchError('too_many_bytes', `${bytes} bytes, ${limits.batchMaxBytes} at most`);
  }
  const parsed = parse(batchSchema, JSON.parse(wire));
  if (!parsed.ok) {
    const [first] = parsed.errors;
    throw new BatchError('invalid', `${first?.pointer ?? ''} ${first?.code ?? ''}`);
  }
  rejectRepeatedGroups(parsed.value);
  return { batch: parsed.value, bytes };
}

/** At most one change per (id, group) in a batch (design §8): a second one would make the first its own rival. */
function rejectRepeatedGroups(batch: Batch): void {
  const seen = new Set<string>();
  for (const change of batch.changes) {
    const key = `${change.id}/${isCreation(change) ? '*' : change.group}`;
    if (seen.has(key)) throw new BatchError('invalid', `two changes of ${key}`);
    seen.add(key);
  }
}
