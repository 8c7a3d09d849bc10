import jwt from 'jsonwebtoken';
import * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { uuid } from '#shared/fields';
import type { RandomBytes } from '#shared/ids';
import { limits } from '#shared/limits';
import { parse } from '#shared/parse';
import { v4 } from 'uuid';
import type { Clock } from '../clock.ts';
import type { Session } from '../http/require-session.ts';
import { verifySignature } from './verify-signature.ts';

const issuer = 'taskflow';
const audience = 'taskflow-api';
const type = 'at+jwt';
/** Clocks of replicas differ a little; a token counts this much longer than it says. */
const leewaySeconds = 60;
const tokenMaxLength = 2_048;
const rememberedMax = 20_000;

/** A header with anything else in it (`jku`, `kid`, another algorithm) was not made here. */
const headerSchema = z.strictObject({ alg: z.literal('HS256'), typ: z.literal(type) });
const claimsSchema = z.object({ sub: uuid, sid: uuid, exp: z.int(), jti: z.string() });
const verifiedSchema = z.object({ header: headerSchema, payload: claimsSchema });

/** Access tokens: who somebody is, for 15 minutes. What they may do is read from the log each time. */
export interface AccessTokens {
  issue(of: { userId: string; sessionId: string }): string;
  /** Throws ApiError `token_invalid`, `token_expired`, or `session_ended` after `end`. */
  verify(token: string): Session;
  /** Every token of this sign-in stops counting in this process at once. */
  end(sessionId: string): void;
}

/**
 * JWTs signed with HS256. A token that was verified once is remembered until it expires, so that the hot path costs
 * a look-up and no cryptography.
 */
export function createAccessTokens(of: {
  secret: string;
  clock: Clock;
  random: RandomBytes;
}): AccessTokens {
  const sessionsByToken = new Map<string, Session>();
  const endsBySessionId = new Map<string, number>();

  function issue({ userId, sessionId }: { userId: string; sessionId: string }): string {
    const iat = Math.floor(of.clock() / 1000);
    const exp = iat + limits.accessTokenMs / 1000;
    const jti = v4({ random: of.random(16) });
    return jwt.sign({ iat, exp, sid: sessionId }, of.secret, {
      algorithm: 'HS256',
      header: { alg: 'HS256', typ: type },
      issuer,
      audience,
      subject: userId,
      jwtid: jti,
    });
  }

  function verify(token: string): Session {
    const session = sessionsByToken.get(token) ?? checkToken(token, of);
    if (of.clock() >= session.expiresAtMs) {
      sessionsByToken.delete(token);
      throw new ApiError('token_expired');
    }
    if (endsBySessionId.has(session.sessionId)) throw new ApiError('session_ended');
    if (sessionsByToken.size >= rememberedMax) forgetExpired(sessionsByToken, of.clock());
    sessionsByToken.set(token, session);
    return session;
  }

  function end(sessionId: string): void {
    const nowMs = of.clock();
    for (const [id, untilMs] of endsBySessionId) {
      if (untilMs <= nowMs) endsBySessionId.delete(id);
    }
    endsBySessionId.set(sessionId, nowMs + limits.accessTokenMs + leewaySeconds * 1000);
  }

  return { issue, verify, end };
}

function checkToken(token: string, of: { secret: string; clock: Clock }): Session {
  if (token.length > tokenMaxLength) throw new ApiError('token_invalid');
  const verified = parse(
    verifiedSchema,
    verifySignature(token, { ...of, issuer, audience, leewaySeconds, complete: true }),
  );
  if (!verified.ok) throw new ApiError('token_invalid');
  const { sub, sid, exp } = verified.value.payload;
  return { userId: sub, sessionId: sid, expiresAtMs: (exp + leewaySeconds) * 1000 };
}

function forgetExpired(sessionsByToken: Map<string, Session>, nowMs: number): void {
  for (const [token, { expiresAtMs }] of sessionsByToken) {
    if (expiresAtMs <= nowMs) sessionsByToken.delete(token);
  }
  if (sessionsByToken.size >= rememberedMax) sessionsByToken.clear();
}
