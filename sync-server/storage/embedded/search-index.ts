import type { SearchIndex, SearchRow, SearchTerm } from '../search-index-port.ts';
import { integer, text, type SqliteFile, type SqliteRow } from './sqlite-file.ts';
import type { SqliteWrite, SqliteWriter } from './sqlite-writer.ts';

/**
 * The tables of the search index, in the file of the view: one row a document with its words as JSON, by which what is
 * replaced is found again, and one row a word.
 */
export const searchIndexSchema = `
  CREATE TABLE search_row (
    workspace_id TEXT NOT NULL, epoch TEXT NOT NULL, task_id TEXT NOT NULL, id TEXT NOT NULL,
    seq INTEGER NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (workspace_id, epoch, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX search_row_by_task ON search_row (workspace_id, epoch, task_id);
  CREATE TABLE search_word (
    workspace_id TEXT NOT NULL, epoch TEXT NOT NULL, word TEXT NOT NULL, task_id TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (workspace_id, epoch, word, task_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE search_mark (
    workspace_id TEXT NOT NULL, epoch TEXT NOT NULL, indexed INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, epoch)
  ) STRICT, WITHOUT ROWID;
`;

/** The last character there is: behind all words that begin alike. */
const last = '\u{10FFFF}';

const wordsOfRows = `SELECT held.workspace_id, held.epoch, each.value, held.task_id, held.id
  FROM search_row held, json_each(held.words) each WHERE held.workspace_id = ? AND held.epoch = ? AND held.id = ?`;
const removeWords = `DELETE FROM search_word
  WHERE (workspace_id, epoch, word, task_id, id) IN (${wordsOfRows} AND held.seq < ?)`;
const putRow = `INSERT INTO search_row (workspace_id, epoch, task_id, id, seq, words) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET task_id = excluded.task_id, seq = excluded.seq, words = excluded.words
  WHERE excluded.seq > seq`;
// Only what this very put has written: of an older one that came late no word is taken.
const putWords = `INSERT OR IGNORE INTO search_word ${wordsOfRows} AND held.seq = ?`;
const removeRow = 'DELETE FROM search_row WHERE workspace_id = ? AND epoch = ? AND id = ?';
const raiseMark = `INSERT INTO search_mark VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET indexed = max(indexed, excluded.indexed)`;

const fits = `FROM search_word WHERE workspace_id = ? AND epoch = ? AND word >= ? AND word <= ?`;
const isOneOf = `FROM search_word WHERE workspace_id = ? AND epoch = ?
  AND word IN (SELECT value FROM json_each(?))`;

/** The search index in the file of the view. */
export function createEmbeddedSearchIndex(file: SqliteFile, writer: SqliteWriter): SearchIndex {
  return { ...createWriting(writer), ...createReading(file) };
}

function createWriting(
  writer: SqliteWriter,
): Pick<SearchIndex, 'raiseIndexed' | 'put' | 'remove' | 'removeOtherEpochs'> {
  return {
    async raiseIndexed({ workspaceId, epoch, indexed }) {
      await writer.write([{ sql: raiseMark, rows: [[workspaceId, epoch, indexed]] }]);
    },
    async put({ workspaceId, epoch, rows }) {
      const writes = rows.flatMap(({ id, taskId, seq, words }): SqliteWrite[] => [
        { sql: removeWords, rows: [[workspaceId, epoch, id, seq]] },
        { sql: putRow, rows: [[workspaceId, epoch, taskId, id, seq, JSON.stringify(words)]] },
        { sql: putWords, rows: [[workspaceId, epoch, id, seq]] },
      ]);
      await writer.write(writes);
    },
    async remove({ workspaceId, epoch, ids }) {
      const writes = ids.flatMap((id): SqliteWrite[] => [
        { sql: removeWords, rows: [[workspaceId, epoch, id, Number.MAX_SAFE_INTEGER]] },
        { sql: removeRow, rows: [[workspaceId, epoch, id]] },
      ]);
      await writer.write(writes);
    },
    async removeOtherEpochs({ workspaceId, epoch }) {
      const writes = searchTables.map((table) => {
        const sql = `DELETE FROM ${table} WHERE workspace_id = ? AND epoch <> ?`;
        return { sql, rows: [[workspaceId, epoch]] };
      });
      await writer.write(writes);
    },
  };
}

function createReading(
  file: SqliteFile,
): Pick<SearchIndex, 'indexed' | 'count' | 'find' | 'readRows'> {
  const mark = file.prepare('SELECT indexed FROM search_mark WHERE workspace_id = ? AND epoch = ?');
  const rowsOf = file.prepare(
    `SELECT id, task_id, seq, words FROM search_row
     WHERE workspace_id = ? AND epoch = ? AND task_id IN (SELECT value FROM json_each(?))`,
  );
  const counted = file.prepare(
    `SELECT count(*) FROM (SELECT 1 ${fits} UNION ALL SELECT 1 ${isOneOf} LIMIT ?)`,
  );
  const found = file.prepare(
    `SELECT task_id ${fits} AND task_id < ? UNION SELECT task_id ${isOneOf} AND task_id < ?
     ORDER BY task_id DESC LIMIT ?`,
  );
  return {
    async indexed({ workspaceId, epoch }) {
      const row = mark.first([workspaceId, epoch]);
      return row === undefined ? undefined : integer(row, 0);
    },
    async count({ workspaceId, epoch, term, upTo }) {
      const space = [workspaceId, epoch];
      const values = [...space, ...boundsOf(term), ...space, JSON.stringify(term.others), upTo];
      return integer(counted.first(values) ?? [], 0);
    },
    async find({ workspaceId, epoch, term, before = last, limit }) {
      const space = [workspaceId, epoch];
      const others = [...space, JSON.stringify(term.others), before];
      const rows = found.all([...space, ...boundsOf(term), before, ...others, limit]);
      return rows.map((row) => text(row, 0));
    },
    async readRows({ workspaceId, epoch, taskIds }) {
      return rowsOf.all([workspaceId, epoch, JSON.stringify(taskIds)]).map(rowOf);
    },
  };
}

/** The tables of the search index. */
export const searchTables = ['search_row', 'search_word', 'search_mark'] as const;

function boundsOf({ word, isBeginning }: SearchTerm): [string, string] {
  return [word, isBeginning ? word + last : word];
}

function rowOf(row: SqliteRow): SearchRow {
  const words: unknown = JSON.parse(text(row, 3));
  if (!isWords(words)) throw new Error('a row of the search index holds no words');
  return { id: text(row, 0), taskId: text(row, 1), seq: integer(row, 2), words };
}

function isWords(words: unknown): words is string[] {
  return Array.isArray(words) && words.every((word) => typeof word === 'string');
}
