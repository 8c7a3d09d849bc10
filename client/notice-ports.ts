import type { AppProps } from '#client/app.tsx';
import {
  createNoticeSwitch,
  type NoticeDevice,
  type NoticeServer,
  type NoticeSwitch,
  type ShownWords,
} from '#client/notices/notice-switch.ts';
import type { Session } from '#client/session/session.ts';
import { webKitDevice } from '#client/ui/web-kit-device.ts';

/** One switch for each account that is open in this page: the settings and what runs beside the list share it. */
const switches = new WeakMap<AppProps['workspace'], NoticeSwitch>();

/** The switch for the account of `workspace`; undefined for a guest, whom no server knows. `words`: see `createNoticeSwitch`. */
export function noticeSwitchOf(
  { workspace, session, browser }: Pick<AppProps, 'workspace' | 'session' | 'browser'>,
  words: ShownWords,
): NoticeSwitch | undefined {
  const { account } = workspace;
  const held = switches.get(workspace);
  if (account === undefined || held !== undefined) return held;
  const device = createNoticeDevice(browser.storage);
  const server = createNoticeServer(session);
  const notices = createNoticeSwitch({ device, server, userId: account.userId, words });
  switches.set(workspace, notices);
  return notices;
}

/** What notices need of this browser, real. */
function createNoticeDevice(storage: NoticeDevice['storage']): NoticeDevice {
  return {
    lacks: lackOf(),
    permission: () => Notification.permission,
    askPermission: () => Notification.requestPermission(),
    pushManager: async () => (await navigator.serviceWorker.ready).pushManager,
    shown: async () => (await navigator.serviceWorker.ready).getNotifications(),
    caches,
    storage,
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** iOS has none of it before the app is on the Home Screen. */
function lackOf(): NoticeDevice['lacks'] {
  const isThere =
    'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (isThere && 'caches' in window) return undefined;
  const { userAgent, maxTouchPoints } = navigator;
  const device = webKitDevice({ userAgent, maxTouchPoints });
  return device === 'iphone' || device === 'ipad' ? 'install-first' : 'unsupported';
}

function createNoticeServer(session: Session): NoticeServer {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const access = await session.accessToken();
    if (access.name !== 'token') throw new Error(access.name);
    const response = await fetch(`/api/push/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${access.token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response.status === 204 ? undefined : response.json();
  };
  return {
    readKey: async () => textOf(await ask('GET', 'key'), 'publicKey'),
    subscribe: async (request) => void (await ask('PUT', 'subscriptions', request)),
    unsubscribe: async (endpoint) => void (await ask('DELETE', 'subscriptions', { endpoint })),
    sendTest: async (endpoint) => {
      const outcome = textOf(await ask('POST', 'test', { endpoint }), 'outcome');
      return outcome === 'sent' || outcome === 'gone' || outcome === 'later' ? outcome : 'refused';
    },
  };
}

function textOf(answer: unknown, field: string): string {
  const value: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, field) : undefined;
  if (typeof value !== 'string') throw new Error('the server answered something else');
  return value;
}
