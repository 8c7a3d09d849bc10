import type { LaneOutcome } from './lane.ts';
import type { SyncFailure } from './sync-failure.ts';
import { unreachable } from '#shared/unreachable';

/** A workspace that is not there is asked for again at this pace: a 404 only pauses (R9). */
const missingRetryMs = 30_000;
/** A whole request refused for a reason this build does not know: neither hurry nor give up. */
const rejectedRetryMs = 30_000;

/** A failure whose only answer is to wait or to pause; the same on every lane. */
export type PlainFailure = Extract<
  SyncFailure,
  {
    name:
      | 'unreachable'
      | 'busy'
      | 'needs-sign-in'
      | 'update-required'
      | 'missing'
      | 'rejected'
      | 'too-large';
  }
>;

/** What a lane does about a failure that needs nothing but time or the person. Nothing in the outbox is touched. */
export function reactToFailure(failure: PlainFailure): LaneOutcome {
  switch (failure.name) {
    case 'unreachable':
      return { name: 'retry', cause: 'unreachable', afterMs: undefined };
    case 'busy':
      return { name: 'retry', cause: 'busy', afterMs: failure.retryAfterMs };
    case 'missing':
      return { name: 'retry', cause: 'missing', afterMs: missingRetryMs };
    case 'rejected':
    case 'too-large':
      return { name: 'retry', cause: 'busy', afterMs: rejectedRetryMs };
    case 'needs-sign-in':
    case 'update-required':
      return { name: 'pause', reason: failure.name };
    default:
      return unreachable(failure);
  }
}
