import jwt from 'jsonwebtoken';
import { ApiError } from '#shared/api-error';
import type { Clock } from '../clock.ts';

/**
 * The content of a JWT that this server has signed with HS256, or header and content with `complete`. Throws ApiError
 * `token_expired` or `token_invalid`; `leewaySeconds`: it counts this much longer than it says.
 */
export function verifySignature(
  token: string,
  of: {
    secret: string;
    clock: Clock;
    issuer: string;
    audience: string;
    leewaySeconds?: number;
    complete?: boolean;
  },
): unknown {
  const { secret, clock, issuer, audience, leewaySeconds = 0, complete = false } = of;
  try {
    return jwt.verify(token, secret, {
      algorithms: ['HS256'],
      issuer,
      audience,
      clockTimestamp: Math.floor(clock() / 1000),
      clockTolerance: leewaySeconds,
      complete,
    });
  } catch (error) {
    throw new ApiError(error instanceof jwt.TokenExpiredError ? 'token_expired' : 'token_invalid');
  }
}
