import Database from 'libsql';
import { ApiError } from '#shared/api-error';
import { storageFull, storageUnavailable } from './storage-errors.ts';

/** What a statement binds. Text is well formed and without U+0000, which SQLite would cut there; anything else throws Error. */
export type SqliteValue = string | number | null;

/** A row in the order of the selected columns; read with `text`, `integer` and their nullable kin. */
export type SqliteRow = readonly unknown[];

/** A prepared statement, compiled once. Errors are those of `SqliteFile`. */
export interface SqliteStatement {
  /** Runs a statement to its end; returns how many rows it changed, or gave. */
  run(values?: readonly SqliteValue[]): number;
  /** All rows. */
  all(values?: readonly SqliteValue[]): SqliteRow[];
  /** The first row, if any. */
  first(values?: readonly SqliteValue[]): SqliteRow | undefined;
}

/**
 * One connection to a SQLite file that this process alone has open. A disk without space throws ApiError `storage_full`, one that does
 * not answer ApiError `storage_unavailable`; after a failed write the file takes no more of them until it is opened
 * again, because what the disk holds by then is known only to the recovery at open.
 */
export interface SqliteFile {
  prepare(sql: string): SqliteStatement;
  /** Runs `work` in one transaction: all of its writes are committed, or none and the error is thrown on. */
  transaction<T>(work: () => T): T;
  /** Moves the write-ahead log into the file and lets go of it; every later call throws `storage_unavailable`. */
  close(): void;
}

/** How a file is opened. `upgrades[n]` is the SQL that brings a file from schema version n to n + 1. */
export interface SqliteFileOptions {
  path: string;
  /** FULL: a commit waits for the disk. NORMAL: a power loss may take the last commits, in order, and nothing else. */
  synchronous: 'FULL' | 'NORMAL';
  checkpointPages: number;
  upgrades: readonly string[];
}

/** Thrown at open for a file that SQLite cannot read or that fails its check of itself. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError';
}

/**
 * Opens a file, or makes it: write-ahead log, integrity checked, schema brought up to date.
 * Throws DamagedFileError for a torn or corrupt file and Error for one that a newer release wrote.
 */
export function openSqliteFile(options: SqliteFileOptions): SqliteFile {
  const database = new Database(options.path);
  const file = wrapDatabase(database, options.path);
  try {
    const version = readVersion(file, options);
    file.prepare('PRAGMA journal_mode = WAL').all();
    configure(file, options);
    checkIntegrity(file, options.path);
    upgrade(file, { version, upgrades: options.upgrades });
    return file;
  } catch (error) {
    database.close();
    throw isDamage(error) ? damaged(options.path, error) : error;
  }
}

/**
 * Opens a further connection to a file that `openSqliteFile` has open, for the thread that writes it from now on; the
 * connection that opened it only reads then, and sees what was committed.
 */
export function openWriteConnection(options: SqliteFileOptions): SqliteFile {
  const file = wrapDatabase(new Database(options.path), options.path);
  configure(file, options);
  return file;
}

function configure(file: SqliteFile, { synchronous, checkpointPages }: SqliteFileOptions): void {
  file.prepare(`PRAGMA synchronous = ${synchronous}`).run();
  file.prepare(`PRAGMA wal_autocheckpoint = ${checkpointPages}`).all();
  file.prepare('PRAGMA cache_size = -65536').run();
  // What a purge blanks must not live on in the free space of the file.
  file.prepare('PRAGMA secure_delete = ON').all();
}

function readVersion(file: SqliteFile, { path, upgrades }: SqliteFileOptions): number {
  const version = integer(file.prepare('PRAGMA user_version').first() ?? [], 0);
  if (version <= upgrades.length) return version;
  throw new Error(
    `${path} was written by a newer release of TaskFlow (its schema is ${version}, this release knows ${upgrades.length}): start that release, or restore a backup`,
  );
}

function checkIntegrity(file: SqliteFile, path: string): void {
  const [finding] = file.prepare('PRAGMA quick_check(1)').all();
  if (finding?.[0] !== 'ok') throw damaged(path, new Error(String(finding?.[0])));
}

function upgrade(file: SqliteFile, of: { version: number; upgrades: readonly string[] }): void {
  if (of.version === of.upgrades.length) return;
  file.transaction(() => {
    const statements = of.upgrades.slice(of.version).flatMap((sql) => sql.split(';'));
    for (const sql of statements) if (sql.trim() !== '') file.prepare(sql).run();
    file.prepare(`PRAGMA user_version = ${of.upgrades.length}`).run();
  });
  // An older release left what it overwrote in the free space of the file, where a purge would not find it.
  if (of.version > 0) file.prepare('VACUUM').run();
}

