import * as z from 'zod/mini';
import { limits } from '#shared/limits';
import { parse } from '#shared/parse';

const claimsSchema = z.object({ iat: z.number(), exp: z.number() });

/**
 * How long an access token lives from its making, ms. Read from the difference of its two times, so that a wrong clock
 * of the device does not matter. A token that cannot be read counts as one of the usual life.
 */
export function tokenLifeMs(token: string): number {
  const claims = parse(claimsSchema, readPayload(token));
  if (!claims.ok) return limits.accessTokenMs;
  return Math.max(0, (claims.value.exp - claims.value.iat) * 1000);
}

function readPayload(token: string): unknown {
  const payload = token.split('.')[1] ?? '';
  try {
    return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}
