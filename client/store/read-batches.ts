import type { LocalTables, OutboxRow } from './local-tables.ts';

/** The rows of the outbox or of `sent` with these positions, in order of position; those pruned meanwhile are left out. */
export async function readBatches(
  tables: LocalTables,
  positions: readonly number[],
): Promise<OutboxRow[]> {
  return tables.transaction('r', [tables.outbox, tables.sent], async () => {
    const waiting = await tables.outbox.bulkGet([...positions]);
    const sent = await tables.sent.bulkGet([...positions]);
    const rows = [...waiting, ...sent].filter((row) => row !== undefined);
    return rows.toSorted((a, b) => a.position - b.position);
  });
}
