import { ApiError } from '#shared/api-error';
import { formatHash, readHash, replaceInHash } from '#shared/head-hash';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import type { BatchResult } from '#shared/push-message';
import type { StoredEntry } from '../storage/port.ts';
import { type CounterState } from './device-counter.ts';
import { createDraftOverlay, type DraftOverlay } from './draft-overlay.ts';
import { encodeBody, type LoggedBatch } from './log-entry.ts';
import type { Submission } from './submission.ts';
import { takeDeviceBatches } from './take-device-batches.ts';
import { type KeyedBatch, takeNumberedBatch } from './take-numbered-batch.ts';
import type { CachedDocument, WorkspaceState } from './workspace-state.ts';

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
  verdicts: Verdict[];
  batches: readonly LoggedBatch[];
  documents: EncodedDocument[];
  counters: CounterState[];
}

/** A document of a draft, encoded once for the log, the view, the event and the pages. */
export interface EncodedDocument extends CachedDocument {
  json: string;
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
  const room = { bytes: limits.entryMaxBytes };
  const verdicts = pending.map(({ submission, from }): Verdict => {
    return submission.name === 'device'
      ? takeDeviceBatches({ overlay, state, submission, from, room })
      : takeNumberedBatch({ overlay, state, submission, from, room, keyed: input.keyed });
  });
  const documents = encodeDocuments(overlay);
  const counters = [...overlay.counters.values()];
  if (overlay.batches.length === 0) {
    return { entry: undefined, verdicts, batches: [], documents, counters };
  }
  const entry: StoredEntry = {
    workspaceId: state.workspaceId,
    seq: overlay.seq,
    epoch: state.epoch,
    commitId: input.commitId,
    prevCommitId: state.head.commitId,
    atMs: overlay.atMs,
    hash: hashAfter(state, documents),
    keys: overlay.batches.flatMap(({ key }) => key ?? []),
    body: encodeBody(
      overlay.batches,
      documents.map(({ json }) => json),
    ),
  };
  return { entry, verdicts, batches: overlay.batches, documents, counters };
}

function encodeDocuments(overlay: DraftOverlay): EncodedDocument[] {
  return [...overlay.documents.values()].map((changed) => {
    const document: StoredForm = { ...changed, seq: overlay.seq };
    const json = JSON.stringify(document);
    return { document, json, bytes: json.length };
  });
}

function hashAfter(state: WorkspaceState, documents: readonly EncodedDocument[]): string {
  let hash = readHash(state.head.hash);
  for (const { document } of documents) {
    const previous = state.documents.get(document.id)?.document;
    hash = replaceInHash(hash, { previous, next: isPurged(document) ? undefined : document });
  }
  return formatHash(hash);
}
