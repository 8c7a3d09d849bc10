import type { SqliteWrite } from './sqlite-writer.ts';

/** What a writer thread is sent: writes of one transaction, the wish for an empty write-ahead log, or the end, which comes last. */
export type WriterRequest =
  | { name: 'write'; id: number; writes: readonly SqliteWrite[] }
  | { name: 'truncate-log'; id: number }
  | { name: 'close' };

/** What a writer thread answers to one request to write. Errors lose their class between threads, so a code stands for it. */
export type WriterAnswer =
  | { name: 'written'; id: number; changes: number[][] }
  | {
      name: 'failed';
      id: number;
      code: 'storage_full' | 'storage_unavailable' | 'our_fault';
      reason: string;
    };
