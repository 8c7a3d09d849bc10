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
import type { AnswerNotice } from './answer-notice.ts';
import type { Subscriptions } from './subscriptions.ts';

const small = { maxBytes: 8 * 1024 };

/** What the endpoints for push messages work with. */
export interface PushEndpointParts {
  requireSession: RequireSession;
  subscriptions: Subscriptions;
  /** The public key of this server, base64url. */
  publicKey: () => Promise<string>;
  answerNotice: AnswerNotice;
  publicUrl: string | undefined;
}

/**
 * Subscribing a browser to notices, and answering them. An endpoint is a secret between a browser, its push service and this
 * server: who knows one may say how much that browser has not sent.
 */
export function addPushEndpoints(router: ApiRouter, of: PushEndpointParts): void {
  const { subscriptions } = of;

  router.get('/api/push/key', async (ctx) => {
    await of.requireSession(ctx);
    ctx.body = { publicKey: await of.publicKey() };
  });

  router.put('/api/push/subscriptions', async (ctx) => {
    const { userId, sessionId } = await of.requireSession(ctx);
    const request = await readBody(ctx, subscriptionRequestSchema, small);
    const userAgent = ctx.get('User-Agent');
    await subscriptions.subscribe({ userId, sessionId, userAgent, request });
    ctx.status = 204;
  });

  router.delete('/api/push/subscriptions', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    await subscriptions.end({ userId, ...(await readBody(ctx, endpointRequestSchema, small)) });
    ctx.status = 204;
  });

  router.post('/api/push/test', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const { endpoint } = await readBody(ctx, endpointRequestSchema, small);
    ctx.body = { outcome: await subscriptions.test({ userId, endpoint }) };
  });

  router.post('/api/push/answers', async (ctx) => {
    requireSameOrigin(ctx, of.publicUrl);
    await of.answerNotice(await readBody(ctx, noticeAnswerSchema, small));
    ctx.status = 204;
  });

  router.post('/api/push/unsent', async (ctx) => {
    requireSameOrigin(ctx, of.publicUrl);
    await subscriptions.noteUnsent(await readBody(ctx, unsentRequestSchema, small));
    ctx.status = 204;
  });
}
