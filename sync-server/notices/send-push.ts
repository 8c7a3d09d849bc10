import { createHash } from 'node:crypto';
import webPush from 'web-push';
import type { PushNotice } from '#shared/push-notice';
import type { PushSubscriptionRow } from '../storage/notice-port.ts';
import type { VapidKeys } from './vapid-keys.ts';

/**
 * What a push service made of a message. `gone`: the subscription is no more (404, 410). `later`: to be tried again, not before `retryAfterMs` where the service says so.
 */
export type PushOutcome =
  | { name: 'sent' }
  | { name: 'gone' }
  | { name: 'later'; retryAfterMs: number | undefined }
  /**
   * The service takes no such message, however often it is sent. 401 and 403 are among these: a clock of ours that is wrong, or
   * a subject that a service does not like, must not end the subscriptions of everybody.
   */
  | { name: 'refused'; status: number };

/** Sends one notice to one browser; never throws. */
export type SendPush = (
  subscription: Pick<PushSubscriptionRow, 'endpoint' | 'p256dh' | 'auth'>,
  notice: PushNotice,
) => Promise<PushOutcome>;

const answerWithinMs = 10_000;
/** A browser that is off for longer than this finds what it missed in the app itself. */
const keptForSeconds = 24 * 60 * 60;

/**
 * Encrypts by RFC 8291 and signs by RFC 8292 with `web-push`, and sends by `fetch`: that follows no redirect to another
 * host, ends in time, and reaches a service on a test bench. `onRefused` hears of refusals, which somebody has to look into.
 */
export function createPushSender(
  vapid: VapidKeys,
  onRefused: (answer: { host: string; status: number }) => void,
): SendPush {
  return async ({ endpoint, p256dh, auth }, notice) => {
    try {
      const request = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        JSON.stringify(notice),
        {
          vapidDetails: vapid,
          TTL: keptForSeconds,
          urgency: notice.kind === 'unsent' ? 'low' : 'high',
          topic: topicOf(notice.tag),
          contentEncoding: 'aes128gcm',
        },
      );
      const headers = Object.entries(request.headers).filter(([name]) => name !== 'Content-Length');
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: headers.map(([name, value]): [string, string] => [name, value]),
        body: new Uint8Array(request.body ?? Buffer.alloc(0)),
        redirect: 'manual',
        signal: AbortSignal.timeout(answerWithinMs),
      });
      await response.body?.cancel();
      const outcome = outcomeOf(response);
      if (outcome.name === 'refused') onRefused({ host: new URL(endpoint).host, ...outcome });
      return outcome;
    } catch {
      return { name: 'later', retryAfterMs: undefined };
    }
  };
}

function outcomeOf({ status, headers }: Response): PushOutcome {
  if (status >= 200 && status < 300) return { name: 'sent' };
  if (status === 404 || status === 410) return { name: 'gone' };
  if (status === 429 || status >= 500) {
    const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
    const retryAfterMs =
      seconds > 0 ? Math.min(Math.ceil(seconds), keptForSeconds) * 1000 : undefined;
    return { name: 'later', retryAfterMs };
  }
  return { name: 'refused', status };
}

/** Of messages with the same topic that wait for a browser that is off, services keep the newest (RFC 8030): 32 characters at most. */
function topicOf(tag: string): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, 32);
}
