import { formatHash, readHash, replaceInHash } from '#shared/head-hash';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import { Dexie, type Table } from 'dexie';
import { openUntil, type StoredDocument } from './local-tables.ts';

/** Pulled documents and where they go; `hash` is that of the table before. */
interface DocumentsToWrite {
  table: Table<StoredDocument, string>;
  documents: readonly StoredForm[];
  hash: string;
  rev: number;
}

/** Writes pulled documents, each only over a smaller seq (R2), and returns the head hash after them (R11). */
export async function writeDocuments(of: DocumentsToWrite): Promise<string> {
  const { table, documents, rev } = of;
  const held = await table.bulkGet(documents.map(({ id }) => id));
  const heldById = new Map(held.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
  let hash = readHash(of.hash);
  const newer = new Map<string, StoredDocument>();
  for (const document of documents) {
    const previous = newer.get(document.id) ?? heldById.get(document.id);
    if (previous !== undefined && previous.seq >= document.seq) continue;
    hash = replaceInHash(hash, { previous: previous?.document, next: document });
    newer.set(document.id, documentRow(document, rev));
  }
  await table.bulkPut([...newer.values()]);
  return formatHash(hash);
}

/**
 * The same while a table is filled for the first time: nearly every document is new to it, so it is added without
 * looking for an older one, which takes a quarter of a first sync. Those that were there all the same come after.
 */
export async function fillDocuments(of: DocumentsToWrite): Promise<string> {
  const { table, documents, rev } = of;
  const taken = await addRows(
    table,
    documents.map((document) => documentRow(document, rev)),
  );
  const hash = documents
    .filter((_document, index) => !taken.has(index))
    .reduce((sum, next) => replaceInHash(sum, { previous: undefined, next }), readHash(of.hash));
  const others = documents.filter((_document, index) => taken.has(index));
  if (others.length === 0) return formatHash(hash);
  return writeDocuments({ ...of, documents: others, hash: formatHash(hash) });
}

/** Adds rows; returns the indexes of those whose id was taken. */
async function addRows(
  table: Table<StoredDocument, string>,
  rows: readonly StoredDocument[],
): Promise<ReadonlySet<number>> {
  try {
    await table.bulkAdd(rows);
    return new Set();
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const failures = Object.entries(error.failuresByPos);
    if (failures.some(([, { name }]) => name !== 'ConstraintError')) throw error;
    return new Set(failures.map(([index]) => Number(index)));
  }
}

function documentRow(document: StoredForm, rev: number): StoredDocument {
  const { id, kind, seq } = document;
  return { id, kind, seq, rev, document, activeUntil: activeUntil(document) };
}

/** When a task left what people work with; a closed task without a time counts as closed long ago. */
function activeUntil(document: StoredForm): string {
  if (isPurged(document)) return '';
  const isClosed = document['status'] === 'done' || document['status'] === 'cancelled';
  if (document.kind !== 'task' || !isClosed) return openUntil;
  return typeof document['completedAt'] === 'string' ? document['completedAt'] : '';
}
