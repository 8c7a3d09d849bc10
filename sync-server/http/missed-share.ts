import { sharePath } from '#shared/share-target';
import type { ApiMiddleware } from './api-context.ts';

/**
 * What an app shares with TaskFlow is received by the service worker on the device. Where that is gone, as after a browser
 * cleared its data, the share comes here: nothing of it is read, and the page says that it has to be shared once more.
 */
export function missedShare(): ApiMiddleware {
  return async (ctx, next) => {
    if (ctx.method === 'POST' && ctx.path === sharePath) {
      ctx.status = 303;
      ctx.redirect(`${sharePath}?failed=1`);
      return;
    }
    await next();
  };
}
