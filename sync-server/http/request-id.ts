import { v4 } from 'uuid';
import type { RandomBytes } from '#shared/ids';
import type { ApiMiddleware } from './api-context.ts';

/** Gives each request its UUID; an id sent by the client is not trusted, since it would let it forge log lines. */
export function requestId(random: RandomBytes): ApiMiddleware {
  return async (ctx, next) => {
    ctx.state.requestId = v4({ random: random(16) });
    ctx.set('X-Request-Id', ctx.state.requestId);
    await next();
  };
}
