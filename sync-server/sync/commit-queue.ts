import { ApiError } from '#shared/api-error';
import type { BatchResult } from '#shared/push-message';
import type { Draft, Pending } from './draft-entry.ts';
import type { CommitEntry } from './commit-entry.ts';
import type { Submission } from './submission.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** The answer to a submission: one result per batch, and the head after the last of them. */
export interface SubmissionAnswer {
  epoch: string;
  head: number;
  results: BatchResult[];
}

/** Commits batches: one queue a workspace, one entry of it under way at a time. */
export interface CommitQueue {
  /** Resolves when every batch has a durable answer (R1, R4); throws ApiError when it has none. */
  submit(workspaceId: string, submission: Submission): Promise<SubmissionAnswer>;
  /** Resolves when nothing waits any more; new submissions are refused with `busy`. */
  drain(): Promise<void>;
}

/** What a queue needs: committing one entry, and letting the other requests of this turn of the loop arrive first. */
export interface CommitQueueParts {
  commitEntry: CommitEntry;
  /** Calls back after pending I/O was handled: what arrived together is committed together. */
  afterIo: (callback: () => void) => void;
  maxWaiting: number;
}

interface Waiting extends Pending {
  results: BatchResult[];
  resolve: (answer: SubmissionAnswer) => void;
  reject: (error: unknown) => void;
}

/** Group commit (design §5): everything waiting in a workspace's queue becomes one log entry. */
export function createCommitQueue(parts: CommitQueueParts): CommitQueue {
  const queues = new Map<string, Waiting[]>();
  const running = new Set<Promise<void>>();
  let isClosing = false;

  function submit(workspaceId: string, submission: Submission): Promise<SubmissionAnswer> {
    const queue = queues.get(workspaceId) ?? [];
    if (isClosing || queue.length >= parts.maxWaiting) {
      return Promise.reject(new ApiError('busy', { retryAfterSeconds: 1 }));
    }
    return new Promise((resolve, reject) => {
      queue.push({ submission, from: 0, results: [], resolve, reject });
      if (queues.has(workspaceId)) return;
      queues.set(workspaceId, queue);
      const run = runQueue(workspaceId, queue).finally(() => running.delete(run));
      running.add(run);
    });
  }

  async function runQueue(workspaceId: string, queue: Waiting[]): Promise<void> {
    for (;;) {
      await new Promise<void>((resolve) => parts.afterIo(resolve));
      if (queue.length === 0) {
        queues.delete(workspaceId);
        return;
      }
      const taken = queue.splice(0);
      const unfinished = await commitTaken(workspaceId, taken);
      queue.unshift(...unfinished);
    }
  }

  /** Commits one entry of what was taken; gives back what found no room in it, in order. */
  async function commitTaken(workspaceId: string, taken: Waiting[]): Promise<Waiting[]> {
    try {
      const { draft, state } = await parts.commitEntry(workspaceId, taken);
      return taken.filter((waiting, index) => !settle(waiting, { draft, state, index }));
    } catch (error) {
      for (const waiting of taken) waiting.reject(error);
      return [];
    }
  }

  return {
    submit,
    drain: async () => {
      isClosing = true;
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/** Hands a verdict to its waiting submission. Returns whether the submission is finished. */
function settle(
  waiting: Waiting,
  of: { draft: Draft; state: WorkspaceState; index: number },
): boolean {
  const verdict = of.draft.verdicts[of.index];
  if (verdict === undefined || verdict.name === 'rejected') {
    waiting.reject(verdict?.error ?? new ApiError('internal'));
    return true;
  }
  waiting.results.push(...verdict.results);
  waiting.from = verdict.next;
  const { submission } = waiting;
  const count = submission.name === 'device' ? submission.batches.length : 1;
  if (verdict.next < count) return false;
  const { epoch, head } = of.state;
  waiting.resolve({ epoch, head: head.seq, results: waiting.results });
  return true;
}
