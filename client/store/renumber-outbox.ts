import type { RandomBytes } from '#shared/ids';
import { newDeviceId } from '#shared/new-ids';
import type { FormerDevice } from './local-store.ts';
import type { LocalTables, OutboxRow, SentRow, StoredMeta } from './local-tables.ts';
import { renumbered } from './renumbered.ts';
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
 * What is lost follows from the last number that the log has of the very device id under which a batch was sent.
 */
export async function reofferLost(
  tables: LocalTables,
  { meta, rev }: TransactionScope,
  of: { lastNOf: (deviceId: string) => number; random: RandomBytes },
): Promise<StoredMeta> {
  const deviceId = newDeviceId(of.random);
  const sent = await tables.sent.orderBy('position').toArray();
  const lost = sent.filter((row) => row.n > of.lastNOf(row.deviceId));
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

/** Device ids other than that of `meta` in the outbox and among what was sent: of forks and restores before (R10). */
export async function readFormerDeviceIds(
  { outbox, sent }: LocalTables,
  { deviceId }: Pick<StoredMeta, 'deviceId'>,
): Promise<string[]> {
  const ids = new Set<string>();
  for (const table of [outbox, sent]) {
    await table.each((row) => void ids.add(row.deviceId));
  }
  ids.delete(deviceId);
  return [...ids];
}

/**
 * What of a restored log is ours, by device id. A copy of this profile may go on under the same one and take numbers that the
 * log has lost (R3). Numbers are judged in order, so if the last one is ours, all are; if it is not, nobody can tell, and
 * everything is offered again: the server knows what it has.
 */
export async function keepOwnNumbers(
  tables: LocalTables,
  named: ReadonlyMap<string, FormerDevice>,
): Promise<Map<string, FormerDevice>> {
  const stamps = new Map<string, string>();
  for (const table of [tables.outbox, tables.sent, tables.refused]) {
    await table.each(({ deviceId, n, batch }) => {
      if (named.get(deviceId)?.lastN === n) stamps.set(deviceId, batch.stamp);
    });
  }
  return new Map(
    [...named].map(([deviceId, device]) => {
      const { lastStamp } = device;
      const isOurs = lastStamp === undefined || lastStamp === stamps.get(deviceId);
      return [deviceId, isOurs ? device : { lastN: 0, refused: [] }];
    }),
  );
}

function unsettled({ seq: _seq, settledAtMs: _settledAtMs, ...row }: SentRow): OutboxRow {
  return row;
}
