import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** The hold of one process on a data directory. */
export interface DataDirectoryLock {
  /** Lets another process have the directory. */
  release(): void;
}

/**
 * Takes a data directory for this process; throws Error with the pid of the holder while another one has it.
 * The lock itself is the kernel's (an exclusive transaction on `lock.db`): it goes with its process however that ends, so
 * a stale one cannot stay, also where pids repeat as they do in containers. `lock.pid` only says who holds it.
 */
export function lockDataDirectory(dataDir: string): DataDirectoryLock {
  const pidPath = join(dataDir, 'lock.pid');
  const database = new Database(join(dataDir, 'lock.db'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    throw new Error(
      `${dataDir} is in use by process ${readPid(pidPath)}: stop it, or choose another DATA_DIR`,
      { cause: error },
    );
  }
  writeFileSync(pidPath, `${process.pid}\n`);
  return {
    release() {
      if (!database.open) return;
      rmSync(pidPath, { force: true });
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

function readPid(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // The holder has taken the lock and not yet written who it is.
    return 'unknown';
  }
}
