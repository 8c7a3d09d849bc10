import { type Problem, problemSchema } from '#shared/api-error';
import { parse } from '#shared/parse';

/** Why a request to the server brought no answer to work with. The names are what the device does about it. */
export type SyncFailure =
  /** No answer in time, no network, or an answer that is not TaskFlow's (a captive portal). */
  | { name: 'unreachable' }
  /** The server asks for patience: 429, 5xx, 507. */
  | { name: 'busy'; retryAfterMs: number | undefined }
  | { name: 'needs-sign-in' }
  | { name: 'update-required' }
  /** 404: the workspace is not there for this person now. It pauses, it never deletes (R9). */
  | { name: 'missing' }
  /** 403 with the entry that ended the membership; `epoch` when the server named it. */
  | { name: 'membership-ended'; seq: number; epoch: string | undefined }
  | { name: 'device-taken' }
  | { name: 'batch-gap'; expected: number }
  | { name: 'epoch-changed' }
  | { name: 'checkpoint-expired' }
  | { name: 'too-large' }
  /** A refusal of the whole request that this build does not understand. */
  | { name: 'rejected'; code: string };

/** Reads a problem object; undefined if it is none. */
export function readProblem(input: unknown): Problem | undefined {
  const parsed = parse(problemSchema, input);
  return parsed.ok ? parsed.value : undefined;
}

/** What the device does about a problem, by its code and then by its status. */
export function failureOfProblem(problem: Problem, retryAfterMs: number | undefined): SyncFailure {
  switch (problem.code) {
    case 'token_missing':
    case 'token_invalid':
    case 'token_expired':
    case 'session_ended':
      return { name: 'needs-sign-in' };
    case 'upgrade_required':
      return { name: 'update-required' };
    case 'workspace_unknown':
    case 'not_found':
      return { name: 'missing' };
    case 'membership_ended':
      return endedMembership(problem);
    case 'device_taken':
      return { name: 'device-taken' };
    case 'batch_gap':
      return batchGap(problem);
    case 'epoch_changed':
      return { name: 'epoch-changed' };
    case 'checkpoint_expired':
      return { name: 'checkpoint-expired' };
    case 'too_large':
      return { name: 'too-large' };
    default:
      return (
        failureOfStatus(problem.status, retryAfterMs) ?? { name: 'rejected', code: problem.code }
      );
  }
}

/**
 * What the device does about an answer that carries no problem object: it comes from something between the device
 * and TaskFlow, so only what such a thing may decide is believed; a 401 or 404 of its own is not.
 */
export function failureOfForeignAnswer(
  status: number,
  retryAfterMs: number | undefined,
): SyncFailure {
  if (status === 413) return { name: 'too-large' };
  return failureOfStatus(status, retryAfterMs) ?? { name: 'unreachable' };
}

function failureOfStatus(
  status: number,
  retryAfterMs: number | undefined,
): SyncFailure | undefined {
  return status === 429 || status >= 500 ? { name: 'busy', retryAfterMs } : undefined;
}

function endedMembership(problem: Problem): SyncFailure {
  const { seq, epoch } = problem;
  if (typeof seq !== 'number') return { name: 'missing' };
  return { name: 'membership-ended', seq, epoch: typeof epoch === 'string' ? epoch : undefined };
}

function batchGap(problem: Problem): SyncFailure {
  const { expected } = problem;
  if (typeof expected !== 'number') return { name: 'rejected', code: problem.code };
  return { name: 'batch-gap', expected };
}
