import { ApiError, problemOf } from '#shared/api-error';
import type { Log } from '../log.ts';
import type { ApiContext, ApiMiddleware } from './api-context.ts';

/**
 * The first step behind the request id: whatever is thrown below leaves as RFC 9457 problem details.
 * An `ApiError` says what it is; anything else is our own fault, logged here, and an opaque 500 to the outside.
 */
export function errorResponse(log: Pick<Log, 'warn' | 'error'>): ApiMiddleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      answerProblem(ctx, asApiError(ctx, error, log));
    }
  };
}

function asApiError(ctx: ApiContext, error: unknown, log: Pick<Log, 'warn' | 'error'>): ApiError {
  const { requestId } = ctx.state;
  if (!(error instanceof ApiError)) {
    log.error({ requestId, err: error }, 'a request failed for a reason of our own');
    return new ApiError('internal');
  }
  if (problemOf(error.code).status >= 500) {
    log.warn({ requestId, code: error.code }, 'a request could not be served');
  }
  return error;
}

function answerProblem(ctx: ApiContext, error: ApiError): void {
  const { code, details } = error;
  const problem = problemOf(code, { ...details, instance: `urn:uuid:${ctx.state.requestId}` });
  const retryAfterSeconds = details.retryAfterSeconds ?? (problem.status === 503 ? 1 : undefined);
  if (retryAfterSeconds !== undefined) {
    ctx.set('Retry-After', String(Math.max(1, Math.ceil(retryAfterSeconds))));
  }
  if (problem.status === 401) ctx.set('WWW-Authenticate', 'Bearer realm="taskflow"');
  ctx.remove('ETag');
  ctx.status = problem.status;
  ctx.body = JSON.stringify(problem);
  ctx.set('Content-Type', 'application/problem+json; charset=utf-8');
  ctx.set('Cache-Control', 'no-store');
}
