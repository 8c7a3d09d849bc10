import type { StoredForm } from '#shared/kind-definition';
import type { LocalMeta } from './local-store.ts';
import type {
  LocalTables,
  OutboxRow,
  SentRow,
  StoredDocument,
  StoredMeta,
} from './local-tables.ts';
import { readStoredMeta } from './store-transaction.ts';

/** What a view must know to be at `meta.rev`, all of one moment. */
export interface LocalChanges {
  meta: LocalMeta;
  /** True: `documents` are all that there are; false: those written since the rev asked for. */
  isReset: boolean;
  documents: readonly StoredDocument[];
  /** Batches added or numbered anew since. */
  outbox: readonly OutboxRow[];
  /** The positions of all batches in the outbox, when some have left it since; else undefined. */
  positions: ReadonlySet<number> | undefined;
  /** Batches settled as committed since. */
  sent: readonly SentRow[];
}

/** Reads everything with a rev above `sinceRev` in one read transaction (design §3, tabs). */
export async function readChanges(tables: LocalTables, sinceRev: number): Promise<LocalChanges> {
  return tables.transaction('r', readTables(tables), async () => {
    const meta = await readStoredMeta(tables);
    const isReset = meta.documentsResetRev > sinceRev;
    const newer = isReset
      ? tables.documents.toCollection()
      : tables.documents.where('rev').above(sinceRev);
    // Asked for at once: each answer that is waited for alone costs a turn of the page.
    const [documents, outbox, positions, sent] = await Promise.all([
      newer.toArray(),
      tables.outbox.where('rev').above(sinceRev).toArray(),
      positionsIfLeft(tables, meta, sinceRev),
      tables.sent.where('rev').above(sinceRev).toArray(),
    ]);
    return { meta, isReset, documents, outbox, positions, sent };
  });
}

/** More than this written since, or waiting to be sent: then everything is read at once, as without first documents. */
const mostRead = 200;

/**
 * Reads some documents, with all that was written since `sinceRev` and the whole outbox over it. Undefined where that
 * is too much for a first look, or where all documents were swapped since.
 */
export async function readFirst(
  tables: LocalTables,
  { ids, sinceRev }: { ids: readonly string[]; sinceRev: number },
): Promise<LocalChanges | undefined> {
  return tables.transaction('r', readTables(tables), async () => {
    const [meta, asked, newer, outbox] = await Promise.all([
      readStoredMeta(tables),
      tables.documents.bulkGet([...ids]),
      tables.documents
        .where('rev')
        .above(sinceRev)
        .limit(mostRead + 1)
        .toArray(),
      tables.outbox.limit(mostRead + 1).toArray(),
    ]);
    // A later rev than there is was noted of a database that is gone.
    const isUnknown = sinceRev > meta.rev || meta.documentsResetRev > sinceRev;
    if (isUnknown || Math.max(newer.length, outbox.length) > mostRead) {
      return undefined;
    }
    const known = [...asked.filter((row) => row !== undefined), ...newer];
    const documents = [...known, ...(await readTouched(tables, outbox, known))];
    return { meta, isReset: false, documents, outbox, positions: undefined, sent: [] };
  });
}

/**
 * Reads what is shown then: everything but tasks closed at or before `activeSince` (instant); those that the outbox
 * touches are among it, as the outbox may have opened them again, and those with `shownIds`, which must not go away.
 */
export async function readActive(
  tables: LocalTables,
  activeSince: string,
  shownIds: Iterable<string> = [],
): Promise<LocalChanges> {
  return tables.transaction('r', readTables(tables), async () => {
    const meta = await readStoredMeta(tables);
    const active = await tables.documents.where('activeUntil').above(activeSince).toArray();
    const outbox = await tables.outbox.toArray();
    const touched = await readTouched(tables, outbox, active, shownIds);
    const sent = await tables.sent.toArray();
    const documents = [...active, ...touched];
    // What was shown before this read may lay batches over them that have left the outbox meanwhile.
    const positions = new Set(outbox.map(({ position }) => position));
    return { meta, isReset: true, documents, outbox, positions, sent };
  });
}

/** Reads the tasks that `readActive` left out. */
export async function readRest(
  tables: LocalTables,
  activeSince: string,
): Promise<StoredDocument[]> {
  return tables.documents.where('activeUntil').belowOrEqual(activeSince).toArray();
}

/** The server's documents with these ids, tombstones among them; unknown ids are left out. */
export async function readDocuments(
  tables: LocalTables,
  ids: readonly string[],
): Promise<StoredForm[]> {
  const rows = await tables.documents.bulkGet([...ids]);
  return rows.flatMap((row) => row?.document ?? []);
}

/** The lowest unsettled batches of this device above `after` that fit one push; at least one, if there is one. */
export async function readOutbox(
  tables: LocalTables,
  of: { after: number; maxBatches: number; maxBytes: number },
): Promise<OutboxRow[]> {
  return tables.transaction('r', [tables.meta, tables.outbox], async () => {
    const { deviceId } = await readStoredMeta(tables);
    const rows = await tables.outbox
      .where('[deviceId+n]')
      .between([deviceId, of.after], [deviceId, Number.MAX_SAFE_INTEGER], false, true)
      .limit(of.maxBatches)
      .toArray();
    let bytes = 0;
    const fitting = rows.findIndex((row) => {
      bytes += row.bytes + 1;
      return bytes > of.maxBytes;
    });
    return fitting < 0 ? rows : rows.slice(0, Math.max(1, fitting));
  });
}

async function readTouched(
  tables: LocalTables,
  outbox: readonly OutboxRow[],
  active: readonly StoredDocument[],
  shownIds: Iterable<string> = [],
): Promise<StoredDocument[]> {
  const ids = new Set(outbox.flatMap(({ batch }) => batch.changes.map(({ id }) => id)));
  for (const id of shownIds) ids.add(id);
  if (ids.size === 0) return [];
  const known = new Set(active.map(({ id }) => id));
  const rows = await tables.documents.bulkGet([...ids].filter((id) => !known.has(id)));
  return rows.filter((row) => row !== undefined);
}

async function positionsIfLeft(
  tables: LocalTables,
  meta: StoredMeta,
  sinceRev: number,
): Promise<ReadonlySet<number> | undefined> {
  if (meta.outboxRemovedRev <= sinceRev) return undefined;
  return new Set(await tables.outbox.toCollection().primaryKeys());
}

function readTables(tables: LocalTables) {
  return [tables.meta, tables.documents, tables.outbox, tables.sent];
}
