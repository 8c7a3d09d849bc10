import {
  parentPort,
  receiveMessageOnPort,
  workerData,
  type MessagePort,
} from 'node:worker_threads';
import { ApiError } from '#shared/api-error';
import { openWriteConnection, type SqliteFile } from './sqlite-file.ts';
import { prepareWrites, type SqliteWrite, truncateLog } from './sqlite-writer.ts';
import type { WriterAnswer, WriterRequest } from './writer-messages.ts';

type WriteRequest = Extract<WriterRequest, { name: 'write' }>;

if (parentPort === null) throw new Error('this program runs as a thread of the server only');
serve(parentPort, openWriteConnection(workerData));

/**
 * The program of a writer thread: whatever arrived while one transaction waited for the disk goes together into the
 * next one, so that many commits share one wait (group commit).
 */
function serve(port: MessagePort, file: SqliteFile): void {
  const run = prepareWrites(file);
  port.on('message', (first: WriterRequest) => {
    const requests = [first, ...queuedRequests(port)];
    const writes = requests.filter((request) => request.name === 'write');
    if (writes.length > 0) port.postMessage(commitTogether({ file, run, requests: writes }));
    const truncations = requests.filter((request) => request.name === 'truncate-log');
    if (truncations.length > 0) port.postMessage(truncateFor(file, truncations));
    if (!requests.some((request) => request.name === 'close')) return;
    file.close();
    port.close();
  });
}

function queuedRequests(port: MessagePort): WriterRequest[] {
  const requests: WriterRequest[] = [];
  for (;;) {
    const next = receiveMessageOnPort(port);
    if (next === undefined) return requests;
    requests.push(next.message);
  }
}

/** One transaction for all; where one of them fails, one for each, so that it takes none of the others with it. */
function commitTogether(of: {
  file: SqliteFile;
  run: (writes: readonly SqliteWrite[]) => number[][];
  requests: readonly WriteRequest[];
}): WriterAnswer[] {
  const { file, run, requests } = of;
  try {
    return file.transaction(() =>
      requests.map(({ id, writes }) => ({ name: 'written', id, changes: run(writes) })),
    );
  } catch (error) {
    if (requests.length === 1) return requests.map(({ id }) => failed(id, error));
    return requests.flatMap((request) => commitTogether({ file, run, requests: [request] }));
  }
}

function truncateFor(file: SqliteFile, requests: readonly { id: number }[]): WriterAnswer[] {
  try {
    truncateLog(file);
    return requests.map(({ id }) => ({ name: 'written', id, changes: [] }));
  } catch (error) {
    return requests.map(({ id }) => failed(id, error));
  }
}

function failed(id: number, error: unknown): WriterAnswer {
  if (!(error instanceof ApiError)) {
    return { name: 'failed', id, code: 'our_fault', reason: messageOf(error) };
  }
  const code = error.code === 'storage_full' ? 'storage_full' : 'storage_unavailable';
  return { name: 'failed', id, code, reason: messageOf(error.cause) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
