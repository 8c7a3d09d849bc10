import {
  integer,
  integerOrNull,
  text,
  textOrNull,
  type SqliteFile,
  type SqliteRow,
  type SqliteValue,
} from './sqlite-file.ts';
import type { SqliteWriter } from './sqlite-writer.ts';
import type { Directory, RefreshSession, User, WorkspaceRow } from '../port.ts';

/** The tables of the directory; they live beside the change log because their writes wait for the disk too. */
export const directorySchema = `
  CREATE TABLE user (
    id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password_hash TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL, personal_workspace_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE session (
    token_hash TEXT PRIMARY KEY, family_id TEXT NOT NULL, user_id TEXT NOT NULL, created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL, used_at_ms INTEGER, device TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_by_family ON session (family_id);
  CREATE INDEX session_by_expiry ON session (expires_at_ms);
  CREATE TABLE workspace (
    id TEXT PRIMARY KEY, epoch TEXT NOT NULL, personal_of TEXT, created_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE member (
    user_id TEXT NOT NULL, workspace_id TEXT NOT NULL,
    PRIMARY KEY (user_id, workspace_id)
  ) STRICT, WITHOUT ROWID;
`;

const userColumns = 'id, email, name, password_hash, created_at_ms, personal_workspace_id';
const sessionColumns =
  'token_hash, family_id, user_id, created_at_ms, expires_at_ms, used_at_ms, device';

/** The directory in the file of the change log. */
export function createEmbeddedDirectory(file: SqliteFile, writer: SqliteWriter): Directory {
  return {
    ...createUsers(file, writer),
    ...createSessions(file, writer),
    ...createWorkspaces(file, writer),
  };
}

/** Runs one statement once, durably; resolves to how many rows it changed. */
async function writeOne(
  writer: SqliteWriter,
  sql: string,
  values: readonly SqliteValue[],
): Promise<number> {
  const [[changes = 0] = []] = await writer.write([{ sql, rows: [values] }]);
  return changes;
}

type Users = Pick<Directory, 'createUser' | 'userById' | 'userByEmail'>;

function createUsers(file: SqliteFile, writer: SqliteWriter): Users {
  const insert = `INSERT INTO user (${userColumns}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING`;
  const byId = file.prepare(`SELECT ${userColumns} FROM user WHERE id = ?`);
  const byEmail = file.prepare(`SELECT ${userColumns} FROM user WHERE email = ?`);
  return {
    async createUser({ id, email, name, passwordHash, createdAtMs, personalWorkspaceId }) {
      const values = [id, email, name, passwordHash, createdAtMs, personalWorkspaceId];
      return (await writeOne(writer, insert, values)) === 1 ? 'created' : 'taken';
    },
    userById: async (id) => optional(byId.first([id]), userOf),
    userByEmail: async (email) => optional(byEmail.first([email]), userOf),
  };
}

type Sessions = Pick<
  Directory,
  'createSession' | 'sessionByHash' | 'rotateSession' | 'revokeFamily' | 'removeExpiredSessions'
>;

function createSessions(file: SqliteFile, writer: SqliteWriter): Sessions {
  const insert = `INSERT INTO session (${sessionColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)`;
  const byHash = file.prepare(`SELECT ${sessionColumns} FROM session WHERE token_hash = ?`);
  const use =
    'UPDATE session SET used_at_ms = ?1 WHERE token_hash = ?2 AND used_at_ms IS NULL AND expires_at_ms > ?1';
  /** Right behind `use`, in its transaction: a token that could not be used gets no successor. */
  const insertSuccessor = `INSERT INTO session (${sessionColumns}) SELECT ?, ?, ?, ?, ?, ?, ? WHERE changes() = 1`;
  const removeFamily = 'DELETE FROM session WHERE family_id = ?';
  const removeExpired = 'DELETE FROM session WHERE expires_at_ms < ?';

  return {
    async createSession(session) {
      await writeOne(writer, insert, valuesOf(session));
    },
    sessionByHash: async (tokenHash) => optional(byHash.first([tokenHash]), sessionOf),
    async rotateSession({ tokenHash, nowMs, successor }) {
      const [[used] = []] = await writer.write([
        { sql: use, rows: [[nowMs, tokenHash]] },
        { sql: insertSuccessor, rows: [valuesOf(successor)] },
      ]);
      return used === 1 ? 'rotated' : 'gone';
    },
    async revokeFamily(familyId) {
      await writeOne(writer, removeFamily, [familyId]);
    },
    async removeExpiredSessions(beforeMs) {
      await writeOne(writer, removeExpired, [beforeMs]);
    },
  };
}

