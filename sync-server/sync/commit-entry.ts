import { ApiError } from '#shared/api-error';
import type { AppendOutcome, Storage } from '../storage/port.ts';
import { type Draft, draftEntry, type Pending } from './draft-entry.ts';
import { catchUp, loadNeeded, type Needed } from './load-state.ts';
import type { AppendEntry } from './log-appender.ts';
import { findKeyedBatches, findOlderOutcomes } from './look-up-log.ts';
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

const maxAttempts = 8;
const maxAttemptsMs = 2_000;

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
  const startedMs = parts.now();
  const uncertain = new Map<string, CommittedDraft>();
  let isFresh = false;
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const draft = await draftPending(parts, state, pending);
    if (restsOnAbsence(draft) && !isFresh) {
      isFresh = true;
      if ((await catchUp(parts.storage, state)) > 0) continue;
    }
    if (!hasEntry(draft)) return { draft, state };
    const outcome = await parts.append(draft.entry);
    if (outcome === 'appended') return committed(parts, state, draft);
    if (outcome === 'unknown') uncertain.set(draft.entry.commitId, draft);
    const own = await afterFailedAppend(parts, state, { outcome, uncertain });
    if (own !== undefined) return committed(parts, state, own);
    isFresh = outcome === 'taken';
    if (parts.now() - startedMs > maxAttemptsMs) break;
    if (outcome === 'unknown') await parts.pause(25 * attempt);
  }
  throw new ApiError('storage_unavailable', { retryAfterSeconds: 2 });
}

async function draftPending(
  parts: CommitEntryParts,
  state: WorkspaceState,
  pending: readonly Pending[],
): Promise<Draft> {
  await loadNeeded(parts.storage, state, neededFor(pending));
  await findOlderOutcomes(parts.storage, state, pending);
  const keyed = await findKeyedBatches(parts.storage, state, pending);
  return draftEntry(state, pending, { nowMs: parts.now(), commitId: parts.newCommitId(), keyed });
}

/** After `taken`, reads what took the number. Returns our own draft if an attempt thought lost is what stands there. */
async function afterFailedAppend(
  parts: CommitEntryParts,
  state: WorkspaceState,
  failed: { outcome: AppendOutcome; uncertain: ReadonlyMap<string, CommittedDraft> },
): Promise<CommittedDraft | undefined> {
  const { outcome, uncertain } = failed;
  if (outcome === 'full') throw new ApiError('storage_full');
  if (outcome !== 'taken') return undefined;
  const [standing] = await parts.storage.changeLog.read({
    workspaceId: state.workspaceId,
    after: state.head.seq,
    limit: 1,
    maxBytes: 1,
  });
  const own = standing === undefined ? undefined : uncertain.get(standing.commitId);
  if (own !== undefined) return own;
  await catchUp(parts.storage, state);
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

/** A rejection or a `forked` rests on what the cache does not hold, so it is given only after reading the log (R4). */
function restsOnAbsence(draft: Draft): boolean {
  return draft.verdicts.some((verdict) => verdict.name === 'rejected');
}

function hasEntry(draft: Draft): draft is CommittedDraft {
  return draft.entry !== undefined;
}

function neededFor(pending: readonly Pending[]): Needed {
  const changes = pending.flatMap(({ submission, from }) => {
    if (submission.name === 'numbered') return submission.changes;
    return submission.batches
      .slice(from)
      .flatMap((batch) => (batch.name === 'fit' ? batch.batch.changes : []));
  });
  return {
    userIds: pending.map(({ submission }) => submission.userId),
    deviceIds: pending.map(({ submission }) => submission.deviceId),
    changes,
  };
}
