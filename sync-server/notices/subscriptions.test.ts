import { expect, test, vi } from 'vitest';
import type { NoticeStorage, PushSubscriptionRow } from '../storage/notice-port.ts';
import { createSubscriptions } from './subscriptions.ts';

const endpoint = 'https://updates.push.services.mozilla.com/wpush/v2/x';

test('the reminders of a workspace are looked at anew only where a browser counts them in another way', async () => {
  const rows = new Map<string, PushSubscriptionRow>();
  const wakeNotices = vi.fn(async () => undefined);
  const notices = {
    putSubscription: async (row: PushSubscriptionRow) => void rows.set(row.id, row),
    subscriptionById: async (id: string) => rows.get(id),
    subscriptionsOf: async () => [...rows.values()],
    wakeNotices,
  } as unknown as NoticeStorage;
  const subscriptions = createSubscriptions({
    notices,
    directory: { workspacesOf: async () => [] },
    send: async () => ({ name: 'sent' }),
    hosts: [],
    now: () => 1,
  });
  const subscribe = async (of: {
    userId?: string;
    timeZone?: string;
    kinds?: ['reminder'] | [];
  }) => {
    const { userId = 'ana', timeZone = 'Europe/Lisbon', kinds = ['reminder'] } = of;
    const request = { endpoint, keys: { p256dh: 'p', auth: 'a' }, timeZone, kinds };
    await subscriptions.subscribe({ userId, sessionId: 's', userAgent: '', request });
    return wakeNotices.mock.calls.length;
  };
  expect(await subscribe({ kinds: [] })).toBe(1);
  expect(await subscribe({})).toBe(2);
  expect(await subscribe({})).toBe(2);
  expect(await subscribe({ timeZone: 'Asia/Tokyo' })).toBe(3);
  expect(await subscribe({ userId: 'bob', timeZone: 'Asia/Tokyo' })).toBe(4);
});
