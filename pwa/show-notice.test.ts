import { expect, test, vi } from 'vitest';
import { noticeWordsPath } from '#shared/push-notice';
import { memoryCache } from '#shared/testing/memory-cache';
import { showNotice } from './show-notice.ts';

const userId = '0190d0f3-0000-7000-8000-00000000000a';
const taskId = '0190d0f3-0000-7000-8000-00000000000b';
const notice = {
  v: 1,
  kind: 'reminder',
  userId,
  tag: 'reminder.1',
  taskId,
  title: 'Pay rent',
  atMs: 5,
  token: 'signed',
};
const words = {
  userId,
  reminder: 'Reminder',
  assigned: '{by} assigned this to you',
  mentioned: '{by} mentioned you',
  unsent: '{device} holds {count}',
  test: 'It works',
  done: 'Done',
  snooze: 'In an hour',
  lang: 'en',
  dir: 'ltr',
};

async function worker(of: { words?: object; isLookedAt?: boolean; host?: string } = {}) {
  const { caches } = memoryCache();
  const cache = await caches.open();
  if (of.words !== undefined) await cache.put(noticeWordsPath, Response.json(of.words));
  const showNotification = vi.fn<ServiceWorkerRegistration['showNotification']>(
    async () => undefined,
  );
  const visibilityState = of.isLookedAt === true ? 'visible' : 'hidden';
  const clients = { matchAll: async () => [{ visibilityState } as const] };
  const endpoint = `https://${of.host ?? 'fcm.googleapis.com'}/x`;
  const close = vi.fn();
  const registration = {
    showNotification,
    getNotifications: async () => [{ close } as unknown as Notification],
    pushManager: { getSubscription: async () => ({ endpoint }) },
  };
  return { caches, clients, registration, showNotification, close };
}

test('a reminder is its task, with two buttons, under a tag of its own', async () => {
  const { showNotification, ...parts } = await worker({ words });
  await showNotice(JSON.stringify(notice), parts);
  expect(showNotification).toHaveBeenCalledWith(
    'Pay rent',
    expect.objectContaining({
      body: 'Reminder',
      tag: 'reminder.1',
      timestamp: 5,
      actions: [
        { action: 'done', title: 'Done' },
        { action: 'snooze', title: 'In an hour' },
      ],
    }),
  );
});

test('names stand apart from the words around them, and are never taken for a part of them', async () => {
  const { showNotification, ...parts } = await worker({ words });
  await showNotice(JSON.stringify({ ...notice, kind: 'assigned', by: '{title} ليلى' }), parts);
  const [, options] = showNotification.mock.calls[0] ?? [];
  expect(options?.body).toBe('\u2068{title} ليلى\u2069 assigned this to you');
});

test.each([
  ['is for somebody else', JSON.stringify({ ...notice, userId: taskId }), { words }],
  ['comes after a sign-out', JSON.stringify(notice), {}],
  ['cannot be read', '{', { words }],
  ['is of a later version', JSON.stringify({ ...notice, v: 2 }), { words }],
  ['is shown by a page that is looked at', JSON.stringify(notice), { words, isLookedAt: true }],
])('what %s is not shown', async (_, text, of) => {
  const { showNotification, ...parts } = await worker(of);
  await showNotice(text, parts);
  expect(showNotification).not.toHaveBeenCalled();
});

test('Safari, which wants one shown for every message, shows it without a sound and takes it away', async () => {
  const of = { words, isLookedAt: true, host: 'web.push.apple.com' };
  const { showNotification, close, ...parts } = await worker(of);
  await showNotice(JSON.stringify(notice), parts);
  expect(showNotification.mock.calls[0]?.[1]).toMatchObject({ silent: true });
  expect(close).toHaveBeenCalledOnce();
});
