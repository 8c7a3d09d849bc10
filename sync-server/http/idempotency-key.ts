import { createHash } from 'node:crypto';
import { ApiError } from '#shared/api-error';
import { limits } from '#shared/limits';
import type { ApiContext } from './api-context.ts';

/** By what a repeated request is known again, and how it is told from another one under the same key. */
export interface IdempotencyKey {
  key: string;
  /** SHA-256 over method, path, query and body. */
  digest: string;
}

/**
 * The `Idempotency-Key` of a write, or undefined if it has none. Throws ApiError `query_invalid` if it is not 1 to
 * `limits.idempotencyKeyMaxLength` visible ASCII characters.
 */
export function readIdempotencyKey(ctx: ApiContext, body: unknown): IdempotencyKey | undefined {
  const key = ctx.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !isUsable(key)) {
    throw new ApiError('query_invalid', {
      detail: `Idempotency-Key must be 1 to ${limits.idempotencyKeyMaxLength} visible ASCII characters.`,
    });
  }
  const request = `${ctx.method} ${ctx.url}\n${JSON.stringify(body ?? null)}`;
  return { key, digest: createHash('sha256').update(request).digest('base64url') };
}

function isUsable(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key) && key.length <= limits.idempotencyKeyMaxLength;
}
