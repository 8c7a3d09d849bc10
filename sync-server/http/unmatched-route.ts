import { ApiError } from '#shared/api-error';
import type { ApiMiddleware, ApiRouter } from './api-context.ts';

/** Behind the router: a known path asked by another method is 405 with Allow; anything else goes on to the files. */
export function refuseOtherMethods(router: ApiRouter): ApiMiddleware {
  return async (ctx, next) => {
    const methods = new Set(
      router.match(ctx.path, ctx.method).path.flatMap((layer) => layer.methods),
    );
    if (methods.size === 0) {
      await next();
      return;
    }
    ctx.set('Allow', [...methods].sort().join(', '));
    throw new ApiError('method_not_allowed');
  };
}

/** The last step: nothing answered, so there is nothing here. */
export function nothingHere(): ApiMiddleware {
  return async () => {
    throw new ApiError('not_found');
  };
}
