import { createHash } from 'node:crypto';
import { ApiError } from '#shared/api-error';
import type { SubscriptionRequest } from '#shared/push-notice';
import type { NoticeStorage, PushSubscriptionRow } from '../storage/notice-port.ts';
import type { Directory } from '../storage/port.ts';
import { deviceOf } from './device-of.ts';
import { mayPushTo } from './push-host.ts';
import type { PushOutcome, SendPush } from './send-push.ts';

/** The browsers that people are told things on, each known by its endpoint. */
export interface Subscriptions {
  /** Takes a browser in, or brings it up to date. Throws ApiError `invalid` for an endpoint of no push service. */
  subscribe(of: {
    userId: string;
    sessionId: string;
    userAgent: string;
    request: SubscriptionRequest;
  }): Promise<void>;
  /** Ends one of a person's own; another's is left alone. */
  end(of: { userId: string; endpoint: string }): Promise<void>;
  /** Sends a message to one of a person's own. Throws ApiError `not_found`. */
  test(of: { userId: string; endpoint: string }): Promise<PushOutcome['name']>;
  /** Notes how many changes a browser said it has not sent. */
  noteUnsent(of: { endpoint: string; unsent: number }): Promise<void>;
}

/** Browsers of one person; of more, those that were not seen for longest are let go. */
const subscriptionsMax = 20;

/** Keeps subscriptions in the storage. `hosts`: those that may be sent to besides the known services. */
export function createSubscriptions(of: {
  notices: NoticeStorage;
  directory: Pick<Directory, 'workspacesOf'>;
  send: SendPush;
  hosts: readonly string[];
  now: () => number;
}): Subscriptions {
  const { notices, directory, now } = of;
  return {
    subscribe: async ({ userId, sessionId, userAgent, request }) => {
      const { endpoint, keys, timeZone, kinds } = request;
      if (!mayPushTo(endpoint, of.hosts)) {
        const detail = 'This server sends to the push services of browsers only.';
        throw new ApiError('invalid', { detail, errors: [{ pointer: '/endpoint', code: 'host' }] });
      }
      const who = { id: idOf(endpoint), userId, sessionId, device: deviceOf(userAgent) };
      const row = { ...who, endpoint, ...keys, timeZone, kinds, unsent: 0, seenAtMs: now() };
      const held = await notices.subscriptionById(row.id);
      await notices.putSubscription(row);
      await letGoOfOldest(notices, userId);
      // As at every start of an app: all that is to come counts on this browser already.
      if (held !== undefined && isRemindedAlike(held, row)) return;
      // Where this browser is, days may begin at another time than where the others are.
      const workspaceIds = (await directory.workspacesOf(userId)).map(({ id }) => id);
      await notices.wakeNotices({ workspaceIds, nowMs: now() });
    },
    end: async ({ userId, endpoint }) => {
      const held = await notices.subscriptionById(idOf(endpoint));
      if (held?.userId === userId) await notices.removeSubscriptions([held.id]);
    },
    test: async ({ userId, endpoint }) => {
      const held = await notices.subscriptionById(idOf(endpoint));
      if (held?.userId !== userId) throw new ApiError('not_found');
      const outcome = await of.send(held, { v: 1, kind: 'test', userId, tag: `test.${now()}` });
      if (outcome.name === 'gone') await notices.removeSubscriptions([held.id]);
      return outcome.name;
    },
    noteUnsent: async ({ endpoint, unsent }) => {
      await notices.noteSeen({ id: idOf(endpoint), unsent, seenAtMs: now() });
    },
  };
}

function isRemindedAlike(held: PushSubscriptionRow, row: PushSubscriptionRow): boolean {
  const isSame = held.userId === row.userId && held.timeZone === row.timeZone;
  return isSame && (held.kinds.includes('reminder') || !row.kinds.includes('reminder'));
}

function idOf(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('base64url');
}

async function letGoOfOldest(notices: NoticeStorage, userId: string): Promise<void> {
  const held = await notices.subscriptionsOf([userId]);
  const newestFirst = held.toSorted((a, b) => b.seenAtMs - a.seenAtMs);
  const surplus = newestFirst.slice(subscriptionsMax).map(({ id }) => id);
  if (surplus.length > 0) await notices.removeSubscriptions(surplus);
}
