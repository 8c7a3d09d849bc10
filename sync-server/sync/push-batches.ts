import { ApiError } from '#shared/api-error';
import { oldestProtocolVersion, protocolVersion } from '#shared/protocol-version';
import type { PushAnswer, PushRequest } from '#shared/push-message';
import type { CommitQueue } from './commit-queue.ts';
import { readBatch } from './read-batch.ts';
import type { WorkspaceStates } from './workspace-states.ts';

/** One push, as POST or as the socket's `push`: same body, same answer, this handler. */
export type PushBatches = (of: { userId: string; request: PushRequest }) => Promise<PushAnswer>;

/**
 * Judges a push: version, epoch and order of numbers first, since they speak for the whole of it, then every batch.
 * Throws ApiError `upgrade_required`, `epoch_changed`, `invalid`, and what the commit queue throws.
 */
export function createPushBatches(of: {
  queue: CommitQueue;
  states: WorkspaceStates;
}): PushBatches {
  return async ({ userId, request }) => {
    const { workspaceId, deviceId, epoch, batches } = request;
    if (batches.some(({ v }) => v < oldestProtocolVersion)) throw new ApiError('upgrade_required');
    // During an update of the replicas a newer client may meet an older one, which must not judge what it cannot read.
    if (batches.some(({ v }) => v > protocolVersion)) {
      throw new ApiError('busy', { retryAfterSeconds: 5 });
    }
    refuseDisorder(batches);
    if (epoch !== undefined) await refuseOtherEpoch({ workspaceId, userId, epoch });
    return of.queue.submit(workspaceId, {
      name: 'device',
      userId,
      deviceId,
      batches: batches.map(readBatch),
    });
  };

  /** Strangers must not learn whether a workspace exists, so rights come before the epoch. */
  async function refuseOtherEpoch(asked: {
    workspaceId: string;
    userId: string;
    epoch: string;
  }): Promise<void> {
    const state = await of.states.open(asked.workspaceId);
    if (state.epoch === asked.epoch) return;
    const membership = await of.states.membership(asked.workspaceId, asked.userId);
    throw new ApiError(membership === undefined ? 'workspace_unknown' : 'epoch_changed');
  }
}

/** The numbers of a push are contiguous and ascending; anything else cannot be answered batch by batch. */
function refuseDisorder(batches: PushRequest['batches']): void {
  const first = batches[0]?.n ?? 1;
  const wrong = batches.findIndex(({ n }, index) => n !== first + index);
  if (wrong < 0) return;
  throw new ApiError('invalid', { errors: [{ pointer: `/batches/${wrong}/n`, code: 'order' }] });
}
