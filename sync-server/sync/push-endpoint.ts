import { limits } from '#shared/limits';
import { pushRequestSchema } from '#shared/push-message';
import type { ApiRouter } from '../http/api-context.ts';
import { readBody } from '../http/read-body.ts';
import type { RequireSession } from '../http/require-session.ts';
import type { PushBatches } from './push-batches.ts';

/** `POST /api/sync/push`: the outbox of a device, up to 200 batches (docs/protocol.md). */
export function addPushEndpoint(
  router: ApiRouter,
  of: { requireSession: RequireSession; push: PushBatches; now: () => number },
): void {
  router.post('/api/sync/push', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const request = await readBody(ctx, pushRequestSchema, { maxBytes: limits.pushMaxBytes });
    ctx.body = await of.push({ userId, request });
    ctx.set('X-TaskFlow-Time', String(of.now()));
  });
}
