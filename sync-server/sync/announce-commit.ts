import { limits } from '#shared/limits';
import type { CommitEvent } from '#shared/live-message';
import type { CommittedDraft } from './commit-entry.ts';

/** Tells the sockets of a workspace, on all replicas, of a durable commit (R1). */
export type AnnounceCommit = (event: CommitEvent) => void;

/** The event of a commit: one for the whole room. Documents over 32 KiB stay out, the devices pull instead. */
export function commitEvent({ entry, batches, documents }: CommittedDraft): CommitEvent {
  let bytes = 0;
  for (const document of documents) bytes += document.bytes;
  const { workspaceId, epoch, seq, hash } = entry;
  return {
    workspaceId,
    epoch,
    prev: seq - 1,
    seq,
    hash,
    batches: batches.map(({ deviceId, n, stamp, outcome, code, pointer }) => ({
      deviceId,
      n,
      stamp,
      outcome,
      ...(code === undefined ? {} : { code }),
      ...(pointer === undefined ? {} : { pointer }),
    })),
    ...(bytes > limits.eventDocumentsMaxBytes
      ? { absent: true as const }
      : { documents: documents.map(({ document }) => document) }),
  };
}
