import { ApiError } from '#shared/api-error';
import type { ApiContext } from './api-context.ts';
import { type RateBuckets, type RateRule, spend } from './rate-limit.ts';

/** Who is asking: proven by an access token. */
export interface Session {
  userId: string;
  /** All tokens that descend from one sign-in share it. */
  sessionId: string;
  /** When the access token stops counting, ms since 1970. */
  expiresAtMs: number;
}

/** Reads an access token. Throws ApiError `token_invalid`, `token_expired` or `session_ended`. */
export type VerifyToken = (token: string) => Session;

/** The session of a request; see `createSessionStep`. */
export type RequireSession = (ctx: ApiContext) => Promise<Session>;

/**
 * The step of every endpoint that needs a signed-in person: `Authorization: Bearer <access token>` → session, then
 * the limit per person. Throws ApiError `token_missing`, what `verify` throws, and `too_many_requests`.
 */
export function createSessionStep(of: {
  verify: VerifyToken;
  buckets: RateBuckets;
  rule: RateRule;
}): RequireSession {
  return async (ctx) => {
    const session = of.verify(bearerToken(ctx));
    await spend(of.buckets, of.rule, session.userId);
    return session;
  };
}

function bearerToken(ctx: ApiContext): string {
  const header = ctx.get('Authorization');
  if (header === '') throw new ApiError('token_missing');
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw new ApiError('token_invalid');
  return token;
}
