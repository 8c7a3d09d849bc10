import type { CommitEvent } from '#shared/live-message';
import type { PullDone } from '#shared/pull-message';
import type { RefusalCode } from '#shared/push-message';
import type { FormerDevice } from './local-store.ts';
import type { LocalTables, OutboxRow, StoredMeta } from './local-tables.ts';
import type { TransactionScope } from './store-transaction.ts';

/** What the log says of one batch in the outbox. */
interface Settlement {
  row: OutboxRow;
  seq: number;
  refusal: { code: RefusalCode; pointer: string | undefined } | undefined;
}

/**
 * Settles the batches of this device that an applied event names; returns meta after it. Named is a number together
 * with its stamp: a copied profile may have used the number for a batch of its own, and ours is then still to be
 * pushed, so that the server can say `forked` (R3).
 */
export async function settleByEvent(
  tables: LocalTables,
  scope: TransactionScope,
  event: CommitEvent,
): Promise<StoredMeta> {
  const { meta } = scope;
  const own = new Set([meta.deviceId, ...meta.carriedDeviceIds]);
  const named = event.batches.filter(({ deviceId }) => own.has(deviceId));
  if (named.length === 0) return meta;
  const rows = await tables.outbox
    .where('[deviceId+n]')
    .anyOf(named.map(({ deviceId, n }) => [deviceId, n]))
    .toArray();
  const settlements = rows.flatMap((row): Settlement[] => {
    const answer = named.find(({ deviceId, n }) => deviceId === row.deviceId && n === row.n);
    if (answer === undefined || answer.stamp !== row.batch.stamp) return [];
    const { outcome, code = 'invalid' as const, pointer } = answer;
    const refusal = outcome === 'refused' ? { code, pointer } : undefined;
    return [{ row, seq: event.seq, refusal }];
  });
  const ownNumbers = settlements.flatMap(({ row }) =>
    row.deviceId === meta.deviceId ? [row.n] : [],
  );
  const settledN = Math.max(meta.settledN, ...ownNumbers);
  return settle(tables, { ...scope, meta: { ...meta, settledN } }, settlements);
}

/**
 * Settles everything up to `lastN` of a `done` page; returns meta after it. Batches carried over by a fork were
 * answered before it, so a pull asked after the fork is at or above their entries.
 */
export async function settleByPage(
  tables: LocalTables,
  scope: TransactionScope,
  page: PullDone,
): Promise<StoredMeta> {
  const { meta } = scope;
  const numbered = await tables.outbox
    .where('[deviceId+n]')
    .between([meta.deviceId, 0], [meta.deviceId, page.lastN], true, true)
    .toArray();
  const carried =
    meta.carriedDeviceIds.length === 0
      ? []
      : await tables.outbox.filter(({ deviceId }) => deviceId !== meta.deviceId).toArray();
  const refusedByN = new Map(page.refused.map((refused) => [refused.n, refused]));
  const settlements = [
    ...carried.map((row): Settlement => ({ row, seq: page.head, refusal: undefined })),
    ...numbered.map((row): Settlement => {
      const refused = refusedByN.get(row.n);
      if (refused === undefined) return { row, seq: page.head, refusal: undefined };
      const { code, pointer } = refused;
      return { row, seq: refused.seq, refusal: { code, pointer } };
    }),
  ];
  const settledN = Math.max(meta.settledN, page.lastN);
  const next = { ...meta, settledN, carriedDeviceIds: [] };
  return settle(tables, { ...scope, meta: next }, settlements);
}

/** Settles what waits under any device id and is in the log of a restored server all the same (R10). */
export async function settleNamed(
  tables: LocalTables,
  scope: TransactionScope,
  of: { named: ReadonlyMap<string, FormerDevice>; seq: number },
): Promise<void> {
  const waiting = await tables.outbox.filter(({ deviceId }) => of.named.has(deviceId)).toArray();
  const settlements = waiting.flatMap((row): Settlement[] => {
    const device = of.named.get(row.deviceId);
    if (device === undefined || row.n > device.lastN) return [];
    const refused = device.refused.find(({ n }) => n === row.n);
    if (refused === undefined) return [{ row, seq: of.seq, refusal: undefined }];
    const { seq, code, pointer } = refused;
    return [{ row, seq, refusal: { code, pointer } }];
  });
  await settle(tables, scope, settlements);
}

async function settle(
  tables: LocalTables,
  { meta, rev, nowMs }: TransactionScope,
  settlements: readonly Settlement[],
): Promise<StoredMeta> {
  if (settlements.length === 0) return meta;
  const sent = settlements.flatMap(({ row, seq, refusal }) =>
    refusal === undefined ? [{ ...row, rev, seq, settledAtMs: nowMs }] : [],
  );
  const refused = settlements.flatMap(({ row, seq, refusal }) =>
    refusal === undefined ? [] : [{ ...row, ...refusal, rev, seq, settledAtMs: nowMs }],
  );
  await tables.outbox.bulkDelete(settlements.map(({ row }) => row.position));
  await tables.sent.bulkPut(sent);
  await tables.refused.bulkPut(refused);
  return { ...meta, outboxRemovedRev: rev };
}
