import { crc32 } from 'node:zlib';
import * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import {
  integer,
  text,
  type SqliteFile,
  type SqliteRow,
  type SqliteStatement,
} from './sqlite-file.ts';
import type { SqliteWrite, SqliteWriter } from './sqlite-writer.ts';
import type { AppendOutcome, ChangeLog, LogHead, StoredEntry } from '../port.ts';

/** The tables of the change log. `body` stands last, so that heads and sizes are read without its pages. */
export const changeLogSchema = `
  CREATE TABLE entry (
    workspace_id TEXT NOT NULL, seq INTEGER NOT NULL, epoch TEXT NOT NULL, commit_id TEXT NOT NULL,
    prev_commit_id TEXT NOT NULL, at_ms INTEGER NOT NULL, hash TEXT NOT NULL, keys TEXT NOT NULL,
    body_bytes INTEGER NOT NULL, body_crc INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (workspace_id, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE entry_key (
    workspace_id TEXT NOT NULL, key TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, key, seq)
  ) STRICT, WITHOUT ROWID;
`;

const entryColumns =
  'workspace_id, seq, epoch, commit_id, prev_commit_id, at_ms, hash, keys, body_crc, body';

/** The change log in a file whose commits wait for the disk; one call to `append` is one wait for all its entries. */
export function createEmbeddedChangeLog(file: SqliteFile, writer: SqliteWriter): ChangeLog {
  const outcomeOf = prepareOutcome(file);
  const readPage = preparePages(file);
  const head = file.prepare(
    `SELECT seq, epoch, commit_id, at_ms, hash FROM entry WHERE workspace_id = ? ORDER BY seq DESC LIMIT 1`,
  );
  const byKey = file.prepare(
    `SELECT ${entryColumns} FROM entry WHERE workspace_id = ?1 AND seq = (
       SELECT min(seq) FROM entry_key WHERE workspace_id = ?1 AND key = ?2)`,
  );

  return {
    async append(entries) {
      try {
        const [inserted = []] = await writer.write(insertsOf(entries));
        return entries.map((entry, at) => outcomeOf(entry, inserted[at]));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const outcome = error.code === 'storage_full' ? 'full' : 'unknown';
        return entries.map(() => outcome);
      }
    },

    async read(from) {
      return readPage(from);
    },

    async heads({ workspaceIds }) {
      const heads = new Map<string, LogHead>();
      for (const workspaceId of workspaceIds) {
        const row = head.first([workspaceId]);
        if (row !== undefined) heads.set(workspaceId, headOf(row));
      }
      return heads;
    },

    async findKey({ workspaceId, key }) {
      const row = byKey.first([workspaceId, key]);
      return row === undefined ? undefined : entryOf(row);
    },

    async blank({ workspaceId, seq, oldBody, body }) {
      const values = [Buffer.byteLength(body), crc32(body), body, workspaceId, seq, oldBody];
      const [changed] = await writer.write([{ sql: replaceBody, rows: [values] }]);
      await writer.truncateLog();
      return changed?.[0] === 1;
    },
  };
}

const replaceBody = `UPDATE entry SET body_bytes = ?, body_crc = ?, body = ?
  WHERE workspace_id = ? AND seq = ? AND body = ?`;

const insertEntry =
  'INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
/** Only where the entry is in the log by this very attempt: one that came too late leaves no keys behind. */
const insertKey = `INSERT INTO entry_key SELECT ?1, ?2, ?3 WHERE EXISTS (
  SELECT 1 FROM entry WHERE workspace_id = ?1 AND seq = ?3 AND commit_id = ?4) ON CONFLICT DO NOTHING`;

function insertsOf(entries: readonly StoredEntry[]): SqliteWrite[] {
  const rows = entries.map((entry) => {
    const { workspaceId, seq, epoch, commitId, prevCommitId, atMs, hash, keys, body } = entry;
    const keysJson = keys.length === 0 ? '[]' : JSON.stringify(keys);
    const head = [workspaceId, seq, epoch, commitId, prevCommitId, atMs, hash, keysJson];
    return [...head, Buffer.byteLength(body), crc32(body), body];
  });
  const keyRows = entries.flatMap(({ workspaceId, seq, commitId, keys }) =>
    keys.map((key) => [workspaceId, key, seq, commitId]),
  );
  return [
    { sql: insertEntry, rows },
    { sql: insertKey, rows: keyRows },
  ];
}

/** An entry that was not inserted may still be ours, from an earlier attempt whose outcome was unknown. */
function prepareOutcome(
  file: SqliteFile,
): (entry: StoredEntry, inserted: number | undefined) => AppendOutcome {
  const holder = file.prepare('SELECT commit_id FROM entry WHERE workspace_id = ? AND seq = ?');
  return ({ workspaceId, seq, commitId }, inserted) => {
    const isOurs = inserted === 1 || holder.first([workspaceId, seq])?.[0] === commitId;
    return isOurs ? 'appended' : 'taken';
  };
}

/** Sizes are looked at before bodies are read: a page of 500 entries may otherwise be 2 GB. */
function preparePages(file: SqliteFile): (from: PageOfLog) => StoredEntry[] {
  const sizes = file.prepare(
    'SELECT seq, body_bytes FROM entry WHERE workspace_id = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const entries = file.prepare(
    `SELECT ${entryColumns} FROM entry WHERE workspace_id = ? AND seq > ? AND seq <= ? ORDER BY seq`,
  );
  return (from) => {
    const upTo = lastOfPage(sizes, from);
    if (upTo === from.after) return [];
    return entries.all([from.workspaceId, from.after, upTo]).map(entryOf);
  };
}

interface PageOfLog {
  workspaceId: string;
  after: number;
  limit: number;
  maxBytes: number;
}

function lastOfPage(sizes: SqliteStatement, { workspaceId, after, limit, maxBytes }: PageOfLog) {
  let last = after;
  let bytes = 0;
  for (const row of sizes.all([workspaceId, after, limit])) {
    const seq = integer(row, 0);
    if (seq !== last + 1) throw new Error(`the log of ${workspaceId} lacks entry ${last + 1}`);
    bytes += integer(row, 1);
    if (bytes > maxBytes && last > after) return last;
    last = seq;
  }
  return last;
}

function headOf(row: SqliteRow): LogHead {
  return {
    seq: integer(row, 0),
    epoch: text(row, 1),
    commitId: text(row, 2),
    atMs: integer(row, 3),
    hash: text(row, 4),
  };
}

const keysSchema = z.array(z.string());

/** An entry whose body is not the one that was written is never handed out. */
function entryOf(row: SqliteRow): StoredEntry {
  const [workspaceId, seq, keys, body] = [
    text(row, 0),
    integer(row, 1),
    text(row, 7),
    text(row, 9),
  ];
  if (crc32(body) !== integer(row, 8)) {
    throw new Error(`entry ${seq} of ${workspaceId} is damaged on disk: restore a backup`);
  }
  return {
    workspaceId,
    seq,
    epoch: text(row, 2),
    commitId: text(row, 3),
    prevCommitId: text(row, 4),
    atMs: integer(row, 5),
    hash: text(row, 6),
    keys: keys === '[]' ? [] : keysSchema.parse(JSON.parse(keys)),
    body,
  };
}
