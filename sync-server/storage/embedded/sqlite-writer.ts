import type { SqliteFile, SqliteStatement, SqliteValue } from './sqlite-file.ts';

/** One statement that changes a file; it runs once for each row of values, in order. */
export interface SqliteWrite {
  sql: string;
  rows: readonly (readonly SqliteValue[])[];
}

/** All writes of one file go through its writer, which runs them in this thread or in one of its own. */
export interface SqliteWriter {
  /**
   * Runs the writes in one transaction; resolves when it is committed, to the number of rows that each run of each
   * write changed. Rejects with the errors of `SqliteFile`, none of the writes being done then, or with
   * `storage_unavailable` where that is not known.
   */
  write(writes: readonly SqliteWrite[]): Promise<number[][]>;
  /**
   * Takes what was written before out of the write-ahead log, so that nothing overwritten stays readable there. A reader
   * may stand in the way for a moment; then it stays until the log is written over, as it would have otherwise.
   */
  truncateLog(): Promise<void>;
  /** Resolves when what is under way is written and the file is let go; later writes reject. */
  close(): Promise<void>;
}

/** A writer in the calling thread, which each commit holds up; for tests and commands, which have nothing else to do. */
export function createInlineWriter(file: SqliteFile): SqliteWriter {
  const run = prepareWrites(file);
  return {
    write: async (writes) => file.transaction(() => run(writes)),
    truncateLog: async () => truncateLog(file),
    close: async () => file.close(),
  };
}

/** Moves everything from the write-ahead log into the file and empties the log; does nothing while somebody reads it. */
export function truncateLog(file: SqliteFile): void {
  file.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
}

/** Runs writes inside a transaction of the caller; gives what `SqliteWriter.write` resolves to. */
export function prepareWrites(file: SqliteFile): (writes: readonly SqliteWrite[]) => number[][] {
  const statements = new Map<string, SqliteStatement>();

  function prepared(sql: string): SqliteStatement {
    const statement = statements.get(sql) ?? file.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  return (writes) =>
    writes.map(({ sql, rows }) => {
      const statement = prepared(sql);
      return rows.map((values) => statement.run(values));
    });
}
