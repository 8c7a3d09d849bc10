import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { beforeEach, describe, expect, test } from 'vitest';
import { ApiError } from '#shared/api-error';
import { type AccessTokens, createAccessTokens } from './access-token.ts';

const secret = 'pmC8x0Qv3nZr7LkYtE5uWb2sHd9aFg4j';
const alice = {
  userId: '11111111-1111-4111-8111-111111111111',
  sessionId: '22222222-2222-4222-8222-222222222222',
};
let nowMs = 0;
let tokens: AccessTokens;
beforeEach(() => {
  nowMs = Date.UTC(2026, 10, 22);
  tokens = createAccessTokens({ secret, clock: () => nowMs, random: (n) => randomBytes(n) });
});

function codeOf(token: string): string {
  try {
    tokens.verify(token);
    return 'accepted';
  } catch (error) {
    return error instanceof ApiError ? error.code : String(error);
  }
}

/** A token like ours but for what the test changes. */
function forged(change: { payload?: object; header?: object; secret?: string; options?: object }) {
  const iat = Math.floor(nowMs / 1000);
  const payload = { iat, exp: iat + 900, sub: alice.userId, sid: alice.sessionId, jti: 'x' };
  return jwt.sign(
    { ...payload, iss: 'taskflow', aud: 'taskflow-api', ...change.payload },
    change.secret ?? secret,
    {
      algorithm: 'HS256',
      header: { alg: 'HS256', typ: 'at+jwt', ...change.header },
      ...change.options,
    },
  );
}

describe('access tokens', () => {
  test('a token names the person and the session for 15 minutes and 60 s of leeway', () => {
    const token = tokens.issue(alice);
    expect(tokens.verify(token)).toMatchObject(alice);
    nowMs += 15 * 60_000 + 59_000;
    expect(codeOf(token)).toBe('accepted');
    nowMs += 2_000;
    expect(codeOf(token)).toBe('token_expired');
  });

  test('a token never seen before is judged by the same times', () => {
    const token = tokens.issue(alice);
    nowMs += 16 * 60_000 + 1_000;
    expect(codeOf(token)).toBe('token_expired');
  });

  test('after the session ended its tokens do not count, those of other sessions do', () => {
    const other = { ...alice, sessionId: '33333333-3333-4333-8333-333333333333' };
    const [token, otherToken] = [tokens.issue(alice), tokens.issue(other)];
    tokens.end(alice.sessionId);
    expect([codeOf(token), codeOf(otherToken)]).toEqual(['session_ended', 'accepted']);
  });

  test('the forging tests start from a token that is accepted', () => {
    expect(codeOf(forged({}))).toBe('accepted');
  });

  test.each<[string, () => string]>([
    ['no signature', () => forged({}).replace(/[^.]+$/, '')],
    ['alg none', () => jwt.sign({ sub: alice.userId }, '', { algorithm: 'none' })],
    ['another secret', () => forged({ secret: 'another secret of some length ok' })],
    ['HS512', () => forged({ header: { alg: 'HS512' }, options: { algorithm: 'HS512' } })],
    ['another type', () => forged({ header: { typ: 'JWT' } })],
    ['a key address', () => forged({ header: { jku: 'https://evil.example/keys' } })],
    ['a key id', () => forged({ header: { kid: '../../x' } })],
    ['another issuer', () => forged({ payload: { iss: 'evil' } })],
    ['another audience', () => forged({ payload: { aud: 'mail' } })],
    ['no session', () => forged({ payload: { sid: undefined } })],
    ['a person that is no id', () => forged({ payload: { sub: '{"$gt":""}' } })],
    ['a start in an hour', () => forged({ payload: { nbf: nowMs / 1000 + 3600 } })],
    ['64 KiB', () => `${forged({})}${'a'.repeat(65_536)}`],
    ['garbage', () => 'a.b.c'],
  ])('%s is refused', (_what, make) => {
    expect(codeOf(make())).toBe('token_invalid');
  });
});
