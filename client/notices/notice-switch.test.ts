import { expect, test, vi } from 'vitest';
import { firstValueFrom } from 'rxjs';
import { noticeWordsPath } from '#shared/push-notice';
import { memoryCache } from '#shared/testing/memory-cache';
import {
  createNoticeSwitch,
  leaveNotices,
  type NoticeDevice,
  type ShownWords,
} from './notice-switch.ts';

const userId = '0190d0f3-0000-7000-8000-00000000000a';
const key =
  'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM';
const words: ShownWords = {
  reminder: 'Reminder',
  assigned: '{by}',
  mentioned: '{by}',
  unsent: '{device} {count}',
  test: 'Test',
  done: 'Done',
  snooze: 'Later',
  lang: 'en',
  dir: 'ltr',
};

/** A browser that answers `permission` when it asks; `held`: the key that it is subscribed for already. */
function setUp(
  of: { permission?: NotificationPermission; held?: string; lacks?: NoticeDevice['lacks'] } = {},
) {
  const { kept, caches } = memoryCache();
  const rows = new Map<string, string>();
  let held = of.held === undefined ? null : subscriptionFor(of.held);
  let permission: NotificationPermission = 'default';
  const unsubscribed = vi.fn();
  const closed = vi.fn();
  function subscriptionFor(forKey: string) {
    const endpoint = `https://push.example/${forKey.slice(0, 4)}`;
    const applicationServerKey = Uint8Array.from(Buffer.from(forKey, 'base64url')).buffer;
    return {
      endpoint,
      options: { applicationServerKey, userVisibleOnly: true },
      toJSON: () => ({ endpoint, keys: { p256dh: 'point', auth: 'secret' } }),
      unsubscribe: async () => {
        unsubscribed(endpoint);
        held = null;
        return true;
      },
    } as unknown as PushSubscription;
  }
  const device: NoticeDevice = {
    lacks: of.lacks,
    permission: () => permission,
    askPermission: async () => (permission = of.permission ?? 'granted'),
    pushManager: async () => ({
      getSubscription: async () => held,
      subscribe: async ({ applicationServerKey: wanted } = {}) =>
        (held = subscriptionFor(typeof wanted === 'string' ? wanted : '')),
    }),
    shown: async () => [{ close: closed }],
    caches,
    storage: {
      getItem: (name) => rows.get(name) ?? null,
      setItem: (name, text) => void rows.set(name, text),
    },
    zone: () => 'Europe/Lisbon',
  };
  const server = {
    readKey: vi.fn(async () => key),
    subscribe: vi.fn(async () => undefined),
    unsubscribe: vi.fn(async () => undefined),
    sendTest: vi.fn(async () => 'sent' as const),
  };
  const make = () => createNoticeSwitch({ device, server, userId, words });
  return {
    make,
    device,
    server,
    kept,
    unsubscribed,
    closed,
    setPermission: (now: NotificationPermission) => (permission = now),
  };
}

test('turned on, the server and the worker know what they need, and it stays so at the next start', async () => {
  const { make, server, kept } = setUp();
  const notices = make();
  expect(await firstValueFrom(notices.state$)).toBe('off');
  expect(await notices.turnOn()).toBe('on');
  expect(server.subscribe).toHaveBeenCalledWith({
    endpoint: 'https://push.example/BNcR',
    keys: { p256dh: 'point', auth: 'secret' },
    timeZone: 'Europe/Lisbon',
    kinds: ['reminder', 'assigned', 'mentioned', 'unsent'],
  });
  expect(await kept.get(noticeWordsPath)?.clone().json()).toEqual({ ...words, userId });
  const next = make();
  await next.refresh({ ...words, done: 'Fertig' });
  expect(server.subscribe).toHaveBeenCalledTimes(2);
  expect(await kept.get(noticeWordsPath)?.clone().json()).toMatchObject({ done: 'Fertig' });
  expect(await next.test()).toBe('sent');
});

test('a subscription for the key of another server is made anew, one for this server is kept', async () => {
  const other = setUp({ held: `BAAA${key.slice(4)}` });
  await other.make().turnOn();
  expect(other.unsubscribed).toHaveBeenCalledWith('https://push.example/BAAA');
  expect(other.server.unsubscribe).toHaveBeenCalledWith('https://push.example/BAAA');
  const same = setUp({ held: key });
  await same.make().turnOn();
  expect(same.unsubscribed).not.toHaveBeenCalled();
});

test('a no is remembered and asks nobody again; what the browser blocks later is said', async () => {
  const { make, server } = setUp({ permission: 'denied' });
  const notices = make();
  expect(await notices.turnOn()).toBe('blocked');
  expect(notices.memory()).toMatchObject({ isOn: false, isAsked: true });
  expect(server.subscribe).not.toHaveBeenCalled();
  const later = setUp();
  const wanted = later.make();
  await wanted.turnOn();
  later.setPermission('denied');
  await wanted.refresh(words);
  expect(await firstValueFrom(wanted.state$)).toBe('blocked');
});

test('out of reach it is said, and tried again at the next start', async () => {
  const { make, server } = setUp();
  server.readKey.mockRejectedValueOnce(new TypeError('no network'));
  const notices = make();
  expect(await notices.turnOn()).toBe('unreachable');
  expect(notices.memory()).toMatchObject({ isOn: true, isReached: false });
  await make().refresh(words);
  expect(notices.memory()).toMatchObject({ isOn: true, isReached: true });
  expect(server.subscribe).toHaveBeenCalledOnce();
});

test('turned off, the worker shows nothing more, whether the server hears of it or not', async () => {
  const { make, server, kept, unsubscribed, closed } = setUp();
  const notices = make();
  await notices.turnOn();
  server.unsubscribe.mockRejectedValueOnce(new TypeError('no network'));
  await notices.turnOff();
  expect(kept.has(noticeWordsPath)).toBe(false);
  await vi.waitFor(() => expect(unsubscribed).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(await firstValueFrom(notices.state$)).toBe('off');
  await notices.choose(['reminder']);
  expect(server.subscribe).toHaveBeenCalledOnce();
  expect(await notices.test()).toBe('failed');
});

test('where it cannot be, nothing is asked', async () => {
  const { make, server } = setUp({ lacks: 'install-first' });
  expect(await make().turnOn()).toBe('install-first');
  expect(server.readKey).not.toHaveBeenCalled();
});

test('a sign-out while the server is asked leaves no words behind', async () => {
  const { make, server, kept, device } = setUp();
  const notices = make();
  server.subscribe.mockImplementationOnce(async () => {
    await leaveNotices(device);
    return undefined;
  });
  await notices.turnOn();
  expect(kept.has(noticeWordsPath)).toBe(false);
});
