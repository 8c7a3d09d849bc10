import type { LocalDatabase } from './local-database.ts';
import type { OutboxRow } from './local-tables.ts';
import type { MoveMark } from './move-record.ts';

/** What is on disk of the batches of one action. */
export interface MoveRows {
  /** In order of position. */
  all: OutboxRow[];
  isWaiting: boolean;
  isRefused: boolean;
}

/** All batches of a move: those with its copies, and those that took it back or did it again. */
export async function readMoveRows(
  { tables }: Pick<LocalDatabase, 'tables'>,
  key: string,
): Promise<MoveRows> {
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

/** A mark and the batch that bears it. */
export interface PlacedMark {
  mark: MoveMark;
  position: number;
}

/** The mark that holds now for each workspace that is left. */
export function marksOf({ all }: Pick<MoveRows, 'all'>): PlacedMark[] {
  const marks = new Map<string, PlacedMark>();
  for (const { move, position } of all) {
    if (move !== undefined && move.copies.length > 0)
      marks.set(move.from, { mark: move, position });
  }
  return [...marks.values()];
}
