import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { ApiError } from '#shared/api-error';
import { changeLogSchema, createEmbeddedChangeLog } from './change-log.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import { createEmbeddedDirectory, directorySchema } from './directory.ts';
import {
  createEmbeddedDocumentView,
  documentViewSchema,
  forgetWorkspace,
  readWatermarks,
} from './document-view.ts';
import { DamagedFileError, openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import type { Storage } from '../port.ts';

const pingSchema = 'CREATE TABLE ping (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT';

/**
 * Opens the storage in a directory of this machine, making it if need be: `log.db` (change log and directory, every
 * commit waits for the disk) and `view.db` (made again from the log where it was lost or does not fit it).
 * Throws Error when another process holds the directory, a file is damaged, missing or of a newer release.
 */
export async function openEmbeddedStorage({
  dataDir,
  log,
}: {
  dataDir: string;
  log?: Pick<Logger, 'warn'>;
}): Promise<Storage> {
  mkdirSync(dataDir, { recursive: true });
  const lock = lockDataDirectory(dataDir);
  const opened: SqliteFile[] = [];
  try {
    refuseMissingLog(dataDir);
    const logFile = openLogFile(join(dataDir, 'log.db'));
    opened.push(logFile);
    const viewFile = openViewFile(join(dataDir, 'view.db'), log);
    opened.push(viewFile);
    syncDirectory(dataDir);
    syncDirectory(dirname(resolve(dataDir)));
    const changeLog = createEmbeddedChangeLog(logFile);
    await forgetWhatTheLogLacks({ logFile, viewFile, log });
    return {
      changeLog,
      documentView: createEmbeddedDocumentView(viewFile),
      directory: createEmbeddedDirectory(logFile),
      ping: createPing(logFile),
      close: async () => closeAll(opened, lock),
    };
  } catch (error) {
    closeAll(opened, lock);
    throw error;
  }
}

/** A view without its log is what is left when the log was deleted; an empty log in its place would hide the loss. */
function refuseMissingLog(dataDir: string): void {
  const [logPath, viewPath] = [join(dataDir, 'log.db'), join(dataDir, 'view.db')];
  const hasLog = existsSync(logPath) && statSync(logPath).size > 0;
  if (hasLog || !existsSync(viewPath) || statSync(viewPath).size === 0) return;
  throw new DamagedFileError(
    `${logPath} is missing or empty though ${viewPath} is there: restore a backup, or delete ${viewPath} as well to start with nothing`,
  );
}

function openLogFile(path: string): SqliteFile {
  const upgrades = [changeLogSchema + directorySchema + pingSchema];
  return openSqliteFile({ path, synchronous: 'FULL', checkpointPages: 1000, upgrades });
}

function openViewFile(path: string, log: Pick<Logger, 'warn'> | undefined): SqliteFile {
  const open = () =>
    openSqliteFile({
      path,
      synchronous: 'NORMAL',
      checkpointPages: 4000,
      upgrades: [documentViewSchema],
    });
  try {
    return open();
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    log?.warn({ err: error }, 'document view is damaged and is made again from the log');
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return open();
  }
}

/** The names of new files are on disk only when their directory is. */
function syncDirectory(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A view that is ahead of its log, or beside it, was made from another one: it is made again, from nothing. */
async function forgetWhatTheLogLacks(of: {
  logFile: SqliteFile;
  viewFile: SqliteFile;
  log: Pick<Logger, 'warn'> | undefined;
}): Promise<void> {
  const hashAt = of.logFile.prepare('SELECT hash FROM entry WHERE workspace_id = ? AND seq = ?');
  for (const { workspaceId, applied, hash } of readWatermarks(of.viewFile)) {
    if (hashAt.first([workspaceId, applied])?.[0] === hash) continue;
    of.log?.warn({ workspaceId, applied }, 'document view does not fit the log and is made again');
    forgetWorkspace(of.viewFile, workspaceId);
  }
}

/** A write that waits for the disk. A full disk does answer: it still serves every read. */
function createPing(file: SqliteFile): () => Promise<void> {
  const write = file.prepare(
    'INSERT INTO ping VALUES (1, 1) ON CONFLICT DO UPDATE SET count = count + 1',
  );
  return async () => {
    try {
      file.transaction(() => write.run());
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'storage_full') throw error;
    }
  };
}

function closeAll(files: readonly SqliteFile[], lock: { release(): void }): void {
  try {
    for (const file of files) file.close();
  } finally {
    lock.release();
  }
}
