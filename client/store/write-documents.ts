import { formatHash, readHash, replaceInHash } from '#shared/head-hash';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import type { Table } from 'dexie';
import { openUntil, type StoredDocument } from './local-tables.ts';

/**
 * Writes pulled documents, each only over a smaller seq (R2), and returns the head hash after them (R11).
 * `hash` is that of the table before.
 */
export async function writeDocuments(of: {
  table: Table<StoredDocument, string>;
  documents: readonly StoredForm[];
  hash: string;
  rev: number;
}): Promise<string> {
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