function valuesOf(session: RefreshSession): SqliteValue[] {
  const { tokenHash, familyId, userId, createdAtMs, expiresAtMs, usedAtMs, device } = session;
  return [tokenHash, familyId, userId, createdAtMs, expiresAtMs, usedAtMs, device];
}

type Workspaces = Pick<
  Directory,
  'createWorkspace' | 'workspaceById' | 'workspaceIds' | 'epochs' | 'addMember' | 'workspacesOf'
>;

function createWorkspaces(file: SqliteFile, writer: SqliteWriter): Workspaces {
  const insert = 'INSERT INTO workspace VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
  const byId = file.prepare(
    'SELECT id, epoch, personal_of, created_at_ms FROM workspace WHERE id = ?',
  );
  const page = file.prepare('SELECT id FROM workspace WHERE id > ? ORDER BY id LIMIT ?');
  const epochs = file.prepare(
    'SELECT id, epoch FROM workspace WHERE id IN (SELECT value FROM json_each(?))',
  );
  const insertMember = 'INSERT INTO member VALUES (?, ?) ON CONFLICT DO NOTHING';
  const ofUser = file.prepare(
    `SELECT id, epoch, personal_of, created_at_ms FROM member JOIN workspace ON id = workspace_id
     WHERE user_id = ? ORDER BY created_at_ms, id`,
  );
  return {
    async createWorkspace({ id, epoch, personalOf, createdAtMs }) {
      await writeOne(writer, insert, [id, epoch, personalOf, createdAtMs]);
    },
    workspaceById: async (id) => optional(byId.first([id]), workspaceOf),
    async workspaceIds({ afterId, limit }) {
      return page.all([afterId, limit]).map((row) => text(row, 0));
    },
    async epochs(workspaceIds) {
      const rows = epochs.all([JSON.stringify(workspaceIds)]);
      return new Map(rows.map((row) => [text(row, 0), text(row, 1)]));
    },
    async addMember({ userId, workspaceId }) {
      await writeOne(writer, insertMember, [userId, workspaceId]);
    },
    workspacesOf: async (userId) => ofUser.all([userId]).map(workspaceOf),
  };
}

function optional<T>(row: SqliteRow | undefined, read: (row: SqliteRow) => T): T | undefined {
  return row === undefined ? undefined : read(row);
}

function userOf(row: SqliteRow): User {
  return {
    id: text(row, 0),
    email: text(row, 1),
    name: text(row, 2),
    passwordHash: text(row, 3),
    createdAtMs: integer(row, 4),
    personalWorkspaceId: text(row, 5),
  };
}

function sessionOf(row: SqliteRow): RefreshSession {
  return {
    tokenHash: text(row, 0),
    familyId: text(row, 1),
    userId: text(row, 2),
    createdAtMs: integer(row, 3),
    expiresAtMs: integer(row, 4),
    usedAtMs: integerOrNull(row, 5),
    device: text(row, 6),
  };
}

function workspaceOf(row: SqliteRow): WorkspaceRow {
  return {
    id: text(row, 0),
    epoch: text(row, 1),
    personalOf: textOrNull(row, 2),
    createdAtMs: integer(row, 3),
  };
}
