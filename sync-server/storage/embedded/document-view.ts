import { searchTables } from './search-index.ts';
import { integer, text, textOrNull, type SqliteFile, type SqliteRow } from './sqlite-file.ts';
import type { SqliteWriter } from './sqlite-writer.ts';
import { createViewSteps } from './view-steps.ts';
import type { DeviceCounter, DocumentView, ScanRange, StoredDocument, ViewState } from '../port.ts';

/** The tables of the document view; the primary keys are part of every index, so `document_by_seq` ends in the id. */
export const documentViewSchema = `
  CREATE TABLE document (
    workspace_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, seq INTEGER NOT NULL,
    parent_id TEXT, json TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_by_seq ON document (workspace_id, seq, id);
  CREATE INDEX document_by_kind ON document (workspace_id, kind, id);
  CREATE INDEX document_by_parent ON document (workspace_id, parent_id) WHERE parent_id IS NOT NULL;
  CREATE TABLE counter (
    workspace_id TEXT NOT NULL, device_id TEXT NOT NULL, user_id TEXT NOT NULL, n INTEGER NOT NULL,
    seq INTEGER NOT NULL, recent TEXT NOT NULL,
    PRIMARY KEY (workspace_id, device_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE watermark (
    workspace_id TEXT PRIMARY KEY, applied INTEGER NOT NULL, hash TEXT NOT NULL, horizon INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** What the second release of these tables added. */
export const documentViewMarks =
  'ALTER TABLE watermark ADD COLUMN blanked INTEGER NOT NULL DEFAULT 0';

const documentColumns = 'workspace_id, id, kind, seq, parent_id, json';

/** Rows in one read of a scan, which bounds what is read beyond `maxBytes`. */
const rowsPerRead = 200;

/** The document view in a file of its own; rows and watermark change in one transaction that does not wait for the disk. */
export function createEmbeddedDocumentView(file: SqliteFile, writer: SqliteWriter): DocumentView {
  const state = prepareState(file);
  const apply = createViewSteps(writer, (workspaceId) => state(workspaceId).applied);
  const scan = prepareScan(file);
  const byKind = file.prepare(
    `SELECT ${documentColumns} FROM document WHERE workspace_id = ? AND kind = ? AND id > ? ORDER BY id LIMIT ?`,
  );
  // Lists come as one JSON parameter, so that each statement is compiled once.
  const byIds = file.prepare(
    `SELECT ${documentColumns} FROM document WHERE workspace_id = ? AND id IN (SELECT value FROM json_each(?))`,
  );
  const byParents = file.prepare(
    `SELECT ${documentColumns} FROM document WHERE workspace_id = ? AND parent_id IN (SELECT value FROM json_each(?))`,
  );
  const counters = file.prepare(
    `SELECT workspace_id, device_id, user_id, n, seq, recent FROM counter
     WHERE workspace_id = ? AND device_id IN (SELECT value FROM json_each(?))`,
  );

  return {
    state: async (workspaceId) => state(workspaceId),
    apply,
    scan: async (range) => scan(range),
    async readDocuments({ workspaceId, ids }) {
      return byIds.all([workspaceId, JSON.stringify(ids)]).map(documentOf);
    },
    async readChildren({ workspaceId, parentIds }) {
      return byParents.all([workspaceId, JSON.stringify(parentIds)]).map(documentOf);
    },
    async listKind({ workspaceId, kind, afterId, limit }) {
      return byKind.all([workspaceId, kind, afterId, limit]).map(documentOf);
    },
    async raiseMarks({ workspaceId, horizon = 0, blanked = 0 }) {
      await writer.write([{ sql: raiseMarks, rows: [[horizon, blanked, workspaceId]] }]);
      // What was purged has been overwritten in this file before.
      if (blanked > 0) await writer.truncateLog();
    },
    async removeDocuments({ workspaceId, documents }) {
      const rows = documents.map(({ id, seq }) => [workspaceId, id, seq]);
      await writer.write([{ sql: removeDocument, rows }]);
    },
    async readCounters({ workspaceId, deviceIds }) {
      return counters.all([workspaceId, JSON.stringify(deviceIds)]).map(counterOf);
    },
  };
}

const raiseMarks = `UPDATE watermark SET horizon = max(horizon, ?), blanked = max(blanked, ?)
  WHERE workspace_id = ?`;
const removeDocument = 'DELETE FROM document WHERE workspace_id = ? AND id = ? AND seq = ?';

/** Forgets what the view holds of a workspace, so that it is made again from the log. */
export function forgetWorkspace(file: SqliteFile, workspaceId: string): void {
  file.transaction(() => {
    for (const table of ['document', 'counter', 'watermark', ...searchTables]) {
      file.prepare(`DELETE FROM ${table} WHERE workspace_id = ?`).run([workspaceId]);
    }
  });
}

/** How far the view has come in every workspace it knows. */
export function readWatermarks(
  file: SqliteFile,
): (Pick<ViewState, 'applied' | 'hash'> & { workspaceId: string })[] {
  const rows = file.prepare('SELECT workspace_id, applied, hash FROM watermark').all();
  return rows.map((row) => ({
    workspaceId: text(row, 0),
    applied: integer(row, 1),
    hash: text(row, 2),
  }));
}

const emptyHash = '0000000000000000';

function prepareState(file: SqliteFile): (workspaceId: string) => ViewState {
  const watermark = file.prepare(
    'SELECT applied, hash, horizon, blanked FROM watermark WHERE workspace_id = ?',
  );
  return (workspaceId) => {
    const row = watermark.first([workspaceId]);
    if (row === undefined) return { applied: 0, hash: emptyHash, horizon: 0, blanked: 0 };
    return {
      applied: integer(row, 0),
      hash: text(row, 1),
      horizon: integer(row, 2),
      blanked: integer(row, 3),
    };
  };
}

function prepareScan(file: SqliteFile): (range: ScanRange) => StoredDocument[] {
  const select = `SELECT ${documentColumns} FROM document INDEXED BY document_by_seq WHERE workspace_id = ?`;
  const order = 'AND seq <= ? ORDER BY seq, id LIMIT ?';
  const afterDocument = file.prepare(`${select} AND (seq, id) > (?, ?) ${order}`);
  const afterSeq = file.prepare(`${select} AND seq > ? ${order}`);

  return ({ workspaceId, upTo, limit, maxBytes, ...start }) => {
    const page: StoredDocument[] = [];
    let [seq, id, bytes] = [start.afterSeq, start.afterId, 0];
    while (page.length < limit) {
      const count = Math.min(rowsPerRead, limit - page.length);
      const rows = id
        ? afterDocument.all([workspaceId, seq, id, upTo, count])
        : afterSeq.all([workspaceId, seq, upTo, count]);
      for (const document of rows.map(documentOf)) {
        bytes += Buffer.byteLength(document.json);
        if (bytes > maxBytes && page.length > 0) return page;
        page.push(document);
        ({ seq, id } = document);
      }
      if (rows.length < count) return page;
    }
    return page;
  };
}

function documentOf(row: SqliteRow): StoredDocument {
  return {
    workspaceId: text(row, 0),
    id: text(row, 1),
    kind: text(row, 2),
    seq: integer(row, 3),
    parentId: textOrNull(row, 4),
    json: text(row, 5),
  };
}

function counterOf(row: SqliteRow): DeviceCounter {
  return {
    workspaceId: text(row, 0),
    deviceId: text(row, 1),
    userId: text(row, 2),
    n: integer(row, 3),
    seq: integer(row, 4),
    recent: text(row, 5),
  };
}
