import type { Storage } from '../storage/port.ts';
import type {
  CommitPurge,
  ServerCommit,
  ServerCommitAnswer,
} from '../workspaces/commit-as-server.ts';
import { type AnnounceCommit, commitEvent } from './announce-commit.ts';
import { createCommitEntry } from './commit-entry.ts';
import { type CommitQueue, createCommitQueue } from './commit-queue.ts';
import { createLogAppender } from './log-appender.ts';
import { createPageCache } from './page-cache.ts';
import { createPushBatches, type PushBatches } from './push-batches.ts';
import { type PageRequest, readPage } from './read-page.ts';
import type { NumberedSubmission } from './submission.ts';
import { createViewApplier, type ViewApplier } from './view-applier.ts';
import { createWorkspaceStates, type WorkspaceStates } from './workspace-states.ts';
import { writerDeviceId } from './writer-device.ts';

/** The commit path of one replica, from push to log, with everything that reads what it wrote. */
export interface Sync {
  states: WorkspaceStates;
  queue: CommitQueue;
  applier: ViewApplier;
  push: PushBatches;
  readPage: (request: PageRequest) => Promise<string>;
  /** Commits as the server itself; see `CommitAsServer`. */
  commitAsServer: (of: ServerCommit) => Promise<ServerCommitAnswer>;
  /** Commits for a person who has no outbox; see `CommitForUser`. */
  commitForUser: (of: ServerCommit) => Promise<ServerCommitAnswer>;
  /** Commits tombstones in the place of documents; see `CommitPurge`. */
  purge: CommitPurge;
  /** Answers what waits and applies what was committed. */
  close(): Promise<void>;
}

/** What the commit path is built from; clock, random and timers come from the composition root. */
export interface SyncParts {
  storage: Storage;
  announce: AnnounceCommit;
  now: () => number;
  newCommitId: () => string;
  pause: (ms: number) => Promise<void>;
  afterIo: (callback: () => void) => void;
  onViewFailed: (workspaceId: string, error: unknown) => void;
  maxWaiting?: number;
  maxCachedDocuments?: number;
}

/** Of pages in UTF-16 code units: some thirty of the largest. */
const pageCacheMaxLength = 64 * 1024 * 1024;

/** Builds the commit path of a replica. */
export function createSync(parts: SyncParts): Sync {
  const { storage, now, pause } = parts;
  const maxDocuments = parts.maxCachedDocuments ?? 300_000;
  const states = createWorkspaceStates({ storage, now, maxDocuments });
  const applier = createViewApplier({
    storage,
    pause,
    onApplied: states.noteApplied,
    onFailed: parts.onViewFailed,
  });
  const commitEntry = createCommitEntry({
    storage,
    append: createLogAppender(storage.changeLog),
    openState: states.open,
    dropState: states.drop,
    onCommitted: (state, draft) => {
      parts.announce(commitEvent(draft));
      applier.add(state, draft);
    },
    now,
    newCommitId: parts.newCommitId,
    pause,
  });
  const cache = createPageCache({ maxLength: pageCacheMaxLength });
  const maxWaiting = parts.maxWaiting ?? 2_000;
  const queue = createCommitQueue({ commitEntry, afterIo: parts.afterIo, maxWaiting });
  return {
    states,
    queue,
    applier,
    push: createPushBatches({ queue, states }),
    readPage: (request) => readPage({ storage, applier, cache }, request),
    commitAsServer: (commit) => commitNumbered(queue, changesOf(commit), true),
    commitForUser: (commit) => commitNumbered(queue, changesOf(commit), false),
    purge: ({ trees, userId, ...commit }) => {
      const command = { name: 'purge', trees } as const;
      const by = userId === undefined ? { userId: nobody } : { userId, needs: 'manage' as const };
      return commitNumbered(queue, { ...commit, ...by, command }, true);
    },
    close: async () => {
      await queue.drain();
      await applier.drain();
    },
  };
}

type NumberedCommit = Omit<ServerCommit, 'changes'> & Pick<NumberedSubmission, 'command' | 'needs'>;

/** Stands in the log for the author of what the server does by its own rules. */
const nobody = '00000000-0000-0000-0000-000000000000';

function changesOf({ changes, ...commit }: ServerCommit): NumberedCommit {
  return { ...commit, command: { name: 'change', changes } };
}

async function commitNumbered(
  queue: CommitQueue,
  commit: NumberedCommit,
  isServerCommand: boolean,
): Promise<ServerCommitAnswer> {
  const { workspaceId, userId, command, idempotency, needs } = commit;
  const { results } = await queue.submit(workspaceId, {
    name: 'numbered',
    userId,
    deviceId: writerDeviceId(isServerCommand ? undefined : userId),
    command,
    needs,
    idempotency: idempotency && { ...idempotency, key: `${userId}/${idempotency.key}` },
    isServerCommand,
  });
  const [result] = results;
  if (result === undefined || result.outcome === 'forked') {
    throw new Error('a numbered batch has one outcome');
  }
  const { seq, outcome, code, pointer, repeated } = result;
  return {
    seq,
    outcome,
    ...(code === undefined ? {} : { code }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(repeated === undefined ? {} : { repeated }),
  };
}
