import type * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { parse } from '#shared/parse';
import type { ApiContext } from './api-context.ts';

/**
 * The query parameters by their schema, every value a string. Throws ApiError `query_invalid` for a parameter that is
 * unknown, wrong or given twice: two readers of one request must never see different values.
 */
export function readQuery<S extends z.core.$ZodType>(ctx: ApiContext, schema: S): z.output<S> {
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(ctx.querystring)) {
    if (values.has(name)) throw invalid([{ pointer: `/${name}`, code: 'duplicate' }]);
    values.set(name, value);
  }
  const parsed = parse(schema, Object.fromEntries(values));
  if (!parsed.ok) throw invalid(parsed.errors);
  return parsed.value;
}

function invalid(errors: { pointer: string; code: string }[]): ApiError {
  return new ApiError('query_invalid', { errors });
}
