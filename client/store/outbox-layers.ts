import type { Change } from '#shared/push-message';
import type { StoredBatch } from './local-store.ts';
import type { OutboxRow } from './local-tables.ts';

/** The changes of one batch to one document. */
export interface OutboxLayer {
  position: number;
  /** The device it is pushed as; after a fork not the one in its stamp. */
  deviceId: string;
  batch: StoredBatch;
  changes: readonly Change[];
}

/** The outbox in memory, by the documents it touches. */
export interface OutboxLayers {
  /** Takes rows added or numbered anew, and forgets those not in `positions`; returns the ids they touch. */
  take(rows: readonly OutboxRow[], positions: ReadonlySet<number> | undefined): string[];
  /** What lies on top of a document, in order of position. */
  of(id: string): readonly OutboxLayer[];
  isEmpty(): boolean;
  /** When the oldest of them that touches a document was made (ms); undefined where there is none. */
  since(id: string): number | undefined;
}

/** An empty outbox. */
export function createOutboxLayers(): OutboxLayers {
  const rows = new Map<number, OutboxRow>();
  const positionsById = new Map<string, Set<number>>();

  function add(row: OutboxRow): string[] {
    rows.set(row.position, row);
    const ids = idsOf(row);
    for (const id of ids) {
      const positions = positionsById.get(id);
      if (positions === undefined) positionsById.set(id, new Set([row.position]));
      else positions.add(row.position);
    }
    return ids;
  }

  function remove(position: number): string[] {
    const row = rows.get(position);
    if (row === undefined) return [];
    rows.delete(position);
    const ids = idsOf(row);
    for (const id of ids) {
      const positions = positionsById.get(id);
      positions?.delete(position);
      if (positions?.size === 0) positionsById.delete(id);
    }
    return ids;
  }

  return {
    take(written, left) {
      const gone = left === undefined ? [] : [...rows.keys()].filter((at) => !left.has(at));
      return [
        ...gone.flatMap(remove),
        ...written.flatMap((row) => [...remove(row.position), ...add(row)]),
      ];
    },
    isEmpty: () => rows.size === 0,
    since(id) {
      const positions = positionsById.get(id);
      return positions && rows.get(Math.min(...positions))?.batch.atMs;
    },
    of(id) {
      const positions = [...(positionsById.get(id) ?? [])].toSorted((a, b) => a - b);
      return positions.flatMap((position): OutboxLayer[] => {
        const row = rows.get(position);
        if (row === undefined) return [];
        const changes = row.batch.changes.filter((change) => change.id === id);
        return [{ position, deviceId: row.deviceId, batch: row.batch, changes }];
      });
    },
  };
}

function idsOf({ batch }: OutboxRow): string[] {
  return [...new Set(batch.changes.map(({ id }) => id))];
}
