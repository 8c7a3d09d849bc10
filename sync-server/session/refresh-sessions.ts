import { createHash, createHmac } from 'node:crypto';
import { v4 } from 'uuid';
import { ApiError } from '#shared/api-error';
import type { RandomBytes } from '#shared/ids';
import { limits } from '#shared/limits';
import type { Clock } from '../clock.ts';
import type { Directory, RefreshSession } from '../storage/port.ts';

/** Racing tabs may show a token again this long after it was exchanged. */
const graceMs = 10_000;
/** However often it is renewed, a sign-in ends after this. */
const familyMaxMs = 30 * 24 * 60 * 60 * 1000;
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** A refresh token in the clear, as it goes into the cookie, and whose it is. */
export interface IssuedSession {
  token: string;
  userId: string;
  sessionId: string;
}

/** Refresh tokens: 7 days, stored as hashes, exchanged for a successor at each use. */
export interface RefreshSessions {
  /** Begins a sign-in. `device` is a short description for the person's list of sessions. */
  begin(of: { userId: string; device: string }): Promise<IssuedSession>;
  /**
   * Exchanges a token for its successor. A token shown again within 10 s gets the same successor, as long as that is
   * unused; any other second use means that two parties hold it, and the whole family ends.
   * Throws ApiError `session_ended`.
   */
  exchange(token: string | undefined): Promise<IssuedSession>;
  /** Ends the sign-in of a token; returns its id, or undefined if there was none. */
  end(token: string | undefined): Promise<string | undefined>;
}

/** What refresh sessions work with. */
export interface RefreshSessionParts {
  directory: Directory;
  secret: string;
  clock: Clock;
  random: RandomBytes;
  /** Hears of a sign-in whose token was used twice. */
  onReuse: (sessionId: string) => void;
}

/**
 * The successor is derived from the token by HMAC: a repeat within the grace gives the same one although only hashes
 * are stored. `createdAtMs` of every token is the time of the sign-in, which bounds the whole family.
 */
export function createRefreshSessions(of: RefreshSessionParts): RefreshSessions {
  return {
    begin: async ({ userId, device }) => {
      const token = Buffer.from(of.random(32)).toString('base64url');
      const sessionId = v4({ random: of.random(16) });
      const nowMs = of.clock();
      await of.directory.createSession({
        tokenHash: hashOf(token),
        familyId: sessionId,
        userId,
        createdAtMs: nowMs,
        expiresAtMs: nowMs + limits.refreshTokenMs,
        usedAtMs: null,
        device,
      });
      return { token, userId, sessionId };
    },
    exchange: (token) => exchange(of, token),
    end: async (token) => {
      const held = await find(of.directory, token);
      if (held !== undefined) await of.directory.revokeFamily(held.familyId);
      return held?.familyId;
    },
  };
}

async function exchange(
  of: RefreshSessionParts,
  token: string | undefined,
): Promise<IssuedSession> {
  const held = await find(of.directory, token);
  const nowMs = of.clock();
  if (token === undefined || held === undefined || held.expiresAtMs <= nowMs) {
    throw new ApiError('session_ended');
  }
  const successor = successorOf(token, { secret: of.secret, familyId: held.familyId });
  if (held.usedAtMs === null) {
    const outcome = await of.directory.rotateSession({
      tokenHash: held.tokenHash,
      nowMs,
      successor: successorRow(held, successor, nowMs),
    });
    if (outcome === 'rotated') return issued(successor, held);
  }
  return repeat(of, held.tokenHash, successor);
}

/** The token had been used before, or was used by another tab just now. */
async function repeat(
  of: RefreshSessionParts,
  tokenHash: string,
  successor: string,
): Promise<IssuedSession> {
  const [used, next] = await Promise.all([
    of.directory.sessionByHash(tokenHash),
    of.directory.sessionByHash(hashOf(successor)),
  ]);
  if (used === undefined) throw new ApiError('session_ended');
  const isInGrace = used.usedAtMs !== null && of.clock() - used.usedAtMs <= graceMs;
  if (isInGrace && next !== undefined && next.usedAtMs === null) return issued(successor, used);
  await of.directory.revokeFamily(used.familyId);
  of.onReuse(used.familyId);
  throw new ApiError('session_ended');
}

async function find(
  directory: Directory,
  token: string | undefined,
): Promise<RefreshSession | undefined> {
  if (token === undefined || !tokenPattern.test(token)) return undefined;
  return directory.sessionByHash(hashOf(token));
}

function successorOf(token: string, of: { secret: string; familyId: string }): string {
  return createHmac('sha256', of.secret).update(`${of.familyId}/${token}`).digest('base64url');
}

function successorRow(held: RefreshSession, token: string, nowMs: number): RefreshSession {
  const expiresAtMs = Math.min(nowMs + limits.refreshTokenMs, held.createdAtMs + familyMaxMs);
  return { ...held, tokenHash: hashOf(token), expiresAtMs, usedAtMs: null };
}

function issued(token: string, { userId, familyId }: RefreshSession): IssuedSession {
  return { token, userId, sessionId: familyId };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
