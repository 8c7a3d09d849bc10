import type { OutboxRow } from './local-tables.ts';

/** The row under another device and number; its stamp, and so what it is known by, stays. */
export function renumbered(row: OutboxRow, deviceId: string, n: number): OutboxRow {
  return { ...row, deviceId, n, batch: { ...row.batch, n } };
}
