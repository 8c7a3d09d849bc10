import type { AnyDocument } from '#shared/kind-definition';
import type { LocalTables } from './local-tables.ts';
import { createOverlay, type OverlayOwner } from './overlay.ts';

type Database = OverlayOwner & { tables: LocalTables };

/**
 * Documents of one database as its batches leave them, without what moves away hidden; those that are not there, and
 * tombstones, are left out. To be called inside a transaction over `documents` and `outbox`.
 */
export async function shownIn(
  database: Database,
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

/** All that is in one database, seen the same way. */
export async function allShownIn(database: Database): Promise<Map<string, AnyDocument>> {
  const { tables } = database;
  return tables.transaction('r', [tables.documents, tables.outbox], async () => {
    const [known, outbox] = await Promise.all([
      tables.documents.toCollection().primaryKeys(),
      tables.outbox.toArray(),
    ]);
    const named = outbox.flatMap(({ batch }) => batch.changes.map(({ id }) => id));
    return shownIn(database, [...new Set([...known, ...named])]);
  });
}
