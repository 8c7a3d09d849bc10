import * as z from 'zod/mini';
import type { InputError } from './parse.ts';

/** Every problem code with its HTTP status and title. The list is closed; docs/protocol.md tells the client's reaction. */
export const problemCatalog = {
  json_invalid: { status: 400, title: 'The body is not valid JSON' },
  encoding_invalid: { status: 400, title: 'The body is not in the encoding it declares' },
  query_invalid: { status: 400, title: 'A query parameter is not valid' },
  checkpoint_invalid: { status: 400, title: 'The checkpoint is not valid' },
  token_missing: { status: 401, title: 'Sign in first' },
  token_invalid: { status: 401, title: 'The access token is not valid' },
  token_expired: { status: 401, title: 'The access token has expired' },
  invalid_credentials: { status: 401, title: 'The e-mail address or the password is not right' },
  session_ended: { status: 401, title: 'This session has ended; sign in again' },
  csrf: { status: 403, title: 'This request did not come from the app itself' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  device_taken: { status: 403, title: 'The device id belongs to somebody else' },
  membership_ended: { status: 403, title: 'You are no longer a member of this workspace' },
  not_found: { status: 404, title: 'There is nothing here' },
  workspace_unknown: { status: 404, title: 'There is no such workspace' },
  task_unknown: { status: 404, title: 'There is no such task' },
  method_not_allowed: { status: 405, title: 'This method is not allowed here' },
  email_taken: { status: 409, title: 'There is an account with this e-mail address' },
  batch_gap: { status: 409, title: 'A batch before this one is missing' },
  epoch_changed: { status: 409, title: 'The server was restored from a backup' },
  idempotency_conflict: { status: 409, title: 'This Idempotency-Key was used for another request' },
  checkpoint_expired: { status: 410, title: 'The checkpoint is too old; start again from 0' },
  too_large: { status: 413, title: 'The body is too large' },
  media_type_unsupported: { status: 415, title: 'Send application/json in UTF-8' },
  invalid: { status: 422, title: 'The request is not valid' },
  too_deep: { status: 422, title: 'The body is nested too deeply' },
  upgrade_required: { status: 426, title: 'This client is too old; reload to update it' },
  too_many_requests: { status: 429, title: 'Too many requests; wait a little' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  busy: { status: 503, title: 'The server is busy; try again shortly' },
  storage_unavailable: {
    status: 503,
    title: 'The storage does not answer; nothing was acknowledged',
  },
  storage_full: { status: 507, title: 'The storage is full; nothing was acknowledged' },
} as const satisfies Record<string, { status: number; title: string }>;

/** A code of the catalog. */
export type ProblemCode = keyof typeof problemCatalog;

/** RFC 9457 problem details, as in HTTP bodies and in socket acknowledgements. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string() }))),
});

/** See `problemSchema`; some codes add members, such as `expected` of `batch_gap` or `seq` of `membership_ended`. */
export type Problem = z.infer<typeof problemSchema>;

/** What an `ApiError` may say beyond its code. */
export interface ApiErrorDetails {
  detail?: string;
  errors?: readonly InputError[];
  retryAfterSeconds?: number;
  /** Members of the problem object that belong to the code. */
  members?: Readonly<Record<string, string | number>>;
}

/** Thrown to leave a request; becomes a problem object at the edge, with the status of its code. */
export class ApiError extends Error {
  readonly code: ProblemCode;
  readonly details: ApiErrorDetails;

  constructor(code: ProblemCode, details: ApiErrorDetails = {}) {
    super(`${code}: ${details.detail ?? problemCatalog[code].title}`);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}

/** The problem object of a code; `instance` is the id of the request. */
export function problemOf(
  code: ProblemCode,
  details: ApiErrorDetails & { instance?: string } = {},
): Problem {
  const { status, title } = problemCatalog[code];
  return {
    type: `urn:taskflow:problem:${code}`,
    title,
    status,
    code,
    ...(details.detail === undefined ? {} : { detail: details.detail }),
    ...(details.instance === undefined ? {} : { instance: details.instance }),
    ...(details.errors === undefined ? {} : { errors: [...details.errors] }),
    ...details.members,
  };
}
