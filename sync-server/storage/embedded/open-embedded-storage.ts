import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { ApiError } from '#shared/api-error';
import { changeLogSchema, createEmbeddedChangeLog } from './change-log.ts';
import { type DataDirectoryLock, lockDataDirectory } from './data-directory-lock.ts';
import { createEmbeddedDirectory, directorySchema } from './directory.ts';
import {
  createEmbeddedDocumentView,
  documentViewMarks,
  documentViewSchema,
  forgetWorkspace,
  readWatermarks,
} from './document-view.ts';
import { createEmbeddedNotices, noticesSchema } from './notices.ts';
import { createEmbeddedSearchIndex, searchIndexSchema } from './search-index.ts';
import {
  DamagedFileError,
  openSqliteFile,
  type SqliteFile,
  type SqliteFileOptions,
} from './sqlite-file.ts';
import { createInlineWriter, type SqliteWriter } from './sqlite-writer.ts';
import { startWriterThread } from './writer-thread.ts';
import type { Storage } from '../port.ts';

const pingSchema = 'CREATE TABLE ping (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT';

/** How the storage is opened. */
export interface EmbeddedStorageOptions {
  dataDir: string;
  /**
   * Each file is written in a thread of its own, so that no wait for the disk holds up the caller's; a server needs
   * that. Tests and commands open faster without.
   */
  threads?: boolean;
  log?: Pick<Logger, 'warn'>;
}

/**
 * Opens the storage in a directory of this machine, making it if need be: `log.db` (change log, directory and notices, every
 * commit waits for the disk) and `view.db` (made again from the log where it was lost or does not fit it).
 * Throws Error when another process holds the directory, a file is damaged, missing or of a newer release.
 */
export async function openEmbeddedStorage(options: EmbeddedStorageOptions): Promise<Storage> {
  const { dataDir, log } = options;
  mkdirSync(dataDir, { recursive: true });
  const opened: Opened = { lock: lockDataDirectory(dataDir), writers: [], files: [] };
  try {
    refuseMissingLog(dataDir);
    const [ofLog, ofView] = [logOptions(dataDir), viewOptions(dataDir)];
    const logFile = openSqliteFile(ofLog);
    opened.files.push(logFile);
    const viewFile = openViewFile(ofView, log);
    opened.files.push(viewFile);
    syncDirectory(dataDir);
    syncDirectory(dirname(resolve(dataDir)));
    await forgetWhatTheLogLacks({ logFile, viewFile, log });
    const logWriter = openWriter(logFile, ofLog, options);
    const viewWriter = openWriter(viewFile, ofView, options);
    opened.writers.push(logWriter, viewWriter);
    await Promise.all(opened.writers.map((writer) => writer.write([])));
    return {
      changeLog: createEmbeddedChangeLog(logFile, logWriter),
      documentView: createEmbeddedDocumentView(viewFile, viewWriter),
      directory: createEmbeddedDirectory(logFile, logWriter),
      searchIndex: createEmbeddedSearchIndex(viewFile, viewWriter),
      notices: createEmbeddedNotices(logFile, logWriter),
      ping: createPing(logWriter),
      close: () => closeAll(opened),
    };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

/** From here on a file that a thread writes is only read by this one. */
function openWriter(
  file: SqliteFile,
  fileOptions: SqliteFileOptions,
  { threads = false, log }: EmbeddedStorageOptions,
): SqliteWriter {
  if (!threads) return createInlineWriter(file);
  file.prepare('PRAGMA query_only = 1').run();
  return startWriterThread({
    file: fileOptions,
    onLost: (err) => log?.warn({ err }, 'a writer thread has ended: restart the server'),
  });
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

function logOptions(dataDir: string): SqliteFileOptions {
  const path = join(dataDir, 'log.db');
  const first = changeLogSchema + directorySchema + pingSchema;
  const upgrades = [first, noticesSchema];
  return { path, synchronous: 'FULL', checkpointPages: 1000, upgrades };
}

function viewOptions(dataDir: string): SqliteFileOptions {
  const path = join(dataDir, 'view.db');
  const upgrades = [documentViewSchema, documentViewMarks, searchIndexSchema];
  return { path, synchronous: 'NORMAL', checkpointPages: 4000, upgrades };
}

function openViewFile(options: SqliteFileOptions, log: Pick<Logger, 'warn'> | undefined) {
  try {
    return openSqliteFile(options);
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    log?.warn({ err: error }, 'document view is damaged and is made again from the log');
    for (const suffix of ['', '-wal', '-shm']) rmSync(options.path + suffix, { force: true });
    return openSqliteFile(options);
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
function createPing(writer: SqliteWriter): () => Promise<void> {
  const sql = 'INSERT INTO ping VALUES (1, 1) ON CONFLICT DO UPDATE SET count = count + 1';
  return async () => {
    try {
      await writer.write([{ sql, rows: [[]] }]);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'storage_full') throw error;
    }
  };
}

interface Opened {
  lock: DataDirectoryLock;
  writers: SqliteWriter[];
  files: SqliteFile[];
}

/** Writers first: they have writes under way. The directory is let go last, whatever happens. */
async function closeAll({ lock, writers, files }: Opened): Promise<void> {
  try {
    await Promise.all(writers.map((writer) => writer.close()));
    for (const file of files) file.close();
  } finally {
    lock.release();
  }
}
