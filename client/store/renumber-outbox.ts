import { newDeviceId, type RandomBytes } from '#shared/ids';
import type { LocalTables, OutboxRow, SentRow, StoredMeta } from './local-tables.ts';
import type { TransactionScope } from './store-transaction.ts';

/**
 * A copied or restored profile (R3): a new deviceId; the batch `fromN` and all unsettled ones behind it are numbered
 * anew from 1, stamps stay. Those before it are in the log under the old id and are only carried until settled.
 */
export async function forkOutbox(
  tables: LocalTables,
  { meta, rev }: TransactionScope,
  of: { fromN: number; random: RandomBytes },
): Promise<StoredMeta> {
  const deviceId = newDeviceId(of.random);
  const rows = await tables.outbox
    .where('[deviceId+n]')
    .between([meta.deviceId, 0], [meta.deviceId, Number.MAX_SAFE_INTEGER], true, true)
    .sortBy('position');
  const behind = rows.filter(({ n }) => n >= of.fromN);
  await tables.outbox.bulkPut(
    behind.map((row, index) => ({ ...renumbered(row, deviceId, index + 1), rev })),
  );
  const isCarrying = behind.length < rows.length;
  return {
    ...meta,
    deviceId,
    nextN: behind.length + 1,
    settledN: 0,
    carriedDeviceIds: isCarrying
      ? [...meta.carriedDeviceIds, meta.deviceId]
      : meta.carriedDeviceIds,
  };
}

/**
 * A restored server (R10), after what it still has was settled: a new deviceId offers the rest, `sent` before outbox.
 * Sent batches of device ids before this one were in the log before its first batch, so they are lost only if that is.
 */
export async function reofferLost(
  tables: LocalTables,
  { meta, rev }: TransactionScope,
  of: { lastN: number; random: RandomBytes },
): Promise<StoredMeta> {
  const deviceId = newDeviceId(of.random);
  const sent = await tables.sent.orderBy('position').toArray();
  const lost = sent.filter((row) =>
    row.deviceId === meta.deviceId ? row.n > of.lastN : of.lastN === 0,
  );
  const waiting = await tables.outbox.orderBy('position').toArray();
  const offered = [...lost.map(unsettled), ...waiting].map((row, index) => ({
    ...renumbered(row, deviceId, index + 1),
    position: meta.nextPosition + index,
    rev,
  }));
  await tables.sent.bulkDelete(lost.map(({ position }) => position));
  await tables.outbox.clear();
  await tables.outbox.bulkAdd(offered);
  return {
    ...meta,
    deviceId,
    nextN: offered.length + 1,
    nextPosition: meta.nextPosition + offered.length,
    settledN: 0,
    carriedDeviceIds: [],
    outboxRemovedRev: rev,
  };
}

/** The row under another device and number; its stamp, and so what it is known by, stays. */
export function renumbered(row: OutboxRow, deviceId: string, n: number): OutboxRow {
  return { ...row, deviceId, n, batch: { ...row.batch, n } };
}

function unsettled({ seq: _seq, settledAtMs: _settledAtMs, ...row }: SentRow): OutboxRow {
  return row;
}
