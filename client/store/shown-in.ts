import type { AnyDocument } from '#shared/kind-definition';
import type { LocalTables } from './local-tables.ts';
import { createOverlay, type OverlayOwner } from './overlay.ts';

/**
 * Documents of one database as its batches leave them, without what moves away hidden; those that are not there, and
 * tombstones, are left out. To be called inside a transaction over `documents` and `outbox`.
 */
export async function shownIn(
  database: OverlayOwner & { tables: LocalTables },
  ids: readonly string[],
): Promise<Map<string, AnyDocument>> {
  const { tables } = database;
  const [found, outbox] = await Promise.all([
    tables.documents.bulkGet([...ids]),
    tables.outbox.orderBy('position').toArray(),
  ]);
  const overlay = createOverlay(database);
  const documents = found.filter((row) => row !== undefined);
  overlay.take({ isReset: false, documents, outbox, positions: undefined });
  const shown = ids.flatMap((id) => overlay.shown(id) ?? []);
  return new Map(shown.map((document) => [document.id, document]));
}
