import type * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { limits } from '#shared/limits';
import { parse } from '#shared/parse';
import type { ApiContext } from './api-context.ts';
import { readBodyBytes } from './body-bytes.ts';
import { isDeeperThan } from './json-depth.ts';

const jsonType = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** A key that would reach an object's prototype if anything below copied it; also in its escaped spellings. */
const mayNamePrototype = /__proto__|\\u005f/i;

/**
 * The body of a request by its schema; one reader for every endpoint. Throws ApiError: `media_type_unsupported`,
 * `too_large`, `encoding_invalid`, `json_invalid`, `too_deep`, and `invalid` with a pointer for each wrong field.
 */
export async function readBody<S extends z.core.$ZodType>(
  ctx: ApiContext,
  schema: S,
  { maxBytes = limits.requestMaxBytes }: { maxBytes?: number } = {},
): Promise<z.output<S>> {
  return checkInput(schema, await readJson(ctx, maxBytes));
}

/** Unknown input by its schema; throws ApiError `invalid` with a pointer for each wrong field. */
export function checkInput<S extends z.core.$ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = parse(schema, input);
  if (!parsed.ok) throw new ApiError('invalid', { errors: parsed.errors });
  return parsed.value;
}

async function readJson(ctx: ApiContext, maxBytes: number): Promise<unknown> {
  if (!jsonType.test(ctx.get('Content-Type').trim())) {
    throw new ApiError('media_type_unsupported');
  }
  return parseJson(await readBodyBytes(ctx.req, maxBytes));
}

/** JSON from bytes: strict UTF-8 without a byte order mark, nested at most `limits.jsonMaxDepth` deep. */
export function parseJson(bytes: Uint8Array): unknown {
  if (isDeeperThan(bytes, limits.jsonMaxDepth)) throw new ApiError('too_deep');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return JSON.parse(text, mayNamePrototype.test(text) ? refusePrototype : undefined);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('json_invalid');
  }
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key !== '__proto__') return value;
  throw new ApiError('invalid', { errors: [{ pointer: '/__proto__', code: 'unknown_field' }] });
}
