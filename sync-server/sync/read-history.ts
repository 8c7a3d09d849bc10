import { ApiError } from '#shared/api-error';
import type { HistoryEntry, HistoryPage } from '#shared/history-message';
import { limits } from '#shared/limits';
import type { Storage, StoredEntry } from '../storage/port.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import { historyOf } from './history-of-entry.ts';
import { decodeBody, type EntryBody } from './log-entry.ts';
import { readLogBetween } from './read-log.ts';

/** What a page of history is asked for: entries before `before` (exclusive; left out: the newest). */
export interface HistoryRequest {
  workspaceId: string;
  documentId: string;
  before: number | undefined;
  limit: number;
}

/** What it is read from. */
export interface HistorySource {
  storage: Storage;
  documents: Pick<FreshDocuments, 'seqOf'>;
}

/** What one request may read: a page then ends early, and its `next` goes on from there. */
const mostRead = { entries: 512, bytes: 8 * 1024 * 1024 };
/** Entries looked through at a time where the log has no links. */
const windowEntries = 32;

/**
 * The changes to one document, newest first, read from link to link: what it costs depends on how often the document was
 * changed, not on the length of the log. Only where entries have no links (written before there were any), or `before` is
 * nobody's `next`, is the log looked through backwards, a bounded part of it for each page. An entry of the log is never split,
 * so a page may hold more than `limit`, and it may hold nothing and yet have a `next`. Unknown documents have no history.
 */
export async function readHistory(
  { storage, documents }: HistorySource,
  { workspaceId, documentId, before, limit }: HistoryRequest,
): Promise<HistoryPage> {
  const page: HistoryEntry[] = [];
  const left = { ...mostRead, pageBytes: limits.historyPageMaxBytes };
  const newest = await documents.seqOf({ workspaceId, id: documentId });
  let seq = before === undefined ? newest : Math.min(newest, before - 1);
  while (seq > 0) {
    if (page.length >= limit || left.entries <= 0 || left.bytes <= 0) break;
    const entry = await readEntry(storage, { workspaceId, seq });
    spend(left, entry);
    const body = entry.body.includes(documentId) ? decodeBody(entry) : undefined;
    const found = body === undefined ? [] : historyOf({ entry, body, documentId });
    left.pageBytes -= Buffer.byteLength(JSON.stringify(found));
    if (left.pageBytes < 0 && page.length > 0) break;
    page.push(...found);
    seq =
      linkOf(body, documentId) ??
      (await searchBack(storage, { workspaceId, documentId, seq, left }));
  }
  return { entries: page, next: seq === 0 ? null : seq + 1 };
}

/** The entry that changed the document before this one, 0 if this is its first; undefined where the log does not say. */
function linkOf(body: EntryBody | undefined, documentId: string): number | undefined {
  if (body === undefined || !body.documents.some(({ id }) => id === documentId)) return undefined;
  if (body.earlier !== undefined) return body.earlier[documentId] ?? 0;
  const isFirst = body.batches.some(({ changes }) =>
    changes.some((change) => change.id === documentId && 'created' in change && change.created),
  );
  return isFirst ? 0 : undefined;
}

/** The newest entry before `seq` that names the document; where it stopped looking, if there was nothing; 0 at the start. */
async function searchBack(
  storage: Storage,
  of: { workspaceId: string; documentId: string; seq: number; left: ReadLeft },
): Promise<number> {
  const { workspaceId, documentId, left } = of;
  for (let upTo = of.seq - 1; upTo > 0; ) {
    if (left.entries <= 0 || left.bytes <= 0) return upTo;
    const after = Math.max(0, upTo - windowEntries);
    let found = 0;
    await readLogBetween(storage, { workspaceId, after, upTo }, (entry) => {
      spend(left, entry);
      if (entry.body.includes(documentId)) found = entry.seq;
      return true;
    });
    if (found > 0) return found;
    upTo = after;
  }
  return 0;
}

type ReadLeft = { entries: number; bytes: number };

function spend(left: ReadLeft, entry: StoredEntry): void {
  left.entries -= 1;
  left.bytes -= entry.body.length;
}

async function readEntry(
  { changeLog }: Storage,
  { workspaceId, seq }: { workspaceId: string; seq: number },
): Promise<StoredEntry> {
  const range = { workspaceId, after: seq - 1, limit: 1, maxBytes: 1 };
  const [entry] = await changeLog.read(range);
  // Somebody saw this entry, so the log has it: a read without it is behind.
  if (entry === undefined) throw new ApiError('storage_unavailable', { retryAfterSeconds: 1 });
  return entry;
}
