import { newKeysBetween } from './order-key.ts';
import { limits } from './limits.ts';

/** A row of a list that is ordered by (orderKey, id). */
export interface OrderedRow {
  id: string;
  orderKey: string;
}

/** Re-spaced keys leave room for further ones, or the very next move would re-space again. */
const respacedMaxLength = 40;
/** Beyond this many rows any key that fits will do, so that a move stays far below the limit of a batch. */
const generousWindow = 128;

/**
 * The rows to re-key so that the task stands at `index` of the list without it (0 = first, clamped), in list order.
 * Usually one row, the task; none when it stands there already; its neighbours as well where their keys leave no
 * room: equal keys, or keys near 64 characters (R8). All belong into one batch. `siblings` are sorted by
 * `compareOrder` and may hold the task or not.
 */
export function moveInto({
  siblings,
  taskId,
  index,
  deviceId,
}: {
  siblings: readonly OrderedRow[];
  taskId: string;
  index: number;
  deviceId: string;
}): OrderedRow[] {
  const others = siblings.filter((row) => row.id !== taskId);
  const place = Math.min(Math.max(index, 0), others.length);
  if (siblings.length > others.length && siblings[place]?.id === taskId) return [];
  for (let extra = 0; extra < others.length; extra = Math.max(1, extra * 2)) {
    const start = Math.max(0, place - Math.floor(extra / 2));
    const end = Math.min(others.length, place + Math.ceil(extra / 2));
    const rows = [...ids(others, start, place), taskId, ...ids(others, place, end)];
    const maxLength = isGenerous(extra) ? limits.orderKeyMaxLength : respacedMaxLength;
    const before = others[start - 1]?.orderKey ?? null;
    const after = others[end]?.orderKey ?? null;
    const keys = newKeysBetween({ before, after, deviceId, count: rows.length });
    if (keys?.every((key) => key.length <= maxLength)) return withKeys(rows, keys);
  }
  const all = [...ids(others, 0, place), taskId, ...ids(others, place, others.length)];
  const keys = newKeysBetween({ before: null, after: null, deviceId, count: all.length });
  return withKeys(all, keys ?? []);
}

function isGenerous(extra: number): boolean {
  return extra === 0 || extra >= generousWindow;
}

function ids(rows: readonly OrderedRow[], start: number, end: number): string[] {
  return rows.slice(start, end).map((row) => row.id);
}

function withKeys(rowIds: readonly string[], keys: readonly string[]): OrderedRow[] {
  return rowIds.flatMap((id, index) => {
    const orderKey = keys[index];
    return orderKey === undefined ? [] : [{ id, orderKey }];
  });
}
