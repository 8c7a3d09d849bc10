import { ApiError } from '#shared/api-error';
import type { Storage, StoredEntry } from '../storage/port.ts';

const pageEntries = 500;
const pageBytes = 8 * 1024 * 1024;

/** Reads entries after one seq up to another, in order, for as long as `wantsMore` says so. */
export async function readLogBetween(
  { changeLog }: Storage,
  of: { workspaceId: string; after: number; upTo: number },
  wantsMore: (entry: StoredEntry) => boolean,
): Promise<void> {
  const { workspaceId, upTo } = of;
  for (let { after } = of; after < upTo; ) {
    const page = { workspaceId, after, limit: pageEntries, maxBytes: pageBytes };
    const entries = await changeLog.read(page);
    if (entries.length === 0) {
      // The head is in the log: a read that does not reach it must not pass for a log without what was looked for.
      throw new ApiError('storage_unavailable', { retryAfterSeconds: 1 });
    }
    for (const entry of entries) {
      if (entry.seq > upTo || !wantsMore(entry)) return;
      after = entry.seq;
    }
  }
}
