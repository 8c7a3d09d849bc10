import type { ApiError } from '#shared/api-error';
import { formatHash, readHash, replaceInHash } from '#shared/head-hash';
import { isPurged } from '#shared/kind-definition';
import type { BatchResult } from '#shared/push-message';
import type { StoredEntry } from '../storage/port.ts';
import { type CounterState } from './device-counter.ts';
import { createDraftOverlay } from './draft-overlay.ts';
import { type EncodedDocument, entryRoomBytes } from './encode-batch.ts';
import { encodeBody, type LoggedBatch } from './log-entry.ts';
import type { Submission } from './submission.ts';
import { takeDeviceBatches } from './take-device-batches.ts';
import { type KeyedBatch, takeNumberedBatch } from './take-numbered-batch.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What became of one submission in a draft; it counts only when the draft's entry is durable (R4). */
export type Verdict =
  /** `next`: the first batch that found no room in this entry; equal to their number when all are answered. */
  | { name: 'answered'; results: BatchResult[]; next: number }
  /**
   * Nothing more of it was judged: no member, a gap, a device of somebody else, a key used otherwise.
   * Such an answer rests on what is *not* in the cache, so it is given only after reading on in the log.
   */
  | { name: 'rejected'; error: ApiError };

/** A submission in a queue, and its first batch that has no durable answer yet. */
export interface Pending {
  submission: Submission;
  from: number;
}

/** One entry about to be appended, with everything that follows from it if the append succeeds. */
export interface Draft {
  /** `undefined`: nothing to append, every verdict rests on the log as it is. */
  entry: StoredEntry | undefined;
  /** The head it was judged on. */
  baseSeq: number;
  verdicts: Verdict[];
  batches: readonly LoggedBatch[];
  documents: EncodedDocument[];
  counters: CounterState[];
}

/**
 * Merges waiting submissions, in order, into one log entry on top of the cached head (design §5). Pure over the
 * state, which it does not alter; everything that judging looks at must be loaded before.
 */
export function draftEntry(
  state: WorkspaceState,
  pending: readonly Pending[],
  input: { nowMs: number; commitId: string; keyed: ReadonlyMap<string, KeyedBatch> },
): Draft {
  const overlay = createDraftOverlay(state, input.nowMs);
  const room = { bytes: entryRoomBytes };
  const baseSeq = state.head.seq;
  const verdicts = pending.map(({ submission, from }): Verdict => {
    return submission.name === 'device'
      ? takeDeviceBatches({ overlay, state, submission, from, room, keyed: input.keyed })
      : takeNumberedBatch({ overlay, state, submission, from, room, keyed: input.keyed });
  });
  const documents = [...overlay.documents.values()];
  const batches = overlay.batches.map(({ logged }) => logged);
  const counters = [...overlay.counters.values()];
  if (batches.length === 0) {
    return { entry: undefined, baseSeq, verdicts, batches, documents, counters };
  }
  const entry: StoredEntry = {
    workspaceId: state.workspaceId,
    seq: overlay.seq,
    epoch: state.epoch,
    commitId: input.commitId,
    prevCommitId: state.head.commitId,
    atMs: overlay.atMs,
    hash: hashAfter(state, documents),
    keys: batches.flatMap(({ key, carried }) => key ?? carried ?? []),
    body: encodeBody({
      batches: overlay.batches.map(({ loggedJson }) => loggedJson),
      documents: documents.map(({ json }) => json),
      earlier: linksOf(state, documents),
    }),
  };
  return { entry, baseSeq, verdicts, batches, documents, counters };
}

function linksOf(
  state: WorkspaceState,
  documents: readonly EncodedDocument[],
): Record<string, number> {
  const links: Record<string, number> = {};
  for (const { document } of documents) {
    const previous = state.documents.get(document.id)?.document;
    if (previous !== undefined) links[document.id] = previous.seq;
  }
  return links;
}

function hashAfter(state: WorkspaceState, documents: readonly EncodedDocument[]): string {
  let hash = readHash(state.head.hash);
  for (const { document } of documents) {
    const previous = state.documents.get(document.id)?.document;
    hash = replaceInHash(hash, { previous, next: isPurged(document) ? undefined : document });
  }
  return formatHash(hash);
}
