import { createHash } from 'node:crypto';
import { ApiError } from '#shared/api-error';
import {
  endpointRequestSchema,
  noticeAnswerSchema,
  subscriptionRequestSchema,
  unsentRequestSchema,
} from '#shared/push-notice';
import type { ApiRouter } from '../http/api-context.ts';
import { readBody } from '../http/read-body.ts';
import type { RequireSession } from '../http/require-session.ts';
import { requireSameOrigin } from '../http/same-origin.ts';
import type { NoticeStorage, PushSubscriptionRow } from '../storage/notice-port.ts';
import type { Directory } from '../storage/port.ts';
import type { AnswerNotice } from './answer-notice.ts';
import { deviceOf } from './device-of.ts';
import { mayPushTo } from './push-host.ts';
import type { PushOutcome } from './send-push.ts';

const bodyMaxBytes = 8 * 1024;
const small = { maxBytes: bodyMaxBytes };
/** Browsers of one person; of more, those that were not seen for longest are let go. */
const subscriptionsMax = 20;

/** What the endpoints for push messages work with. */
export interface PushEndpointParts {
  requireSession: RequireSession;
  notices: NoticeStorage;
  directory: Pick<Directory, 'workspacesOf'>;
  /** The public key of this server, base64url. */
  publicKey: () => Promise<string>;
  sendTest: (to: PushSubscriptionRow) => Promise<PushOutcome>;
  answerNotice: AnswerNotice;
  /** Hosts that may be sent to besides the known services. */
  pushHosts: readonly string[];
  publicUrl: string | undefined;
  now: () => number;
}

/**
 * Subscribing a browser to notices, and answering them. An endpoint is a secret between a browser, its push service and this
 * server: who knows one may say how much that browser has not sent.
 */
export function addPushEndpoints(router: ApiRouter, of: PushEndpointParts): void {
  const { notices, now } = of;

  router.get('/api/push/key', async (ctx) => {
    await of.requireSession(ctx);
    ctx.body = { publicKey: await of.publicKey() };
  });

  router.put('/api/push/subscriptions', async (ctx) => {
    const { userId, sessionId } = await of.requireSession(ctx);
    const { endpoint, keys, timeZone, kinds } = await readBody(
      ctx,
      subscriptionRequestSchema,
      small,
    );
    if (!mayPushTo(endpoint, of.pushHosts)) {
      const detail = 'This server sends to the push services of browsers only.';
      throw new ApiError('invalid', { detail, errors: [{ pointer: '/endpoint', code: 'host' }] });
    }
    const id = idOf(endpoint);
    const device = deviceOf(ctx.get('User-Agent'));
    const row = { id, userId, sessionId, endpoint, ...keys, timeZone, kinds, device };
    await notices.putSubscription({ ...row, unsent: 0, seenAtMs: now() });
    await letGoOfOldest(notices, userId);
    // Where this browser is, days may begin at another time than where the others are.
    const workspaceIds = (await of.directory.workspacesOf(userId)).map((row) => row.id);
    await notices.wakeNotices({ workspaceIds, nowMs: now() });
    ctx.status = 204;
  });

  router.delete('/api/push/subscriptions', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const { endpoint } = await readBody(ctx, endpointRequestSchema, small);
    const held = await notices.subscriptionById(idOf(endpoint));
    if (held?.userId === userId) await notices.removeSubscriptions([held.id]);
    ctx.status = 204;
  });

  router.post('/api/push/test', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const { endpoint } = await readBody(ctx, endpointRequestSchema, small);
    const held = await notices.subscriptionById(idOf(endpoint));
    if (held?.userId !== userId) throw new ApiError('not_found');
    const outcome = await of.sendTest(held);
    if (outcome.name === 'gone') await notices.removeSubscriptions([held.id]);
    ctx.body = { outcome: outcome.name };
  });

  router.post('/api/push/answers', async (ctx) => {
    requireSameOrigin(ctx, of.publicUrl);
    await of.answerNotice(await readBody(ctx, noticeAnswerSchema, small));
    ctx.status = 204;
  });

  router.post('/api/push/unsent', async (ctx) => {
    requireSameOrigin(ctx, of.publicUrl);
    const { endpoint, unsent } = await readBody(ctx, unsentRequestSchema, small);
    await notices.noteSeen({ id: idOf(endpoint), unsent, seenAtMs: now() });
    ctx.status = 204;
  });
}

function idOf(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('base64url');
}

async function letGoOfOldest(notices: NoticeStorage, userId: string): Promise<void> {
  const held = await notices.subscriptionsOf([userId]);
  const oldestLast = held.toSorted((a, b) => b.seenAtMs - a.seenAtMs);
  const surplus = oldestLast.slice(subscriptionsMax).map(({ id }) => id);
  if (surplus.length > 0) await notices.removeSubscriptions(surplus);
}
