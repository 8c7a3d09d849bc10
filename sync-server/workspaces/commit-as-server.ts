import type { Change, RefusalCode } from '#shared/push-message';
import type { PurgeTree } from '../sync/submission.ts';

/** One batch of a writer without an outbox: the server gives it its number while merging (R3). */
export interface ServerCommit {
  workspaceId: string;
  /** Who the changes are by. */
  userId: string;
  changes: readonly Change[];
  /** By which a repeat is known (per user), and a digest that tells it from another request under the same key. */
  idempotency?: { key: string; digest: string } | undefined;
}

/** What the log holds of it. `repeated`: an entry held the key already, nothing was committed now. */
export interface ServerCommitAnswer {
  seq: number;
  outcome: 'committed' | 'refused';
  code?: RefusalCode | undefined;
  pointer?: string | undefined;
  repeated?: true | undefined;
}

/**
 * Commits changes through the commit queue, like any push. As the server: rights are not asked and kinds that only the
 * server writes are allowed. Throws ApiError `idempotency_conflict` if the key was used for another request.
 */
export type CommitAsServer = (of: ServerCommit) => Promise<ServerCommitAnswer>;

/** The same for a person's request: judged by the role of `userId`, as their own devices are. */
export type CommitForUser = CommitAsServer;

/**
 * Commits tombstones in the place of documents (R7). Each of `trees` is purged as a whole, or left alone if one of its
 * documents is not at the seq named any more: somebody has changed, restored or purged it since. Throws ApiError
 * `forbidden` if `userId` may not manage the workspace at that point of its log; undefined: the server by its own rule.
 */
export type CommitPurge = (of: {
  workspaceId: string;
  userId: string | undefined;
  trees: readonly PurgeTree[];
}) => Promise<ServerCommitAnswer>;
