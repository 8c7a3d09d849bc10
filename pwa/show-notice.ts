import { parse } from '#shared/parse';
import { type NoticeKind } from '#shared/notice-kind';
import {
  type NoticeWords,
  noticesCache,
  noticeWordsPath,
  noticeWordsSchema,
  type PushNotice,
  pushNoticeSchema,
} from '#shared/push-notice';

/** The parts of a service worker that notices are shown with. */
export interface NoticeWorker {
  caches: Pick<CacheStorage, 'open'>;
  registration: Pick<ServiceWorkerRegistration, 'showNotification' | 'getNotifications'> & {
    pushManager: { getSubscription(): Promise<Pick<PushSubscription, 'endpoint'> | null> };
  };
  clients: {
    matchAll(of: { type: 'window' }): Promise<readonly Pick<WindowClient, 'visibilityState'>[]>;
  };
}

/** TypeScript knows only what all browsers have. */
type NoticeOptions = NotificationOptions & {
  actions?: { action: string; title: string }[];
  timestamp?: number;
  renotify?: boolean;
};

/**
 * Shows what a push message says, in the words that the page has left. What is for somebody else than who is signed in here is
 * shown to nobody, and a reminder is left to a page that is looked at: it shows it by itself.
 */
export async function showNotice(text: string | undefined, worker: NoticeWorker): Promise<void> {
  const [notice, words] = [readNotice(text), await readNoticeWords(worker.caches)];
  if (notice === undefined || words === undefined || notice.userId !== words.userId) return;
  const isShownByPage = notice.kind === 'reminder' && (await isLookedAt(worker));
  if (isShownByPage && !(await mustShowAll(worker))) return;
  const { title, body } = textsOf(notice, words);
  const canAnswer = notice.token !== undefined && notice.kind !== 'mentioned';
  const options: NoticeOptions = {
    body,
    tag: notice.tag,
    // What replaces itself, as after a repeat, makes no second sound.
    renotify: false,
    silent: isShownByPage,
    data: notice,
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    lang: words.lang,
    dir: words.dir,
    ...(notice.atMs === undefined ? {} : { timestamp: notice.atMs }),
    actions: canAnswer
      ? [
          { action: 'done', title: words.done },
          { action: 'snooze', title: words.snooze },
        ]
      : [],
  };
  const { registration } = worker;
  await registration.showNotification(title, options);
  if (!isShownByPage) return;
  for (const shown of await registration.getNotifications({ tag: notice.tag })) shown.close();
}

/** Safari ends a subscription after some messages that nothing was shown for, also where a page was looked at. */
async function mustShowAll({ registration }: NoticeWorker): Promise<boolean> {
  const subscription = await registration.pushManager.getSubscription();
  return subscription !== null && new URL(subscription.endpoint).host.endsWith('push.apple.com');
}

function readNotice(text: string | undefined): PushNotice | undefined {
  try {
    const parsed = parse(pushNoticeSchema, JSON.parse(text ?? ''));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** Who is told here, and in which words; undefined while nobody is. */
export async function readNoticeWords(
  caches: NoticeWorker['caches'],
): Promise<NoticeWords | undefined> {
  const cache = await caches.open(noticesCache);
  const held: unknown = await (await cache.match(noticeWordsPath))?.json();
  const words = parse(noticeWordsSchema, held);
  return words.ok ? words.value : undefined;
}

async function isLookedAt({ clients }: NoticeWorker): Promise<boolean> {
  const windows = await clients.matchAll({ type: 'window' });
  return windows.some(({ visibilityState }) => visibilityState === 'visible');
}

/** A task is its own headline; what it is about stands under it. */
function textsOf(notice: PushNotice, words: NoticeWords): { title: string; body: string } {
  const body = fill(words[notice.kind satisfies NoticeKind], notice);
  if (notice.title === undefined) return { title: body, body: '' };
  return { title: notice.title, body };
}

function fill(
  template: string,
  { title = '', by = '', device = '', count = 0 }: PushNotice,
): string {
  const values: Readonly<Record<string, string>> = {
    title: apart(title),
    by: apart(by),
    device: apart(device),
    count: String(count),
  };
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Names may run in the other direction than the words around them. */
function apart(text: string): string {
  return `\u2068${text}\u2069`;
}
