import { foldSteps, type FoldedSteps } from '../fold-steps.ts';
import type { DocumentView, StoredDocument } from '../port.ts';
import type { SqliteValue } from './sqlite-file.ts';
import type { SqliteWrite, SqliteWriter } from './sqlite-writer.ts';

/** Documents in one statement: past 16 a row costs no less. */
const rowsPerUpsert = 16;

const upsertDocument = upsertOf(1);
const upsertDocuments = upsertOf(rowsPerUpsert);
const upsertCounter = `INSERT INTO counter VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
  SET user_id = excluded.user_id, n = excluded.n, seq = excluded.seq, recent = excluded.recent
  WHERE excluded.seq > seq`;
const raiseWatermark = `INSERT INTO watermark (workspace_id, applied, hash, horizon) VALUES (?, ?, ?, 0) ON CONFLICT DO UPDATE
  SET applied = excluded.applied, hash = excluded.hash WHERE excluded.applied > applied`;

/**
 * Applies steps to the tables of the document view; rows and watermark change in one transaction. The steps of one
 * workspace are applied one call after the other, since each begins at the watermark that the one before has left.
 */
export function createViewSteps(
  writer: SqliteWriter,
  readApplied: (workspaceId: string) => number,
): DocumentView['apply'] {
  const lastByWorkspace = new Map<string, Promise<void>>();

  return (steps) => {
    const workspaceId = steps[0]?.workspaceId;
    if (workspaceId === undefined) return Promise.resolve();
    const before = lastByWorkspace.get(workspaceId) ?? Promise.resolve();
    const applied = before.then(async () => {
      const fold = foldSteps(steps, readApplied(workspaceId));
      if (fold !== undefined) await writer.write(writesOf(workspaceId, fold));
    });
    const forget = () => {
      if (lastByWorkspace.get(workspaceId) === over) lastByWorkspace.delete(workspaceId);
    };
    // Failed or not, the next call begins at what is in the view then.
    const over = applied.then(forget, forget);
    lastByWorkspace.set(workspaceId, over);
    return applied;
  };
}

function writesOf(workspaceId: string, fold: FoldedSteps): SqliteWrite[] {
  const { documents, counters } = fold;
  const whole = documents.length - (documents.length % rowsPerUpsert);
  const rowsOfMany: SqliteValue[][] = [];
  for (let at = 0; at < whole; at += rowsPerUpsert) {
    rowsOfMany.push(documents.slice(at, at + rowsPerUpsert).flatMap(valuesOf));
  }
  const counterRows = counters.map(({ deviceId, userId, n, seq, recent }) => {
    return [workspaceId, deviceId, userId, n, seq, recent];
  });
  return [
    { sql: upsertDocuments, rows: rowsOfMany },
    { sql: upsertDocument, rows: documents.slice(whole).map(valuesOf) },
    { sql: upsertCounter, rows: counterRows },
    { sql: raiseWatermark, rows: [[workspaceId, fold.seq, fold.hash]] },
  ];
}

function upsertOf(rows: number): string {
  const values = Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?)').join(', ');
  return `INSERT INTO document (workspace_id, id, kind, seq, parent_id, json) VALUES ${values} ON CONFLICT DO UPDATE
    SET kind = excluded.kind, seq = excluded.seq, parent_id = excluded.parent_id, json = excluded.json
    WHERE excluded.seq > seq`;
}

function valuesOf(document: StoredDocument): SqliteValue[] {
  const { workspaceId, id, kind, seq, parentId, json } = document;
  return [workspaceId, id, kind, seq, parentId, json];
}
