import type { NoticeRow } from '../storage/notice-port.ts';
import type { EntryNotices } from './notices-of-entry.ts';

/**
 * What several entries ask for, in the order of the log, as one removal and one write after it: what a later entry says of a
 * task stands, and what was to be told since the first of them is still told.
 */
export function mergeNotices(entries: readonly EntryNotices[]): EntryNotices {
  const puts = new Map<string, NoticeRow>();
  const removes = new Map<string, { id: string; seq: number }>();
  for (const entry of entries) {
    for (const row of entry.puts) {
      const toldToMs = puts.get(row.id)?.toldToMs ?? row.toldToMs;
      puts.set(row.id, { ...row, toldToMs });
    }
    for (const removed of entry.removes) {
      puts.delete(removed.id);
      removes.set(removed.id, removed);
    }
  }
  return { puts: [...puts.values()], removes: [...removes.values()] };
}
