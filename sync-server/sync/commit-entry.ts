import { ApiError } from '#shared/api-error';
import type { Change } from '#shared/push-message';
import type { AppendOutcome, Storage } from '../storage/port.ts';
import { devicesOf } from './count-batches.ts';
import { type Draft, draftEntry, type Pending } from './draft-entry.ts';
import { catchUp, loadNeeded, type Needed } from './load-state.ts';
import type { AppendEntry } from './log-appender.ts';
import { identityOf } from './read-batch.ts';
import { findKeyedBatches, findOlderOutcomes } from './look-up-log.ts';
import type { Submission } from './submission.ts';
import { advance, headOf, type WorkspaceState } from './workspace-state.ts';

/** Commits what it can of the pending submissions as one entry. Throws ApiError if the storage gives no answer. */
export type CommitEntry = (
  workspaceId: string,
  pending: readonly Pending[],
) => Promise<{ draft: Draft; state: WorkspaceState }>;

/** What committing needs; clock and random are injected. */
export interface CommitEntryParts {
  storage: Storage;
  append: AppendEntry;
  openState: (workspaceId: string) => Promise<WorkspaceState>;
  /** Forgets a state whose head may not be the log's any more. */
  dropState: (workspaceId: string) => void;
  /** Told of every entry this replica committed, in seq order, once it is durable. */
  onCommitted: (state: WorkspaceState, draft: CommittedDraft) => void;
  now: () => number;
  newCommitId: () => string;
  pause: (ms: number) => Promise<void>;
}

/** A draft whose entry is in the log. */
export type CommittedDraft = Draft & { entry: NonNullable<Draft['entry']> };

/** Without an answer; a number that others took costs no attempt, since somebody's commit went through. */
const maxUnknown = 8;
const maxTaken = 200;
const maxAttemptsMs = 2_000;
/** Reads of the log that stay behind its proven head: by then it is no commit that came between. */
const maxUnproven = 3;

/**
 * The commit (design §5): draft on the cached head, insert head + 1, and only then let anybody know (R1).
 * `taken`: others wrote; read their entries and judge again. `unknown`: the next attempt uses the same seq, so
 * whichever insert lands, the other finds it taken; the entry found there is told by its commitId.
 */
export function createCommitEntry(parts: CommitEntryParts): CommitEntry {
  return async (workspaceId, pending) => {
    const state = await parts.openState(workspaceId);
    try {
      return await attemptAll(parts, state, pending);
    } catch (error) {
      // The head may have moved without us: the next user of this workspace reads it anew from the log.
      parts.dropState(workspaceId);
      throw error;
    }
  };
}

async function attemptAll(
  parts: CommitEntryParts,
  state: WorkspaceState,
  pending: readonly Pending[],
): Promise<{ draft: Draft; state: WorkspaceState }> {
  let startedMs = parts.now();
  const uncertain: CommittedDraft[] = [];
  let taken = 0;
  while (uncertain.length < maxUnknown && taken < maxTaken) {
    const landed = uncertain.length === 0 ? undefined : await findLanded(parts, state, uncertain);
    if (landed !== undefined) return committed(parts, state, landed);
    const draft = await draftFresh(parts, state, pending);
    if (!hasEntry(draft)) return { draft, state };
    const outcome = await parts.append(draft.entry);
    if (outcome === 'appended') return committed(parts, state, draft);
    if (outcome === 'full') throw new ApiError('storage_full');
    if (outcome === 'unknown') uncertain.push(draft);
    else {
      taken += 1;
      // Somebody's commit went through; it is the time without any that counts, or a long look-up would never be done.
      startedMs = parts.now();
    }
    if (parts.now() - startedMs > maxAttemptsMs) break;
    await beforeNextAttempt(parts, state, { outcome, failures: uncertain.length + taken });
  }
  throw new ApiError('storage_unavailable', { retryAfterSeconds: 2 });
}

/** A draft whose rejections rest on the newest entry: what the cache does not hold, the log may (R4). */
async function draftFresh(
  parts: CommitEntryParts,
  state: WorkspaceState,
  pending: readonly Pending[],
): Promise<Draft> {
  for (let unproven = 0; unproven < maxUnproven; ) {
    const draft = await draftPending(parts, state, pending);
    if (!restsOnAbsence(draft)) return draft;
    await catchUp(parts.storage, state);
    if (state.head.seq !== draft.baseSeq) continue;
    if (!tellsGap(draft) || (await isProvenHead(parts.storage, state))) return draft;
    unproven += 1;
    await parts.pause(25 * unproven);
  }
  throw new ApiError('storage_unavailable', { retryAfterSeconds: 2 });
}

