import { limits } from '#shared/limits';
import { parse } from '#shared/parse';
import { protocolVersion } from '#shared/protocol-version';
import { type Batch, batchSchema, isCreation } from '#shared/push-message';
import { formatStamp, tick } from '#shared/stamp';
import type { StoredBatch, UserAction } from './local-store.ts';
import type { Inverse, LocalTables, UndoMark } from './local-tables.ts';
import type { TransactionScope, Written } from './store-transaction.ts';

/** A user action with what undo needs to know of it. */
export interface ActionToCommit extends UserAction {
  inverse?: readonly Inverse[];
  undo?: UndoMark;
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
  actions: readonly ActionToCommit[],
): Promise<Written<StoredBatch[]>> {
  const batches: StoredBatch[] = [];
  let { meta } = scope;
  if (meta.isClosing) throw new StoreClosingError();
  for (const action of actions) {
    const added = await commitBatch(tables, { ...scope, meta }, action);
    batches.push(added.result);
    meta = added.meta ?? meta;
  }
  return { result: batches, meta };
}

async function commitBatch(
  tables: LocalTables,
  { meta, rev, nowMs }: TransactionScope,
  action: ActionToCommit,
): Promise<Written<StoredBatch>> {
  const clock = tick(meta.clock, nowMs);
  const stamp = formatStamp({ ...clock, deviceId: meta.deviceId });
  const { batch, bytes } = travellingBatch(action, { n: meta.nextN, stamp });
  const stored: StoredBatch = { ...batch, atMs: nowMs, label: action.label };
  await tables.outbox.add({
    position: meta.nextPosition,
    deviceId: meta.deviceId,
    n: meta.nextN,
    rev,
    bytes,
    batch: stored,
    inverse: action.inverse ?? [],
    undo: action.undo,
  });
  return {
    result: stored,
    meta: { ...meta, clock, nextN: meta.nextN + 1, nextPosition: meta.nextPosition + 1 },
  };
}

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