function isDamage(error: unknown): boolean {
  const code = sqliteCode(error instanceof ApiError ? error.cause : error);
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

function damaged(path: string, error: unknown): DamagedFileError {
  if (error instanceof DamagedFileError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DamagedFileError(`${path} is damaged and is not served: ${reason}. Restore a backup`, {
    cause: error,
  });
}

/** Whether the file still takes calls: 'failed' takes reads only. */
interface FileState {
  name: 'open' | 'failed' | 'closed';
}

function wrapDatabase(database: Database.Database, path: string): SqliteFile {
  const state: FileState = { name: 'open' };
  const guarded = <T>(work: () => T): T => {
    if (state.name === 'closed') throw storageUnavailable(new Error(`${path} is closed`));
    try {
      return work();
    } catch (error) {
      throw asApiError(error);
    }
  };
  const prepare = (sql: string) =>
    wrapStatement(
      guarded(() => database.prepare(sql)),
      guarded,
    );
  return {
    prepare,
    transaction: createTransaction({ database, prepare, state, path }),
    close() {
      if (state.name === 'closed') return;
      try {
        if (state.name === 'open') prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
      } finally {
        state.name = 'closed';
        database.close();
      }
    },
  };
}

function wrapStatement(
  statement: Database.Statement,
  guarded: <T>(work: () => T) => T,
): SqliteStatement {
  if (statement.reader) statement.raw(true);
  const all = (values: readonly SqliteValue[] = []) =>
    guarded(() => statement.all(checked(values))).map(asRow);
  return {
    run: (values = []) => {
      // Rows that nobody fetches would leave the statement unfinished, and the file locked.
      if (statement.reader) return all(values).length;
      return guarded(() => statement.run(checked(values)).changes);
    },
    all,
    first: (values = []) => {
      const row = guarded(() => statement.get(checked(values)));
      return row === undefined ? undefined : asRow(row);
    },
  };
}

function createTransaction(of: {
  database: Database.Database;
  prepare: SqliteFile['prepare'];
  state: FileState;
  path: string;
}): SqliteFile['transaction'] {
  const begin = of.prepare('BEGIN IMMEDIATE');
  const commit = of.prepare('COMMIT');
  const rollback = of.prepare('ROLLBACK');
  return (work) => {
    // Asked for its state, a closed libsql database ends the process.
    if (of.state.name !== 'open')
      throw storageUnavailable(new Error(`${of.path} is ${of.state.name}`));
    try {
      begin.run();
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      if (isFailedWrite(error)) of.state.name = 'failed';
      if (of.database.inTransaction) rollback.run();
      throw error;
    }
  };
}

function checked(values: readonly SqliteValue[]): readonly SqliteValue[] {
  for (const value of values) {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
      throw new Error('text with U+0000 or half a surrogate pair cannot be stored as it is');
    }
  }
  return values;
}

function asRow(row: unknown): SqliteRow {
  if (Array.isArray(row)) return row;
  throw new Error('the database gave a row that is no array');
}

function isFailedWrite(error: unknown): boolean {
  return error instanceof ApiError && sqliteCode(error.cause).startsWith('SQLITE_IOERR');
}

function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

/** Errors of the disk become ApiErrors; errors in our own SQL stay what they are. */
function asApiError(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL') return storageFull(error);
  const isOurFault = /^(|SQLITE_(ERROR|CONSTRAINT|MISMATCH|MISUSE|RANGE|TOOBIG)(_.*)?)$/.test(code);
  return isOurFault ? error : storageUnavailable(error);
}

/** The text in a column; throws Error for anything else. */
export function text(row: SqliteRow, column: number): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new Error(`column ${column} holds no text`);
}

/** The number in a column; throws Error for anything else. */
export function integer(row: SqliteRow, column: number): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw new Error(`column ${column} holds no number`);
}

/** The text in a column, or null; throws Error for anything else. */
export function textOrNull(row: SqliteRow, column: number): string | null {
  return row[column] === null ? null : text(row, column);
}

/** The number in a column, or null; throws Error for anything else. */
export function integerOrNull(row: SqliteRow, column: number): number | null {
  return row[column] === null ? null : integer(row, column);
}