/**
 * A device that hears of a gap below what it saw settled takes the server for restored and offers everything again, so no
 * primary that was deposed unawares may tell of one: the head is read linearizably first (R10, B13).
 */
async function isProvenHead(
  { changeLog }: Storage,
  { workspaceId, head }: WorkspaceState,
): Promise<boolean> {
  const proven = await changeLog.heads({ workspaceIds: [workspaceId], linearizable: true });
  return (proven.get(workspaceId)?.seq ?? 0) <= head.seq;
}

/** After `taken` the log is read on; where the entry cannot be seen yet, or nothing answered, time has to pass (A8). */
async function beforeNextAttempt(
  parts: CommitEntryParts,
  state: WorkspaceState,
  of: { outcome: AppendOutcome; failures: number },
): Promise<void> {
  const { seq } = state.head;
  if (of.outcome === 'taken') {
    await catchUp(parts.storage, state);
    if (state.head.seq > seq) return;
  }
  await parts.pause(25 * Math.min(of.failures, 8));
}

/**
 * Loads what the judgement needs, then drafts. Whoever polls heads shares this state and may read on meanwhile: what was
 * looked up is then of an older head than the insert would prove, so it is looked up again.
 */
async function draftPending(
  parts: CommitEntryParts,
  state: WorkspaceState,
  pending: readonly Pending[],
): Promise<Draft> {
  for (;;) {
    const { seq } = state.head;
    await loadNeeded(parts.storage, state, neededFor(pending));
    await findOlderOutcomes(parts.storage, state, pending);
    const keyed = await findKeyedBatches(parts.storage, state, pending);
    if (state.head.seq !== seq) continue;
    return draftEntry(state, pending, { nowMs: parts.now(), commitId: parts.newCommitId(), keyed });
  }
}

/**
 * The draft of an attempt without answer that did land. Asked before every further attempt: a reader of this state may
 * have passed the entry meanwhile, and a writer without an outbox would commit the same again behind it.
 */
async function findLanded(
  parts: CommitEntryParts,
  state: WorkspaceState,
  uncertain: readonly CommittedDraft[],
): Promise<CommittedDraft | undefined> {
  const { workspaceId } = state;
  for (const seq of new Set(uncertain.map(({ entry }) => entry.seq))) {
    const place = { workspaceId, after: seq - 1, limit: 1, maxBytes: 1 };
    const [standing] = await parts.storage.changeLog.read(place);
    const landed = uncertain.find(({ entry }) => entry.commitId === standing?.commitId);
    if (landed !== undefined) return landed;
  }
  return undefined;
}

function committed(
  parts: CommitEntryParts,
  state: WorkspaceState,
  draft: CommittedDraft,
): { draft: Draft; state: WorkspaceState } {
  const { documents, counters } = draft;
  advance(state, { head: headOf(draft.entry), documents, counters });
  parts.onCommitted(state, draft);
  return { draft, state };
}

/** A rejection rests on what the cache does not hold, so it is given only after reading the log (R4). */
function restsOnAbsence(draft: Draft): boolean {
  return draft.verdicts.some((verdict) => verdict.name === 'rejected');
}

function tellsGap(draft: Draft): boolean {
  return draft.verdicts.some(
    (verdict) => verdict.name === 'rejected' && verdict.error.code === 'batch_gap',
  );
}

function hasEntry(draft: Draft): draft is CommittedDraft {
  return draft.entry !== undefined;
}

function neededFor(pending: readonly Pending[]): Needed {
  return {
    userIds: pending.map(({ submission }) => submission.userId),
    deviceIds: pending.flatMap(devicesIn),
    changes: pending.flatMap(changesOf),
    purgedIds: pending.flatMap(({ submission }) => purgedIdsOf(submission)),
  };
}

/** The writers themselves, and the devices that stamped what they carry. */
function devicesIn({ submission, from }: Pending): string[] {
  const { deviceId } = submission;
  if (submission.name === 'numbered') return [deviceId];
  const batches = submission.batches.slice(from).map(identityOf);
  return [deviceId, ...batches.flatMap(({ stamp }) => devicesOf({ deviceId, stamp }))];
}

function changesOf({ submission, from }: Pending): readonly Change[] {
  if (submission.name === 'numbered') {
    return submission.command.name === 'change' ? submission.command.changes : [];
  }
  const batches = submission.batches.slice(from);
  return batches.flatMap((batch) => (batch.name === 'fit' ? batch.batch.changes : []));
}

function purgedIdsOf(submission: Submission): string[] {
  if (submission.name !== 'numbered' || submission.command.name !== 'purge') return [];
  return submission.command.trees.flatMap(({ targets, guards = [] }) =>
    [...targets, ...guards].map(({ id }) => id),
  );
}
