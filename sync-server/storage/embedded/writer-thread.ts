import { Worker } from 'node:worker_threads';
import type { SqliteFileOptions } from './sqlite-file.ts';
import type { SqliteWriter } from './sqlite-writer.ts';
import { storageFull, storageUnavailable } from './storage-errors.ts';
import type { WriterAnswer, WriterRequest } from './writer-messages.ts';

/**
 * Starts a thread that writes a file which `openSqliteFile` has opened before. Writes may be given to it at once; the
 * first one to resolve shows that it runs. When the thread ends before it is told to, or cannot start, `onLost` hears
 * why, and whatever waits and every later write rejects with `storage_unavailable`.
 */
export function startWriterThread(of: {
  file: SqliteFileOptions;
  onLost: (error: Error) => void;
}): SqliteWriter {
  const worker = spawnThread(of.file);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const post = (request: WriterRequest) => worker.postMessage(request);
  const requests = createRequests(worker, post);
  let state: 'open' | 'closing' | 'ended' = 'open';
  let hasFailed = false;
  let failure = new Error(`the thread that writes ${of.file.path} has ended`);
  worker.once('error', (error) => {
    hasFailed = true;
    failure = error instanceof Error ? error : new Error(String(error));
  });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      if (state === 'open') of.onLost(failure);
      state = 'ended';
      requests.rejectAll(storageUnavailable(failure));
      resolve();
    });
  });

  return {
    write(writes) {
      if (state === 'open') return requests.send((id) => ({ name: 'write', id, writes }));
      return Promise.reject(storageUnavailable(failure));
    },
    async truncateLog() {
      if (state !== 'open') throw storageUnavailable(failure);
      await requests.send((id) => ({ name: 'truncate-log', id }));
    },
    async close() {
      const isLost = state === 'ended';
      if (state === 'open') post({ name: 'close' });
      if (!isLost) state = 'closing';
      await ended;
      if (!isLost && hasFailed) throw storageUnavailable(failure);
    },
  };
}

/** The bundle has the program of the thread beside itself; in sources it is TypeScript, which tsx has to load. */
function spawnThread(file: SqliteFileOptions): Worker {
  const workerData = file;
  if (!import.meta.url.endsWith('.ts')) {
    const program = new URL('./embedded-writer.js', import.meta.url);
    return new Worker(program, { workerData, execArgv: [] });
  }
  const program = JSON.stringify(new URL('./embedded-writer.ts', import.meta.url));
  const loader = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${program}, ${program}))`;
  return new Worker(loader, { eval: true, workerData, execArgv: [] });
}

interface Requests {
  send: (request: (id: number) => WriterRequest) => Promise<number[][]>;
  rejectAll(error: Error): void;
}

/** Numbers what is sent to the thread, and hands each answer to whom it is for. */
function createRequests(worker: Worker, post: (request: WriterRequest) => void): Requests {
  const waiting = new Map<number, (answer: WriterAnswer | Error) => void>();
  let lastId = 0;
  worker.on('message', (answers: readonly WriterAnswer[]) => {
    for (const answer of answers) {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    }
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, (answer) => {
          if (answer instanceof Error) reject(answer);
          else if (answer.name === 'written') resolve(answer.changes);
          else reject(errorOf(answer));
        });
        post(request(id));
      }),
    rejectAll(error) {
      for (const settle of waiting.values()) settle(error);
      waiting.clear();
    },
  };
}

function errorOf({ code, reason }: Extract<WriterAnswer, { name: 'failed' }>): Error {
  const error = new Error(reason);
  if (code === 'storage_full') return storageFull(error);
  return code === 'storage_unavailable' ? storageUnavailable(error) : error;
}
