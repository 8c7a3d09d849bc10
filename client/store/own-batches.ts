import type { HistoryChange } from '#shared/history-message';
import { type Change, isCreation } from '#shared/push-message';
import { readStamp } from '#shared/stamp';
import { isEmptyInverse } from './inverse-changes.ts';
import type { LocalTables, OutboxRow } from './local-tables.ts';

/** What a batch of this device changed of one document, in the shape of the server's history. */
export interface OwnBatch {
  deviceId: string;
  n: number;
  /** An instant. */
  madeAt: string;
  /** The server has not settled it. */
  isWaiting: boolean;
  changes: HistoryChange[];
}

/** The batches of this device that name a document, newest first: those that wait, and those kept after they were sent. */
export async function readOwnBatches(tables: LocalTables, documentId: string): Promise<OwnBatch[]> {
  const names = ({ batch }: OutboxRow) => batch.changes.some(({ id }) => id === documentId);
  return tables.transaction('r', [tables.outbox, tables.sent], async () => {
    const waiting = await tables.outbox.filter(names).toArray();
    const sent = await tables.sent.filter(names).toArray();
    const rows = [
      ...waiting.map((row) => ({ row, isWaiting: true })),
      ...sent.map((row) => ({ row, isWaiting: false })),
    ];
    return rows
      .toSorted((a, b) => b.row.position - a.row.position)
      .map(({ row, isWaiting }) => ({
        deviceId: row.deviceId,
        n: row.n,
        madeAt: new Date(readStamp(row.batch.stamp).ms).toISOString(),
        isWaiting,
        changes: row.batch.changes
          .filter(({ id }) => id === documentId)
          .map((change) => historyChangeOf(change, row)),
      }));
  });
}

function historyChangeOf(change: Change, { inverse }: OutboxRow): HistoryChange {
  if (isCreation(change)) return { create: change.create, outcome: 'applied' };
  const { id, group, value } = change;
  const back = inverse.find((one) => one.id === id && one.group === group);
  if (back === undefined) return { group, value, outcome: 'applied' };
  if (isEmptyInverse(back)) return { group, value, outcome: 'unchanged' };
  return { group, value, was: back.value, outcome: 'applied' };
}
