import { ApiError } from '#shared/api-error';
import type { ApiRouter } from '../http/api-context.ts';
import type { Storage } from '../storage/port.ts';

/** `/healthz`: the process answers. `/readyz`: it can serve, so its storage answers and it is not shutting down. */
export function addHealthEndpoints(
  router: ApiRouter,
  of: { storage: Pick<Storage, 'ping'>; isStopping: () => boolean },
): void {
  router.get('/healthz', (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { status: 'alive' };
  });

  router.get('/readyz', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    if (of.isStopping()) throw new ApiError('busy', { detail: 'The server is shutting down.' });
    await of.storage.ping();
    ctx.body = { status: 'ready' };
  });
}
